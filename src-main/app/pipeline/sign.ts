import { formatMessage, msg } from '#shared/kernel/message.ts';
import type {
  AnySignedHandler,
  CommandContext,
  NamedRecord,
  PlacedSigner,
  QueryContext,
  Services,
  Signer,
  ToSign,
} from '#main/context/context.ts';
import { signedAlone, singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { insistOnConfirmed } from '#main/features/security/confirmation.queries.ts';
import { proveSigners } from '#main/features/security/proof.queries.ts';
import { lastVersionOf, signaturesWritten } from '#main/features/signing/signedVersions.queries.ts';
import { mayWitness } from '#main/features/security/witnesses.queries.ts';
import { writeSignatures } from '#main/features/signing/signing.actions.ts';
import { canonical, hex, sha256 } from '#main/store/chain.ts';
import type { Work } from '#main/store/work.ts';
import { insist, LotlineError } from '#shared/kernel/errors.ts';
import type { SignedCommandMeta } from '#shared/kernel/operation.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { SignatureInput, SignatureRule, WitnessInput } from '#shared/kernel/signature.ts';
import type { PreparedSignature } from '#shared/signing/contract.ts';
import { judgePosition, type Position, positionsOf, sittingOf } from '#shared/signing/positions.ts';
import { isLanguage, type Language, readingIn } from '#shared/texts/index.ts';
import type { Operation } from '../operations.ts';
import { digestOfInput, withoutSigning } from './parse.ts';

/** Fields of a parsed input beside its own, where the operation's schema has them. */
type SigningInput = { signature?: SignatureInput; witness?: WitnessInput | undefined; token?: string | undefined };

export const isSigned = (meta: Operation['meta']): meta is SignedCommandMeta => 'signature' in meta;

/** Who signs a command, proven before its unit of work: trying a password takes its time. */
export async function signersOf(
  context: QueryContext & Pick<Services, 'signsWithUser'>,
  { meta }: Operation,
  input: unknown,
): Promise<Signer[]> {
  if (!isSigned(meta)) return [];
  // Checked by the operation's schema, which has these fields.
  return await proveSigners(context, meta, input as SigningInput);
}

type Reading = PreparedSignature & { toSign: ToSign };
type Act = { operation: Operation; handler: AnySignedHandler; input: unknown };

/** What a person reads before signing, from what is recorded now. `input` is without the fields of signing. */
export async function readingOf(
  { operation, handler, input }: Act,
  context: QueryContext,
  language: Language,
): Promise<Reading> {
  const { meanings, unconfirmed, ...rule } = ruleOf(operation);
  const { authState, person } = context.actor;
  // Whoever may not sign yet hears of it before reading.
  if (authState === 'person' && meanings.length > 0 && unconfirmed !== true)
    insistOnConfirmed(context.reader.db, { user: person.id, name: person.name }, rule);
  const toSign = await handler.toSign(input, context);
  const alone = singlePersonOf(context.reader.db);
  const said = formatMessage(toSign.sentence, readingIn(language)).trim();
  // Whatever is signed in this mode says so for ever, and why.
  const mark = alone === '' ? '' : ` ${formatMessage(signedAlone(alone), readingIn(language))}`;
  const sentence = `${said}${mark}`;
  const records = [];
  for (const { kind, name } of toSign.reads) {
    const last = await lastVersionOf(context.read, { record: kind.name, key: name });
    records.push({ record: kind.name, name, version: last?.version ?? 0, content: last?.content ?? '' });
  }
  const { sittings } = toSign;
  const positions =
    sittings === undefined
      ? positionsIn(operation, toSign, toSign.witness !== undefined && alone === '')
      : sittingOf(sittings.positions, sittings.given);
  if (sittings !== undefined && positions.length === 0) {
    throw new LotlineError('CONFLICT', msg`Everybody who had to has signed this. Look at the signatures again.`);
  }
  const read = [
    operation.name,
    context.actor.person.id,
    digestOfInput(input),
    sentence,
    records,
    toSign.facts ?? null,
    positions,
  ];
  return {
    sentence,
    language,
    records: records.map(({ record, name, version }) => ({ record, parts: name.split(partSeparator), version })),
    positions,
    ...(isSigned(operation.meta) && positions.some(({ by }) => by === 'another')
      ? { mayWitness: mayWitness(context, operation.meta) }
      : {}),
    token: `${language}-${hex(sha256(canonical(read)))}`,
    toSign,
  };
}

/**
 * Does a signed command within its unit of work. What was read is read again first, and any difference refuses; then the
 * handler does its part, and the signatures are written with the very sentence that was read.
 */
export async function doSigned(
  { operation, handler, input }: Act,
  context: CommandContext,
  signers: readonly Signer[],
): Promise<unknown> {
  // Checked by the operation's schema, which has this field.
  const { token } = input as SigningInput;
  const act = { operation, handler, input: withoutSigning(input) };
  const reading = await readingOf(act, context, languageIn(token));
  if (token !== undefined && token !== reading.token) {
    throw new LotlineError(
      'RECORD_CHANGED',
      msg`What was read is not what would be signed: it was read by somebody else or of something else, was signed already, or has changed since. Read it again, and sign what you see.`,
      { sentence: reading.sentence },
    );
  }
  const placed = insistOnEverybody(operation, reading, signers);
  if (signers.length > 0 && token === undefined) {
    throw new LotlineError(
      'VALIDATION',
      msg`Nothing is signed unread. Ask signing.prepare for what would be signed, read it, and send its token along.`,
      { field: 'token' },
    );
  }
  const { reply, signed } = await handler.within(act.input, context);
  // Who signs nothing, because nothing of it has to be signed, leaves no signature.
  if (signers.length > 0) {
    await insistOnNews(operation, reading, signed[0], context);
    await writeSignatures(context, {
      operation: operation.name,
      sentence: reading.sentence,
      signers: placed,
      records: signed,
    });
  }
  return reply;
}

/**
 * What is signed first is a record that was read, and the command wrote a version of it: so no token is good for a second
 * time. A handler that forgets either is broken.
 */
async function insistOnNews(
  { name }: Operation,
  { records, toSign: { reads } }: Reading,
  signed: NamedRecord,
  { work }: CommandContext,
): Promise<void> {
  const at = reads.findIndex((one) => one.kind.name === signed.kind.name && one.name === signed.name);
  const read = records[at];
  const now = await lastVersionOf(work, { record: signed.kind.name, key: signed.name });
  if (read === undefined || now === undefined || now.version <= read.version)
    throw new Error(`${name} signs ${signed.kind.name} ${signed.name}, which it did not read or did not write`);
}

/** Each position that must be signed is, and each by somebody who may sign there. Answers who signs where. */
function insistOnEverybody(
  operation: Operation,
  { positions, toSign }: { positions: PreparedSignature['positions']; toSign: ToSign },
  signers: readonly Signer[],
): PlacedSigner[] {
  if (positions.some((position) => signers.every(({ by }) => by !== position.by))) {
    throw new LotlineError(
      'SEPARATION_OF_DUTIES',
      msg`Nobody does this alone. A second person who may do it too signs as witness.`,
      { pair: toSign.witness ?? '' },
    );
  }
  // A witness may sign where none is required.
  const inThis = toSign.sittings === undefined ? positionsIn(operation, toSign, true) : positions;
  const all = toSign.sittings?.positions ?? inThis;
  const given = [...(toSign.sittings?.given ?? [])];
  return signers.map(({ by, ...signer }) => {
    const position = inThis.find((one) => one.by === by)?.position ?? 0;
    const next = { position, person: signer.person.id, meaning: signer.meaning };
    insist(judgePosition(all, given, next));
    given.push(next);
    return { ...signer, position };
  });
}

const positionsIn = (operation: Operation, { meanings }: ToSign, witness: boolean): Position[] =>
  positionsOf(ruleOf(operation), { ...(meanings === undefined ? {} : { meanings }), witness });

const ruleOf = ({ name, meta }: Operation): SignatureRule => {
  if (!isSigned(meta)) throw new Error(`${name} is not signed`);
  return meta.signature;
};

/** A token names the language it was read in. Where no one signs there may be none, and the sentence is not used. */
function languageIn(token: string | undefined): Language {
  const tag = token?.slice(0, 2) ?? 'en';
  return isLanguage(tag) ? tag : 'en';
}

/** Every signer has one signature, and there is no other: else the command is not committed. */
export async function insistOnSignatures(work: Work, signers: readonly Signer[], operation: Operation): Promise<void> {
  const written = await signaturesWritten(work, work.journal.entrySeq);
  if (written !== signers.length)
    throw new Error(`${operation.name} was signed by ${signers.length} and wrote ${written} signatures`);
}

/** Whether one of the signers is who asked: then the next signature of this session needs the password alone. */
export const hasSigned = (signers: readonly Signer[]): boolean =>
  signers.some(({ meaning }) => meaning !== 'witnessed');
