import type { Database } from 'better-sqlite3';
import { attemptsAfter } from '#main/store/attempts.ts';
import { clockBehindIn } from '#main/store/entries.ts';
import { prepared } from '#main/store/statements.ts';
import { type Vouched, vouchedRecords } from '#main/store/vouchedRecords.ts';
import { dateOf, type Moment, parseMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import { foldUserName } from '#shared/kernel/userName.ts';
import { lockedUntil, shortLockMinutes } from '#shared/security/lockOut.ts';
import { authorisationRecord, personRecord, roleRecord } from '#shared/people/records.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { credentialRecord } from '#shared/security/records.ts';
import { costOf } from './hashing.ts';
import { settingsOf } from './siteSettings.queries.ts';

/** A person as the store has them. */
export type KnownPerson = {
  user: string;
  name: string;
  email: string;
  roles: readonly string[];
  disabled: boolean;
  identity: string;
  demo: boolean;
  version: number;
};

/**
 * Whether the first administrator was set up, once and for ever: the audit trail says so, whatever became of the people,
 * and so does every version of a person who is none of a demo, whatever became of that entry.
 */
export const isSetUp = (db: Database): boolean =>
  prepared(
    db,
    `select 1 from audit_entry where operation = 'people.setUp' and outcome = 'done'
     union all select 1 from record_version where record = 'person' and content like '%"demo":0%' limit 1`,
  ).get() !== undefined;

/**
 * The same, asked of every row and of the people themselves: what was left out of an index is there still. It takes its
 * time, for setting up itself.
 */
export const wasEverSetUp = (db: Database): boolean =>
  isSetUp(db) ||
  prepared(
    db,
    `select 1 from person where demo = 0
     union all select 1 from audit_entry where operation || '' = 'people.setUp' and outcome = 'done'
     union all select 1 from record_version where record || '' = 'person' and content like '%"demo":0%' limit 1`,
  ).get() !== undefined;

/** Whether it is a demo in which nobody was set up: its owner may do all, and its people's password is published. */
export const isOpenDemo = (db: Database): boolean => demoOf(db) !== '' && !isSetUp(db);

/** The plant of a demo; "" for what is none. */
export const demoOf = (db: Database): string =>
  prepared<{ demo: string }>(db, 'select demo from head where id = 1').get()?.demo ?? '';

const known = (row: Vouched): KnownPerson => ({
  user: String(row['user']),
  name: String(row['name']),
  email: String(row['email']),
  roles: parts(String(row['roles'])),
  disabled: row['disabled'] === 1,
  identity: String(row['identity']),
  demo: row['demo'] === 1,
  version: row.version,
});

/** Texts kept in one column; "" holds none. */
export const parts = (text: string): string[] => (text === '' ? [] : text.split(','));

export const fold = foldUserName;

export function findPerson(db: Database, user: string): KnownPerson | undefined {
  const [row] = vouchedRecords(db, personRecord, fold(user));
  return row === undefined ? undefined : known(row);
}

export const allPeople = (db: Database): KnownPerson[] =>
  vouchedRecords(db, personRecord)
    .map(known)
    .toSorted((a, b) => (fold(a.user) < fold(b.user) ? -1 : 1));

/** Whether any version of a person after one has them disabled. */
export const wasDisabledSince = (db: Database, user: string, version: number): boolean =>
  prepared<{ content: string }>(
    db,
    "select content from record_version where record = 'person' and record_key = ? and version > ?",
  )
    .all(fold(user), version)
    .some(({ content }) => content.includes('"disabled":1'));

/** Every role and what it may do. */
export function allRoles(db: Database): Map<string, readonly Permission[]> {
  const rows = vouchedRecords(db, roleRecord).map((row): [string, readonly Permission[]] => [
    String(row['code']),
    permissionsIn(String(row['permissions'])),
  ]);
  return new Map(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What some roles may do. */
const rolesNamed = (db: Database, codes: readonly string[]): Map<string, readonly Permission[]> =>
  new Map(
    codes.flatMap((code) =>
      vouchedRecords(db, roleRecord, code).map((row) => [code, permissionsIn(String(row['permissions']))] as const),
    ),
  );

/** Permissions an earlier or later version knows and this one does not give nobody anything. */
export const permissionsIn = (text: string): Permission[] => {
  const said = parts(text);
  return permissions.filter((permission) => said.includes(permission));
};

/** What roles may do together, in the order of the list. */
export function permissionsOf(roles: readonly string[], all: ReadonlyMap<string, readonly Permission[]>): Permission[] {
  const held = new Set(roles.flatMap((code) => all.get(code) ?? []));
  return permissions.filter((permission) => held.has(permission));
}

/** The time by a caller's clock, and how far that is ahead of UTC. */
export type Here = { now: Moment; offsetMinutes: number };

/** The day it is by the trail's time: a clock that was set back brings no qualification back. */
export const dayOf = (db: Database, { now, offsetMinutes }: Here): PlainDate =>
  dateOf(trailTime(db, now), offsetMinutes);

/** What a person may do today; `lapsed` is what the roles would allow, but no current qualification does. */
export function rightsOf(
  db: Database,
  { user, roles }: Pick<KnownPerson, 'user' | 'roles'>,
  here: Here,
  settings = settingsOf(db),
): { permissions: Permission[]; lapsed: Permission[] } {
  const today = dayOf(db, here);
  const byRole = permissionsOf(roles, rolesNamed(db, roles));
  const held = new Map(
    vouchedRecords(db, authorisationRecord, user).map((row) => [
      String(row['subject']),
      isCurrent({ validFrom: String(row['validFrom']), validUntil: String(row['validUntil']) }, today),
    ]),
  );
  const needed: readonly Permission[] = settings.authorised;
  const lapsed = byRole.filter(
    (permission) =>
      authorisable.some((one) => one === permission) && !(held.get(permission) ?? !needed.includes(permission)),
  );
  return { permissions: byRole.filter((permission) => !lapsed.includes(permission)), lapsed };
}

export const isCurrent = (
  { validFrom, validUntil }: { validFrom: string; validUntil: string },
  today: PlainDate,
): boolean => validFrom <= today && (validUntil === '' || today <= validUntil);

export type KnownCredential = { number: number; hash: string; changedAt: Moment; mustChange: boolean };

/** A person's passwords, the one in force first. */
export function credentialsOf(db: Database, user: string): KnownCredential[] {
  return vouchedRecords(db, credentialRecord, user)
    .map((row) => ({
      number: Number(row['number']),
      hash: String(row['hash']),
      changedAt: Number(row['changedAt']),
      mustChange: row['mustChange'] === 1,
    }))
    .toSorted((a, b) => b.number - a.number);
}

/** Whether the password in force must be changed before anything else is done; it ages by the trail's time. */
export function mustChange(
  db: Database,
  { mustChange: asked, changedAt }: KnownCredential,
  now: Moment,
  { passwordDays: days } = settingsOf(db),
): boolean {
  return asked || (days > 0 && trailTime(db, now) - changedAt > days * 86_400_000_000);
}

type ProofEntry = { seq: number; at: Moment; operation: string; outcome: string; body: string };

/** `lastSeq` is the entry of the last; Infinity where it was counted beside the store. */
type Failures = { count: number; lastAt: Moment; lastSeq: number };

/**
 * Wrong passwords in a row since the last right one, or since the password was changed: in the trail, and beside it. None
 * is later than the trail's time: rows of a time to come would lock everybody until then.
 */
export function failuresOf(db: Database, user: string, now: Moment): Failures {
  const entries = db.prepare<[string, number], ProofEntry>(
    `select seq, at, operation, outcome, body from audit_entry
     where person = ? and (outcome = 'refused' or operation = 'people.logIn') and seq > ? order by seq desc`,
  );
  let [count, lastAt, lastSeq] = [0, 0, 0];
  let since = credentialsOf(db, user)[0]?.changedAt ?? 0;
  for (const { seq, at, outcome, body } of entries.iterate(user, passwordGivenIn(db, user))) {
    if (outcome === 'done') {
      since = Math.max(since, at);
      break;
    }
    if (!isWrongPassword(body)) continue;
    count += 1;
    lastAt = Math.max(lastAt, at);
    lastSeq = Math.max(lastSeq, seq);
  }
  const beside = attemptsAfter(db.name, user, since, trailTime(db, now));
  const isBeside = beside.lastAt > lastAt;
  return {
    count: count + beside.count,
    lastAt: Math.max(lastAt, beside.lastAt),
    lastSeq: isBeside ? Infinity : lastSeq,
  };
}

/** The entry with which a person's password came into force. */
const passwordGivenIn = (db: Database, user: string): number =>
  db
    .prepare<[string], number>(
      "select entry_seq from record_version where record = 'credential' and record_key = ? order by version desc limit 1",
    )
    .pluck()
    .get([user, credentialsOf(db, user)[0]?.number ?? 0].join('\u001f')) ?? 0;

/** The code of a refused entry; a quote inside a text is escaped, so the first such key is the body's own. */
export const codeIn = (body: string): string => /"code":"([A-Z_]+)"/.exec(body)?.[1] ?? '';

/** Whether a refused entry is of a password that was tried, and was not the right one. */
export const isWrongPassword = (body: string): boolean =>
  codeIn(body) === 'REAUTH_FAILED' && !body.includes('"untried":true');

/**
 * Until when an account is locked, 0 when it is not. Guesses keep the last administrator out for a short while only: nobody
 * else could help.
 */
export const lockOf = (db: Database, user: string, now: Moment): Moment => guessedOf(db, user, now).until;

/** How many wrong passwords came in a row, and until when that locks the account. */
export type Guessed = { count: number; until: Moment };

export function guessedOf(db: Database, user: string, now: Moment): Guessed {
  const failures = failuresOf(db, user, now);
  const { count } = failures;
  const until = lockAfter(db, failures, now);
  if (until === 0 || !isLastAdministrator(db, user, now)) return { count, until };
  return { count, until: lockAfter(db, failures, now, shortLockMinutes) };
}

/**
 * Counted in the trail's time, which a clock set back does not shorten. Where the clock was ahead once that time stands
 * still for long: there it is over as well once the clock has gone on for so long since it was put right.
 */
function lockAfter(db: Database, { count, lastAt, lastSeq }: Failures, now: Moment, longestMinutes?: number): Moment {
  const until = lockedUntil(count, lastAt, longestMinutes);
  if (until <= trailTime(db, now)) return 0;
  const byClock = lockedUntil(count, Math.min(now, clockSince(db, { at: lastAt, seq: lastSeq })), longestMinutes);
  return byClock <= now ? 0 : byClock;
}

/** What the computer's clock said at an entry; or at the first after it that it was behind by then. */
function clockSince(db: Database, { at, seq }: { at: Moment; seq: number }): Moment {
  if (seq === Infinity) return at;
  const entries = prepared<{ body: string }>(db, 'select body from audit_entry where seq >= ? order by seq');
  for (const { body } of entries.iterate(seq)) {
    const clock = parseMoment(clockBehindIn(body));
    if (clock !== undefined && clock < at) return clock;
  }
  return at;
}

function isLastAdministrator(db: Database, user: string, now: Moment): boolean {
  const roles = allRoles(db);
  const administrators = allPeople(db).filter(
    (one) => !one.disabled && permissionsOf(one.roles, roles).includes('people'),
  );
  const [own, others] = [
    administrators.filter((one) => one.user === user),
    administrators.filter((one) => one.user !== user),
  ];
  const isLocked = (one: KnownPerson): boolean => lockAfter(db, failuresOf(db, one.user, now), now) > 0;
  return own.length > 0 && others.every(isLocked);
}

/** A name nobody has is locked like any other, so that a lock tells nobody who has an account; by the clock alone. */
export function guessedOfNobody(db: Database, name: string, now: Moment): Guessed {
  const { count, lastAt } = attemptsAfter(db.name, name, 0, trailTime(db, now));
  const until = lockedUntil(count, Math.min(now, lastAt));
  return { count, until: until <= now ? 0 : until };
}

/** The work of checking the password in force that takes most of it, as a power of two. */
export const mostWork = (db: Database, atLeast: number): number =>
  vouchedRecords(db, credentialRecord).reduce((most, { hash }) => Math.max(most, costOf(String(hash))), atLeast);

/** The time of the audit trail: never before its last entry. */
export const trailTime = (db: Database, now: Moment): Moment =>
  Math.max(now, prepared<{ at: Moment }>(db, 'select at from audit_entry order by seq desc limit 1').get()?.at ?? 0);
