import { freeText } from './fields.ts';
import { z } from 'zod';
import type { Permission } from './permissions.ts';
import { secretText } from './secret.ts';

/** What the signer did, by the signature. */
export const meanings = ['performed', 'checked', 'reviewed', 'approved', 'released', 'rejected', 'witnessed'] as const;
export type Meaning = (typeof meanings)[number];

/**
 * A signature as a command takes it beside its input: the signer proves again who they are. The user name is needed
 * at the first signature after signing in or unlocking; the comment is the signer's own.
 */
export const signatureInput = z
  .object({
    user: z.string().max(60).default(''),
    password: secretText,
    meaning: z.enum(meanings),
    comment: freeText.default(''),
  })
  .strict();
export type SignatureInput = z.output<typeof signatureInput>;

/** A second person's: always with the user name, and always as witness. */
export const witnessInput = z
  .object({ user: z.string().min(1).max(60), password: secretText, comment: freeText.default('') })
  .strict();
export type WitnessInput = z.output<typeof witnessInput>;

/** The signers' proofs and comments on their way to the host: kept nowhere. */
export type Proofs = {
  signature?: z.input<typeof signatureInput>;
  witness?: z.input<typeof witnessInput>;
};

/** Identifies what a signer read: `signing.prepare` gives it, and the command passes it back. */
export const readToken = z.string().regex(/^[a-z]{2}-[0-9a-f]{64}$/);

/**
 * How the contract lets a command be signed: the meanings the person who asks may sign in, none where that person
 * does not sign, and whether a second person may have to sign as witness.
 */
export type SignatureRule = {
  meanings: readonly Meaning[];
  witness?: true;
  /** A witness needs one of these rights, where the operation's own is not asked of them. */
  witnessRights?: readonly Permission[];
  /** The handler itself says whose signature counts, whether or not a second person confirmed the signer. */
  unconfirmed?: true;
  /** Rights that signers gave themselves while they worked alone need not be confirmed for this. */
  ownRights?: true;
};

/** A signature as screens, documents and programs are shown it. */
export const signature = z.object({
  id: z.string(),
  /** What was signed: the kind of record, its name in parts, and its version. */
  record: z.string(),
  parts: z.array(z.string()),
  version: z.number().int(),
  meaning: z.enum(meanings),
  person: z.string(),
  /** As printed. */
  name: z.string(),
  role: z.string(),
  at: z.string(),
  /** What the computer's clock said, where it was behind the audit trail. */
  clockBehind: z.string().optional(),
  statement: z.string(),
  comment: z.string(),
  entry: z.number().int(),
  /** Whether what was signed was changed since. */
  superseded: z.boolean(),
});
export type Signature = z.infer<typeof signature>;
