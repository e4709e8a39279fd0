import type { Database } from 'better-sqlite3';
import { prepared } from '#main/store/statements.ts';
import { type Moment, type PlainDate } from '#shared/kernel/dates.ts';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import { lockedUntil } from '#shared/security/lockOut.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
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

/** Whether the first administrator was set up, once and for ever: the audit trail says so, whatever became of the people. */
export const isSetUp = (db: Database): boolean =>
  prepared(db, "select 1 from audit_entry where operation = 'people.setUp' and outcome = 'done' limit 1").get() !==
  undefined;

type PersonRow = { user: string; name: string; email: string; identity: string } & Record<
  'disabled' | 'demo' | 'version',
  number
> & { roles: string };

const columns = 'user, name, email, roles, disabled, identity, demo, version';
const known = ({ roles, disabled, demo, ...rest }: PersonRow): KnownPerson => ({
  ...rest,
  roles: parts(roles),
  disabled: disabled === 1,
  demo: demo === 1,
});

/** Texts kept in one column; "" holds none. */
export const parts = (text: string): string[] => (text === '' ? [] : text.split(','));

export const fold = (user: string): string => user.toLowerCase();

export function findPerson(db: Database, user: string): KnownPerson | undefined {
  const row = db.prepare<[string], PersonRow>(`select ${columns} from person where folded = ?`).get(fold(user));
  return row === undefined ? undefined : known(row);
}

export const allPeople = (db: Database): KnownPerson[] =>
  db.prepare<[], PersonRow>(`select ${columns} from person order by folded`).all().map(known);

/** Every role and what it may do. */
export function allRoles(db: Database): Map<string, readonly Permission[]> {
  const rows = db.prepare<[], { code: string; permissions: string }>(
    'select code, permissions from role order by code',
  );
  return new Map(rows.all().map((row) => [row.code, permissionsIn(row.permissions)]));
}

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

/** What a person may do today; `lapsed` is what the roles would allow, but no current qualification does. */
export function rightsOf(
  db: Database,
  { user, roles }: Pick<KnownPerson, 'user' | 'roles'>,
  today: PlainDate,
): { permissions: Permission[]; lapsed: Permission[] } {
  const byRole = permissionsOf(roles, allRoles(db));
  const held = new Map(
    db
      .prepare<[string], { subject: string; validFrom: string; validUntil: string }>(
        'select subject, valid_from as validFrom, valid_until as validUntil from authorisation where person = ?',
      )
      .all(user)
      .map((row) => [row.subject, isCurrent(row, today)]),
  );
  const needed: readonly Permission[] = settingsOf(db).authorised;
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
  const rows = db.prepare<[string], Omit<KnownCredential, 'mustChange'> & { mustChange: number }>(
    'select number, hash, changed_at as changedAt, must_change as mustChange from credential where person = ? order by number desc',
  );
  return rows.all(user).map((row) => ({ ...row, mustChange: row.mustChange === 1 }));
}

/** Whether the password in force must be changed before anything else is done. */
export const mustChange = ({ mustChange: asked, changedAt }: KnownCredential, now: Moment, days: number): boolean =>
  asked || (days > 0 && now - changedAt > days * 86_400_000_000);

type ProofEntry = { seq: number; at: Moment; operation: string; outcome: string; body: string };

/** Wrong passwords in a row since the last right one, or since the password was changed. */
export function failuresOf(db: Database, user: string): { count: number; lastAt: Moment } {
  const entries = db.prepare<[string, number], ProofEntry>(
    `select seq, at, operation, outcome, body from audit_entry
     where person = ? and (outcome = 'refused' or operation = 'people.logIn') and seq > ? order by seq desc`,
  );
  let count = 0;
  let lastAt = 0;
  for (const { at, outcome, body } of entries.iterate(user, passwordGivenIn(db, user))) {
    if (outcome === 'done') break;
    if (codeIn(body) !== 'REAUTH_FAILED') continue;
    count += 1;
    lastAt = Math.max(lastAt, at);
  }
  return { count, lastAt };
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

/** Until when an account is locked, 0 when it is not. Counted in the trail's time, which a clock set back does not shorten. */
export function lockOf(db: Database, user: string): Moment {
  const { count, lastAt } = failuresOf(db, user);
  return lockedUntil(count, lastAt);
}

/** The time of the audit trail: never before its last entry. */
export const trailTime = (db: Database, now: Moment): Moment =>
  Math.max(now, db.prepare<[], number>('select at from audit_entry order by seq desc limit 1').pluck().get() ?? 0);
