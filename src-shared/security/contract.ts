import { z } from 'zod';
import { message } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { permissions } from '#shared/kernel/permissions.ts';
import { secretText } from '#shared/kernel/secret.ts';

/** Who speaks: the file's owner until people are set up, nobody yet, a person, one who must unlock or change the password first. */
export const standings = ['owner', 'stranger', 'person', 'locked', 'mustChange', 'program'] as const;

/** What went wrong in signing in or signing, as those who must know are told at their next log-in. */
export const failedProof = z.object({
  at: z.string(),
  person: z.string(),
  workstation: z.string(),
  operation: z.string(),
  code: z.string(),
});

/** Signing in and out. The names of the operations begin with "people", as they stand in trails and scripts. */
export const security = {
  whoAmI: query({
    permission: 'enter',
    reads: ['person', 'role', 'credential', 'authorisation', 'setting'],
    input: z.object({}).strict(),
    output: z.object({
      authState: z.enum(standings),
      /** The log-in, or what came after it: a page says it with every call it makes for whoever is there now. */
      session: z.string(),
      person: z.object({ id: z.string(), name: z.string() }),
      role: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(z.enum(permissions)),
      /** What the roles would allow, but no qualification that is in force. */
      lapsed: z.array(z.enum(permissions)),
      /** Whether the next signature asks for the user name beside the password. */
      signsWithUser: z.boolean(),
      /** Whether nobody was set up here yet. */
      open: z.boolean(),
      /** The people of a demo store, for everybody to sign in as; nobody elsewhere. */
      demoPeople: z.array(z.object({ user: z.string(), name: z.string(), role: z.string() })),
      idleMinutes: z.number().int(),
      /** The zone in which times are shown here; "" for where each person sits, and for who is not signed in. */
      timeZone: z.string(),
      /** Why one person may do here what two should; "" where two must. */
      singlePerson: z.string(),
      host: z.enum(['cli', 'http', 'electron', 'test']),
      workstation: z.string(),
      store: z.object({ name: z.string(), demo: z.boolean(), readOnly: z.union([z.literal(''), message]) }),
      version: z.string(),
      /** The last entry of the audit trail. */
      trail: z.number().int(),
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
      /** Who gave this person a new password and when, since they were last here or since it waits to be confirmed. */
      passwordsGiven: z.array(z.object({ at: z.string(), by: z.string() })),
      /** Whose account was opened with the recovery code since this person was last here, whoever it was. */
      recoveries: z.array(z.object({ at: z.string(), user: z.string() })),
    }),
  }),
  logOut: command({ permission: 'enter', input: z.object({}).strict(), output: z.object({ left: z.boolean() }) }),
  /** Goes on as the owner of the file, who is one of those a demo offers after signing out. Refused everywhere else. */
  becomeOwner: command({
    permission: 'enter',
    input: z.object({}).strict(),
    output: z.object({ owner: z.boolean() }),
  }),
  /** Locks the session until the password is given again. */
  lock: command({ permission: 'enter', input: z.object({}).strict(), output: z.object({ locked: z.boolean() }) }),
  changePassword: command({
    permission: 'enter',
    input: z.object({ password: secretText, newPassword: secretText }).strict(),
    output: z.object({ changed: z.boolean() }),
  }),
};
