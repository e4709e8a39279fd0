import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import { prepared } from '#main/store/statements.ts';
import type { Read } from '#main/store/views.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { QueriesIn } from '#main/context/context.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { recoveryName } from '#shared/security/recoveryCode.ts';
import { demoPeople } from '#shared/people/vocabulary.ts';
import type { security } from '#shared/security/contract.ts';
import { codeIn, demoOf, isSetUp, isWrongPassword } from './identity.queries.ts';
import { settingsOf, singlePersonOf } from './siteSettings.queries.ts';

export const securityQueries: QueriesIn<typeof security, 'signsWithUser' | 'storeFile' | 'readOnly' | 'appVersion'> = {
  async whoAmI(_input, { actor, reader, storeFile, readOnly, appVersion, signsWithUser }) {
    const { db } = reader;
    const demo = demoOf(db);
    const open = !isSetUp(db);
    // Whoever is not signed in learns what the door shows, and nothing of the plant.
    const isStranger = actor.authState === 'stranger';
    return {
      authState: actor.authState,
      session: actor.session,
      person: actor.person,
      role: actor.role,
      roles: [...actor.roles],
      permissions: [...actor.permissions],
      lapsed: [...actor.lapsed],
      signsWithUser,
      open,
      demoPeople: demo === '' ? [] : demoPeopleIn(db),
      idleMinutes: settingsOf(db).idleMinutes,
      timeZone: isStranger ? '' : settingsOf(db).timeZone,
      singlePerson: isStranger ? '' : singlePersonOf(db),
      host: actor.host,
      workstation: isStranger ? '' : actor.workstation,
      store: { name: isStranger ? '' : basename(storeFile), demo: demo !== '', readOnly },
      version: appVersion,
      trail: lastEntry(db),
    };
  },
};

/** Those that can sign in: an earlier demo has fewer, and where people are set up all of them are disabled. */
function demoPeopleIn(db: Database) {
  const there = prepared<{ user: string }>(db, 'select user from person where demo = 1 and disabled = 0').all();
  return demoPeople.filter(({ user }) => there.some((person) => person.user === user));
}

const lastEntry = (db: Database): number =>
  prepared<{ seq: number }>(db, 'select seq from head where id = 1').get()?.seq ?? 0;

/** When a person was let in last; seq 0 and "" when never. */
export function lastLogIn(db: Database, user: string): { seq: number; at: string } {
  const row = db
    .prepare<[string], { seq: number; at: number }>(
      "select seq, at from audit_entry where person = ? and operation = 'people.logIn' and outcome = 'done' order by seq desc limit 1",
    )
    .get(user);
  return row === undefined ? { seq: 0, at: '' } : { seq: row.seq, at: formatMoment(row.at) };
}

const mostFailures = 50;

/** So long somebody who gets a new password is told of those before it, too. */
const givenDays = 90;

/**
 * Who gave a person a new password after an entry, newest first; it may have been the recovery code. The first one, for a
 * new account, is no news. Where there is one, those of the last days before it are told again: whoever gave them may have
 * been told in this person's place, who comes back with the new one only.
 */
export async function passwordsGivenSince(
  read: Read,
  { user, seq, now }: { user: string; seq: number; now: Moment },
): Promise<{ at: string; by: string }[]> {
  const rows = await read.all(passwordsGiven, { from: `${user}${partSeparator}`, until: `${user} ` });
  const from = rows.some((row) => row.seq > seq) ? now - givenDays * 86_400_000_000 : now;
  return rows
    .filter((row) => row.seq > seq || row.at > from)
    .map(({ at, by, operation }) => ({ at: formatMoment(at), by: operation === 'people.recover' ? recoveryName : by }));
}

// No name has a sign between the separator and the blank.
const passwordsGiven = query((tables, { from, until }: { from: string; until: string }) =>
  tables
    .selectFrom('record_version as v')
    .innerJoin('audit_entry as e', 'e.seq', 'v.entry_seq')
    .select(['e.at', 'e.seq', 'e.person as by', 'e.operation'])
    .where('v.record', '=', 'credential')
    .where('v.record_key', '>=', from)
    .where('v.record_key', '<', until)
    .where('e.operation', 'in', ['people.resetPassword', 'people.recover'])
    .orderBy('e.seq', 'desc')
    .limit(mostFailures),
);

/** Whose account was opened with the recovery code after an entry, newest first. */
export async function recoveriesSince(read: Read, seq: number): Promise<{ at: string; user: string }[]> {
  const rows = await read.all(recoveries, { code: `${recoveryName}${partSeparator}`, after: `${recoveryName} `, seq });
  return rows.map(({ at, key }) => ({ at: formatMoment(at), user: key.split(partSeparator)[0] ?? '' }));
}

// Such an entry writes two passwords: the person's, and that there is no code any more.
const recoveries = query((tables, { code, after, seq }: { code: string; after: string; seq: number }) =>
  tables
    .selectFrom('record_version as v')
    .innerJoin('audit_entry as e', 'e.seq', 'v.entry_seq')
    .select(['e.at', 'v.record_key as key'])
    .where('v.record', '=', 'credential')
    .where((eb) => eb.or([eb('v.record_key', '<', code), eb('v.record_key', '>=', after)]))
    .where('e.operation', '=', 'people.recover')
    .where('e.seq', '>', seq)
    .orderBy('e.seq', 'desc')
    .limit(mostFailures),
);

/** Wrong passwords after an entry, newest first; of one person, or of all. */
export function failuresSince(
  db: Database,
  seq: number,
  user: string | undefined,
): { at: string; person: string; workstation: string; operation: string; code: string }[] {
  type Row = { at: number; person: string; operation: string; body: string };
  const isOne = user === undefined ? '' : 'and person = ?';
  const rows = db.prepare<unknown[], Row>(
    `select at, person, operation, body from audit_entry
     where (outcome = 'refused' or operation = 'people.logIn') and outcome = 'refused' and seq > ? ${isOne} order by seq desc`,
  );
  const failures = [];
  for (const { at, person, operation, body } of rows.iterate(...(user === undefined ? [seq] : [seq, user]))) {
    const code = codeIn(body);
    if (!isWrongPassword(body) && code !== 'LOCKED_OUT') continue;
    // Written by the bus, in the shape of an entry's body.
    const { workstation } = JSON.parse(body) as { workstation: string };
    failures.push({ at: formatMoment(at), person, workstation, operation, code });
    if (failures.length === mostFailures) break;
  }
  return failures;
}
