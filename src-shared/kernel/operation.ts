import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from './errors.ts';
import { freeText, message } from './fields.ts';
import type { Permission } from './permissions.ts';
import { readToken, type SignatureRule, signatureInput, witnessInput } from './signature.ts';

/**
 * How an operation is declared, once, for every host. A command changes the store and leaves one audit entry; a query
 * writes nothing. Both name the permission they need. A command also declares whether it needs a reason, and how it
 * is signed.
 */
export type PlainCommandMeta = { kind: 'command'; permission: Permission; reason?: true };
export type SignedCommandMeta = PlainCommandMeta & { signature: SignatureRule };
export type CommandMeta = PlainCommandMeta | SignedCommandMeta;
export type QueryMeta = { kind: 'query'; permission: Permission } & Freshness;
/**
 * What an answer is made of: kinds of records, "movement", "entry" for the trail itself, and "attempt" for log-ins and
 * what was refused. A page asks again after one of them was written; where nothing is declared, after anything. `stays` is for an answer that does not change before its reader's eyes by
 * what others do.
 */
export type Freshness = { reads?: readonly string[]; stays?: true };
export type OperationMeta = CommandMeta | QueryMeta;

const errorData = z.object({ details: z.record(z.string(), z.json()), text: message.optional() });

// Object.fromEntries forgets the keys; every code of the closed list is there.
const everyError = Object.fromEntries(errorCodes.map((code) => [code, { data: errorData }])) as Record<
  ErrorCode,
  { data: typeof errorData }
>;

/** The shortest reason a command takes, in characters. */
export const shortestReason = 3;
const reasonField = { reason: freeText };
const ownField = { signature: signatureInput };
const witnessField = { witness: witnessInput.optional() };
const tokenField = { token: readToken.optional() };

/** The fields that belong to signing, not to what is signed. */
export const signingFields = ['signature', 'witness', 'token'] as const;
export type SigningField = (typeof signingFields)[number];

/** The input of a signed command before anybody signs it. */
export function withoutSigningFields(input: z.ZodObject): z.ZodObject {
  // Those of the three that are there; the type names one of them for all.
  const mask = Object.fromEntries(signingFields.filter((name) => name in input.shape).map((name) => [name, true]));
  return input.omit(mask as { signature: true }); // as above
}

type NoFields = Record<never, never>;
/** What a command's input has beside its own fields: why, and who signs. */
type Added<D> = (D extends { reason: true } ? typeof reasonField : NoFields) &
  (D extends { signature: infer Rule }
    ? (Rule extends { meanings: readonly [] } ? NoFields : typeof ownField) &
        (Rule extends { witness: true } ? typeof witnessField : NoFields) &
        typeof tokenField
    : NoFields);
type MetaOf<D> = D extends { signature: SignatureRule } ? SignedCommandMeta : PlainCommandMeta;
type InputOf<I extends z.ZodObject, D> = z.ZodObject<I['shape'] & Added<D>, z.core.$strict>;

/**
 * A command. `reason` requires a reason; `signature` declares in which meanings the person who asks may sign it (none
 * where only a witness signs), and whether a second person may have to sign as witness. Their fields are added to the
 * input.
 */
export function command<
  I extends z.ZodObject,
  O extends z.ZodType,
  const D extends { reason?: true; signature?: SignatureRule },
>(declared: D & { permission: Permission; input: I; output: O }) {
  const { permission, reason, signature, input, output } = declared;
  const meta = {
    kind: 'command',
    permission,
    ...(reason === undefined ? {} : { reason }),
    ...(signature === undefined ? {} : { signature }),
  };
  const fields = {
    ...(reason === undefined ? {} : reasonField),
    ...(signature === undefined || signature.meanings.length === 0 ? {} : ownField),
    ...(signature?.witness === true ? witnessField : {}),
    ...(signature === undefined ? {} : tokenField),
  };
  return (
    oc
      // The spread above has the two types' fields; the compiler does not follow conditions on a type parameter.
      .$meta<MetaOf<D>>(meta as unknown as MetaOf<D>)
      .errors(everyError)
      .input((Object.keys(fields).length === 0 ? input : input.extend(fields).strict()) as unknown as InputOf<I, D>)
      .output(output)
  );
}

export function query<I extends z.ZodType, O extends z.ZodType>({
  input,
  output,
  ...declared
}: { permission: Permission; input: I; output: O } & Freshness) {
  return oc
    .$meta<QueryMeta>({ kind: 'query', ...declared })
    .errors(everyError)
    .input(input)
    .output(output);
}
