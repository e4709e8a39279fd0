import { z } from 'zod';
import { freeText, optionalStoredCode, personName, plainDateText, refusal } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { permissions } from '#shared/kernel/permissions.ts';
import { secretText } from '#shared/kernel/secret.ts';
import { signature } from '#shared/kernel/signature.ts';
import { authorisable } from './vocabulary.ts';

/** What a person signs in with: letters, digits, dots and dashes. Letter case does not tell two people apart. */
export const userName = z
  .string()
  .trim()
  .refine(
    (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/.test(text),
    refusal(msg`Write 2 to 40 letters (a to z), digits, dots, dashes or underscores.`),
  );

const roleCode = z
  .string()
  .refine(
    (text) => /^[A-Za-z][A-Za-z0-9]{1,39}$/.test(text),
    refusal(msg`Write 2 to 40 letters (a to z) and digits, a letter first.`),
  );
const rolesOfPerson = z.array(roleCode).min(1).max(20);
const permission = z.enum(permissions);
const count = z.number().int();

export const person = z.object({
  user: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  disabled: z.boolean(),
  /** How the administrator made sure who this is. */
  identity: z.string(),
  version: z.number().int(),
  passwordChangedAt: z.string(),
  mustChange: z.boolean(),
  /** "" when the account is not locked. */
  lockedUntil: z.string(),
  /** Whose acts wait to be confirmed by somebody else before the person signs, and who may confirm; user names. */
  signing: z.object({ askedBy: z.array(z.string()), ask: z.array(z.string()) }),
});
export type Person = z.infer<typeof person>;

export const authorisation = z.object({
  user: z.string(),
  subject: z.enum(authorisable),
  from: z.string(),
  /** "" for no end. */
  until: z.string(),
  note: z.string(),
  /** Whether it holds today. */
  current: z.boolean(),
});
export type Qualification = z.infer<typeof authorisation>;

export const role = z.object({ code: z.string(), permissions: z.array(permission), people: z.number().int() });
export type Role = z.infer<typeof role>;

const saved = z.object({ saved: z.enum(['new', 'changed', 'same']) });

/** For what a person was trained, and until when: "" for no end. */
const trained = z
  .object({
    user: userName,
    subject: z.enum(authorisable),
    from: plainDateText,
    until: z.union([z.literal(''), plainDateText]).default(''),
    note: freeText.default(''),
  })
  .strict();
/** So many qualifications are recorded at once at most. */
const mostTrained = 1000;

export const people = {
  /** Makes a new one-time code for the first administrator and shows it where only those at this computer see it. */
  showSetUpCode: query({
    permission: 'enter',
    reads: [],
    input: z.object({}).strict(),
    /** The code itself in a window of its own; "" where it is on the console. */
    output: z.object({ code: z.string(), minutes: z.number().int() }),
  }),
  /** Makes the first administrator. Works once in the life of a store. */
  setUp: command({
    permission: 'enter',
    input: z
      .object({ code: secretText, user: userName, name: personName, email: freeText.default(''), password: secretText })
      .strict(),
    output: z.object({ user: z.string() }),
  }),

  list: query({
    permission: 'audit',
    reads: ['person', 'role', 'credential', 'authorisation', 'setting', 'attempt'],
    input: z.object({}).strict(),
    output: z.object({ people: z.array(person) }),
  }),
  /** Who may give others a right: whom to ask for one. */
  listAdministrators: query({
    permission: 'look',
    reads: ['person', 'role', 'authorisation'],
    input: z.object({}).strict(),
    output: z.object({ people: z.array(z.object({ user: z.string(), name: z.string() })) }),
  }),
  add: command({
    permission: 'people',
    input: z
      .object({
        user: userName,
        name: personName,
        email: freeText.default(''),
        roles: rolesOfPerson,
        identity: freeText.default(''),
        /** For the first log-in, where it must be changed. */
        password: secretText,
      })
      .strict(),
    output: z.object({ user: z.string() }),
  }),
  /** Changes what is recorded of a person; what is left out stays. Raising one's own rights takes a second administrator. */
  change: command({
    permission: 'people',
    reason: true,
    signature: { meanings: [], witness: true },
    input: z
      .object({
        user: userName,
        /** The version that was looked at. */
        version: z.number().int().min(1),
        name: personName.optional(),
        email: freeText.optional(),
        roles: rolesOfPerson.optional(),
        disabled: z.boolean().optional(),
        identity: freeText.optional(),
      })
      .strict(),
    output: saved,
  }),
  /** A second person confirms what an administrator handed out: from then on the person's signatures count. */
  confirm: command({
    permission: 'audit',
    reason: true,
    signature: { meanings: ['approved'], unconfirmed: true },
    input: z.object({ user: userName }).strict(),
    output: saved,
  }),
  /** Gives a person a new password, which must be changed at the next log-in, and ends a lock. */
  resetPassword: command({
    permission: 'people',
    reason: true,
    input: z.object({ user: userName, password: secretText }).strict(),
    output: z.object({ user: z.string() }),
  }),
  /**
   * Makes the site's one recovery code the one that counts; the code before it is worth nothing any more. The caller makes
   * it: a reply is kept in the audit trail, and the code stands on its paper alone.
   */
  makeRecoveryCode: command({
    permission: 'people',
    input: z.object({ password: secretText, code: secretText }).strict(),
    output: saved,
  }),
  /** Who made the recovery code that counts, and when; "" where there is none, or it was used. */
  recoveryCode: query({
    permission: 'audit',
    input: z.object({}).strict(),
    output: z.object({ madeAt: z.string(), by: z.string() }),
  }),
  /** Gives somebody who administers people a new password by the recovery code, which is used up. For who holds the file. */
  recover: command({
    permission: 'enter',
    input: z.object({ user: userName, code: secretText, password: secretText }).strict(),
    output: z.object({ user: z.string() }),
  }),
  listRoles: query({
    permission: 'audit',
    reads: ['role', 'person'],
    input: z.object({}).strict(),
    output: z.object({ roles: z.array(role) }),
  }),
  saveRole: command({
    permission: 'people',
    reason: true,
    input: z.object({ code: roleCode, permissions: z.array(permission).max(permissions.length) }).strict(),
    output: saved,
  }),
  listAuthorisations: query({
    permission: 'audit',
    reads: ['authorisation', 'person'],
    input: z.object({ user: optionalStoredCode.default('') }).strict(),
    output: z.object({ authorisations: z.array(authorisation) }),
  }),
  /** Records until when a person is authorised; the versions tell what was before. */
  authorise: command({
    permission: 'people',
    input: trained,
    output: saved,
  }),
  /** The same of many people at once: of all or of none. A refusal tells in `faults` what is wrong with which row. */
  authoriseMany: command({
    permission: 'people',
    input: z.object({ rows: z.array(trained).min(1).max(mostTrained) }).strict(),
    output: z.object({ new: count, changed: count, same: count }),
  }),
  /** What a person may do: every operation, with the reason where not. */
  mayDo: query({
    permission: 'audit',
    reads: ['person', 'role', 'authorisation', 'setting'],
    input: z.object({ user: userName }).strict(),
    output: z.object({
      operations: z.array(
        z.object({
          operation: z.string(),
          kind: z.enum(['command', 'query']),
          permission,
          may: z.boolean(),
          /** The roles it comes from; the code of the reason where it is not allowed. */
          roles: z.array(z.string()),
          code: z.string(),
        }),
      ),
    }),
  }),
  /** The signatures on a record, newest first. */
  listSignatures: query({
    permission: 'look',
    input: z.object({ record: z.string().max(60), parts: z.array(optionalStoredCode).min(1).max(4) }).strict(),
    output: z.object({ signatures: z.array(signature) }),
  }),
};
