import { msg, type Message } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import type { Actor, ProvenAccount, QueryContext, Signer } from '#main/context/context.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { type ErrorCode, type ErrorDetails, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import type { OperationMeta, SignedCommandMeta } from '#shared/kernel/operation.ts';
import type { Secret } from '#shared/kernel/secret.ts';
import type { SignatureInput, WitnessInput } from '#shared/kernel/signature.ts';
import { insistOnConfirmed, isBeginning, standingBehind } from './confirmation.queries.ts';
import { beginGuess, type Guess } from '#main/store/attempts.ts';
import { guessesAtOnce } from '#shared/security/lockOut.ts';
import { digestOfNobody, fitsPassword } from './hashing.ts';
import {
  credentialsOf,
  findPerson,
  fold,
  guessedOf,
  guessedOfNobody,
  type Here,
  type KnownPerson,
  mostWork,
  mustChange,
  rightsOf,
} from './identity.queries.ts';
import { settingsOf } from './siteSettings.queries.ts';
import { mayWitness } from './witnesses.queries.ts';

/** A password that was not accepted. The entry it leaves counts against the account it was tried for. */
export class ProofRefused extends LotlineError {
  readonly claimed: { id: string; name: string };
  /** The user name as it was typed, which may be nobody's: never written down as it is. */
  readonly typed: string;
  /** What is freed once this is counted. */
  readonly guess: Guess | undefined;

  constructor(
    code: ErrorCode,
    message: Message,
    claimed: { id: string; name: string } | undefined,
    details: ErrorDetails = {},
    { typed = claimed?.id ?? '', guess }: { typed?: string; guess?: Guess | undefined } = {},
  ) {
    super(code, message, details);
    this.claimed = claimed ?? { id: '', name: '' };
    this.typed = typed;
    this.guess = guess;
  }
}

type Context = Pick<QueryContext, 'reader' | 'now' | 'offsetMinutes'>;

/**
 * Who a user name and password belong to. The refusal is the same whether there is no such account, it is disabled, or
 * the password is wrong, takes the same time, and locks alike.
 * @throws ProofRefused REAUTH_FAILED; LOCKED_OUT where too many came before; CONFLICT where other programs try so many
 * just now that they might
 */
export async function provePerson(
  { reader: { db }, now }: Context,
  user: string,
  password: Secret,
): Promise<ProvenPerson> {
  const person = findPerson(db, user);
  const claimed = person === undefined ? undefined : { id: person.user, name: person.name };
  const guess = beginGuess(db.name, person?.user ?? user, now, (others) => {
    const { count, until } = person === undefined ? guessedOfNobody(db, user, now) : guessedOf(db, person.user, now);
    if (until > 0) return lockedOut(until, claimed);
    return others < guessesAtOnce(count) ? undefined : triedElsewhere();
  });
  const [credential] = person === undefined ? [] : credentialsOf(db, person.user);
  const most = mostWork(db, 0) || settingsOf(db).passwordCost;
  const fits = await fitsPassword(credential?.hash ?? digestOfNobody(most), password.reveal(), most);
  if (person === undefined || person.disabled || !fits)
    throw new ProofRefused(
      'REAUTH_FAILED',
      msg`User name or password is wrong. Type both again.`,
      claimed,
      {},
      { typed: user, guess },
    );
  guess.free();
  return { ...person, account: { password: credential?.number ?? 0, version: person.version } };
}

const lockedOut = (until: Moment, claimed: ProofRefused['claimed'] | undefined): LotlineError =>
  new ProofRefused(
    'LOCKED_OUT',
    msg`Too many wrong passwords: this account is locked until ${{ moment: formatMoment(until) }}. Wait, or ask an administrator for a new password.`,
    claimed,
    { until: formatMoment(until) },
  );

const triedElsewhere = (): LotlineError =>
  new LotlineError(
    'CONFLICT',
    msg`Somebody is signing in as this person just now. Wait a moment for that to end, and try again.`,
  );

type ProvenPerson = KnownPerson & { account: ProvenAccount };

/** Somebody whose password was tried, and as what. */
export type Proven = Pick<Signer, 'by' | 'person' | 'account'>;

/**
 * Refuses what rests on a proof that does not hold any more when it is written: since the password was tried, the person got
 * another one or was changed, or a witness lost the right.
 * @throws LotlineError CONFLICT
 */
export function insistOnProven(db: Database, meta: OperationMeta, proven: Proven, here: Here): void {
  insistOnAccount(db, proven);
  if (proven.by === 'self' || !('signature' in meta)) return;
  const person = findPerson(db, proven.person.id);
  const asked = meta.signature.witnessRights ?? [meta.permission];
  if (person === undefined || !rightsOf(db, person, here).permissions.some((one) => asked.includes(one)))
    throw changedMeanwhile(proven.person.name);
}

/** @throws LotlineError CONFLICT where a person got another password, or was changed or disabled, since that was proven */
export function insistOnAccount(db: Database, { person: { id, name }, account }: Omit<Proven, 'by'>): void {
  const isSame = findPerson(db, id)?.version === account.version;
  if (!isSame || (credentialsOf(db, id)[0]?.number ?? 0) !== account.password) throw changedMeanwhile(name);
}

const changedMeanwhile = (name: string): LotlineError =>
  new LotlineError(
    'CONFLICT',
    msg`The account of ${name} was changed while the password was being checked. Nothing was done. Look at it, and do it again.`,
  );

type Signing = Context & { actor: Actor; signsWithUser: boolean };

/**
 * Who signs a command: the one who asks, proven again, and a witness where one is named. Both must be allowed what the
 * operation asks for; a witness is another person.
 * @throws LotlineError NOT_LOGGED_IN for the file's owner, who has no password; ProofRefused; TRAINING_EXPIRED;
 * SEPARATION_OF_DUTIES; FORBIDDEN
 */
export async function proveSigners(
  context: Signing,
  { permission, signature: rule }: SignedCommandMeta,
  input: { signature?: SignatureInput; witness?: WitnessInput | undefined },
): Promise<Signer[]> {
  const signers: Signer[] = [];
  if (input.signature !== undefined) {
    const own = await proveOwn(context, input.signature);
    const { id, name } = own.person;
    if (rule.unconfirmed !== true) insistOnConfirmed(context.reader.db, { user: id, name }, rule);
    signers.push(own);
  }
  const { witness } = input;
  if (witness !== undefined)
    signers.push(await saidOf('witness', () => proveWitness(context, { permission, signature: rule }, witness)));
  return signers;
}

/** Another person than who asks, proven, who may do it too. */
async function proveWitness(
  context: Signing,
  { permission, signature: rule }: Pick<SignedCommandMeta, 'permission' | 'signature'>,
  { user, password, comment }: WitnessInput,
): Promise<Signer> {
  if (standingBehind(context.reader.db, context.actor.person.id).includes(fold(user)))
    throw new LotlineError(
      'SEPARATION_OF_DUTIES',
      msg`A second person signs here: somebody else than you, and than whoever gave you a password or rights that nobody confirmed yet.`,
    );
  const person = await provePerson(context, user, password);
  const { permissions, lapsed } = rightsOf(context.reader.db, person, context);
  const asked = rule.witnessRights ?? [permission];
  const has = (held: readonly Permission[]): boolean => held.some((one) => asked.includes(one));
  if (!has(permissions) && has(lapsed)) throw lapsedFor(person.name);
  if (!has(permissions))
    throw new LotlineError(
      'FORBIDDEN',
      msg`${person.name} may not do this either. ${whoInstead(mayWitness(context, { permission, signature: rule }))}`,
      { permission },
    );
  const [credential] = credentialsOf(context.reader.db, person.user);
  if (credential !== undefined && mustChange(context.reader.db, credential, context.now))
    throw new LotlineError('PASSWORD_POLICY', msg`${person.name} must sign in and change the password first.`);
  // A new site has nobody yet whom two persons vouched for.
  if (rule.witnessRights === undefined || !isBeginning(context.reader.db)) insistOnConfirmed(context.reader.db, person);
  return {
    by: 'another',
    person: { id: person.user, name: person.name },
    account: person.account,
    role: person.roles.join(', '),
    meaning: 'witnessed',
    comment,
  };
}

const whoInstead = (people: readonly { name: string }[]): Message =>
  people.length === 0
    ? msg`Nobody else here may. An administrator gives somebody that right.`
    : msg`Ask one who may: ${people.map(({ name }) => name).join(', ')}.`;

/** Where two people sign, a refusal says which of them was refused, whatever for. */
async function saidOf<T>(signer: 'signer' | 'witness', prove: () => Promise<T>): Promise<T> {
  try {
    return await prove();
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    const { code, text } = error;
    const details = { ...error.details, signer };
    throw error instanceof ProofRefused
      ? new ProofRefused(code, text, error.claimed, details, error)
      : new LotlineError(code, text, details);
  }
}

async function proveOwn(context: Signing, { user, password, meaning, comment }: SignatureInput): Promise<Signer> {
  const { actor, signsWithUser } = context;
  if (actor.authState !== 'person') {
    throw new LotlineError(
      'NOT_LOGGED_IN',
      msg`A signature needs a person with a password. Set people up, or sign in as one of them.`,
    );
  }
  if (signsWithUser && user === '') {
    throw new LotlineError(
      'REAUTH_FAILED',
      msg`The first signature after signing in asks for your user name beside the password. Type both.`,
      { user: true },
    );
  }
  if (user !== '' && fold(user) !== fold(actor.person.id)) {
    throw new LotlineError('REAUTH_FAILED', msg`Sign with your own user name, or sign in as that person first.`, {
      user: true,
    });
  }
  const { account } = await saidOf('signer', () => provePerson(context, actor.person.id, password));
  return { by: 'self', person: actor.person, account, role: actor.role, meaning, comment };
}

export const lapsedFor = (name: string): LotlineError =>
  new LotlineError(
    'TRAINING_EXPIRED',
    msg`The qualification of ${name} for this is not in force. An administrator records a new one after the training.`,
  );
