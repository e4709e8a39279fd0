import { z } from 'zod';
import { code, freeText, message, optionalCode, plainDateText } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { permissions } from '#shared/kernel/permissions.ts';
import { secretText } from '#shared/kernel/secret.ts';
import { signature } from '#shared/kernel/signature.ts';
import { authorisable, viewedLists } from './vocabulary.ts';

/** The longest question a view may keep, in characters of its JSON. */
const longestQuestion = 8000;

const answer = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(500)).max(500)]);
const question = z
  .record(z.string().max(60), answer)
  .refine((asked) => JSON.stringify(asked).length <= longestQuestion, 'It asks too much to be kept as a view.');

/** A list as a person wants to see it again: filters, sort and columns as they stand in the address. */
export const savedView = z.object({ name: code, question });
export type SavedView = z.infer<typeof savedView>;

const list = z.enum(viewedLists);

/** What a person signs in with: letters, digits, dots and dashes. Letter case does not tell two people apart. */
export const userName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/, 'Write 2 to 40 letters (a to z), digits, dots, dashes or underscores.');

const roleCode = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{1,39}$/, 'Write 2 to 40 letters (a to z) and digits, a letter first.');
const rolesOfPerson = z.array(roleCode).min(1).max(20);
const permission = z.enum(permissions);

/** What a site decides about signing in and signing. Every change is a version of a record. */
export const settings = z
  .object({
    /** A session that is not used for so long is locked; it cannot be switched off. */
    idleMinutes: z.number().int().min(1).max(60),
    /** A password is good for so many days; 0 for ever. */
    passwordDays: z.number().int().min(0).max(365),
    /** The work of checking a password, as a power of two: 17 takes about half a second. */
    passwordCost: z.number().int().min(14).max(20),
    /** What nobody may do without a current qualification. */
    authorised: z.array(z.enum(authorisable)),
  })
  .strict();
export type Settings = z.infer<typeof settings>;

/** Who speaks: the file's owner until people are set up, nobody yet, a person, one who must unlock or change the password first. */
export const standings = ['owner', 'stranger', 'person', 'locked', 'mustChange'] as const;

/** What went wrong in signing in or signing, as those who must know are told at their next log-in. */
export const failedProof = z.object({
  at: z.string(),
  person: z.string(),
  workstation: z.string(),
  operation: z.string(),
  code: z.string(),
});

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

export const people = {
  whoAmI: query({
    permission: 'enter',
    input: z.object({}).strict(),
    output: z.object({
      authState: z.enum(standings),
      person: z.object({ id: z.string(), name: z.string() }),
      role: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(permission),
      /** What the roles would allow, but no qualification that is in force. */
      lapsed: z.array(permission),
      /** Whether the next signature asks for the user name beside the password. */
      signsWithUser: z.boolean(),
      /** Whether nobody was set up here yet. */
      open: z.boolean(),
      /** The people of a demo store, for everybody to sign in as; else nobody. */
      demoPeople: z.array(z.object({ user: z.string(), name: z.string(), role: z.string() })),
      idleMinutes: z.number().int(),
      /** Why one person may do here what two should; "" where two must. */
      singlePerson: z.string(),
      host: z.enum(['cli', 'http', 'electron', 'test']),
      workstation: z.string(),
      store: z.object({ name: z.string(), demo: z.boolean(), readOnly: z.union([z.literal(''), message]) }),
      version: z.string(),
    }),
  }),
  /** Signs in, or unlocks. Answers when the person was last here and what failed since. */
  logIn: command({
    permission: 'enter',
    input: z.object({ user: z.string().min(1).max(60), password: secretText }).strict(),
    output: z.object({
      user: z.string(),
      mustChange: z.boolean(),
      /** "" at the first time. */
      lastHere: z.string(),
      failures: z.array(failedProof),
    }),
  }),
  logOut: command({ permission: 'enter', input: z.object({}).strict(), output: z.object({ left: z.boolean() }) }),
  /** Locks the session until the password is given again. */
  lock: command({ permission: 'enter', input: z.object({}).strict(), output: z.object({ locked: z.boolean() }) }),
  changePassword: command({
    permission: 'enter',
    input: z.object({ password: secretText, newPassword: secretText }).strict(),
    output: z.object({ changed: z.boolean() }),
  }),
  /** Makes a new one-time code for the first administrator and shows it where only those at this computer see it. */
  showSetUpCode: query({
    permission: 'enter',
    input: z.object({}).strict(),
    /** The code itself in a window of its own; "" where it stands on the console. */
    output: z.object({ code: z.string(), minutes: z.number().int() }),
  }),
  /** Makes the first administrator. Works once in the life of a store. */
  setUp: command({
    permission: 'enter',
    input: z
      .object({ code: secretText, user: userName, name: code, email: freeText.default(''), password: secretText })
      .strict(),
    output: z.object({ user: z.string() }),
  }),

  list: query({ permission: 'audit', input: z.object({}).strict(), output: z.object({ people: z.array(person) }) }),
  add: command({
    permission: 'people',
    input: z
      .object({
        user: userName,
        name: code,
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
        name: code.optional(),
        email: freeText.optional(),
        roles: rolesOfPerson.optional(),
        disabled: z.boolean().optional(),
        identity: freeText.optional(),
      })
      .strict(),
    output: saved,
  }),
  /** Gives a person a new password, which must be changed at the next log-in, and ends a lock. */
  resetPassword: command({
    permission: 'people',
    reason: true,
    input: z.object({ user: userName, password: secretText }).strict(),
    output: z.object({ user: z.string() }),
  }),
  listRoles: query({
    permission: 'audit',
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
    input: z.object({ user: optionalCode.default('') }).strict(),
    output: z.object({ authorisations: z.array(authorisation) }),
  }),
  /** Records until when a person is authorised; the versions tell what was before. */
  authorise: command({
    permission: 'people',
    input: z
      .object({
        user: userName,
        subject: z.enum(authorisable),
        from: plainDateText,
        until: z.union([z.literal(''), plainDateText]).default(''),
        note: freeText.default(''),
      })
      .strict(),
    output: saved,
  }),
  /** What a person may do: every operation, with the reason where not. */
  mayDo: query({
    permission: 'audit',
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
  getSettings: query({ permission: 'audit', input: z.object({}).strict(), output: settings }),
  saveSettings: command({
    permission: 'people',
    reason: true,
    input: settings,
    output: z.object({ changed: z.number().int() }),
  }),
  /** Lets one person do here what two should, or ends that. Every document says so meanwhile. */
  setSinglePerson: command({
    permission: 'people',
    reason: true,
    signature: { meanings: ['approved'] },
    input: z.object({ on: z.boolean() }).strict(),
    output: saved,
  }),
  /** The signatures on a record, newest first. */
  listSignatures: query({
    permission: 'look',
    input: z.object({ record: z.string().max(60), parts: z.array(optionalCode).min(1).max(4) }).strict(),
    output: z.object({ signatures: z.array(signature) }),
  }),

  /** The views of a list that the one who asks has saved, by name. */
  listViews: query({
    permission: 'look',
    input: z.object({ list }).strict(),
    output: z.object({ views: z.array(savedView) }),
  }),
  /** Keeps a view under a name; one of that name before is replaced. */
  saveView: command({
    permission: 'look',
    input: savedView.extend({ list }).strict(),
    output: z.object({ view: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Takes a view from the list of views; its versions stay in the journal. */
  removeView: command({
    permission: 'look',
    input: z.object({ list, name: code }).strict(),
    output: z.object({ removed: z.boolean() }),
  }),
};
