import { msg } from '#shared/kernel/message.ts';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { recordNamed } from '#shared/records.ts';
import type { SavedView } from '#shared/people/contract.ts';
import { authorisable, demoPeople } from '#shared/people/vocabulary.ts';
import {
  allPeople,
  allRoles,
  codeIn,
  credentialsOf,
  findPerson,
  isCurrent,
  isSetUp,
  lockOf,
  mustChange,
  rightsOf,
  settingsOf,
  singlePersonOf,
  trailTime,
} from './identity.queries.ts';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';

export const peopleQueries: QueriesOf<
  'people',
  'setUp' | 'signsWithUser' | 'operations' | 'storeFile' | 'readOnly' | 'appVersion'
> = {
  async whoAmI(_input, { actor, reader, storeFile, readOnly, appVersion, signsWithUser }) {
    const { db } = reader;
    const demo = db.prepare<[], string>('select demo from head where id = 1').pluck().get() ?? '';
    const open = !isSetUp(db);
    return {
      authState: actor.authState,
      person: actor.person,
      role: actor.role,
      roles: [...actor.roles],
      permissions: [...actor.permissions],
      lapsed: [...actor.lapsed],
      signsWithUser,
      open,
      demoPeople: open && demo !== '' ? [...demoPeople] : [],
      idleMinutes: settingsOf(db).idleMinutes,
      singlePerson: singlePersonOf(db),
      host: actor.host,
      workstation: actor.workstation,
      store: { name: basename(storeFile), demo: demo !== '', readOnly },
      version: appVersion,
    };
  },

  async showSetUpCode(_input, { actor, reader, setUp }) {
    if (isSetUp(reader.db))
      throw new LotlineError('ILLEGAL_TRANSITION', msg`The first administrator was set up already.`);
    return { code: setUp.show(actor.host), minutes: 15 };
  },

  async list(_input, { reader: { db }, now }) {
    const { passwordDays } = settingsOf(db);
    return {
      people: allPeople(db).map(({ demo: _demo, roles, ...person }) => {
        const [credential] = credentialsOf(db, person.user);
        const until = lockOf(db, person.user);
        return {
          ...person,
          roles: [...roles],
          passwordChangedAt: credential === undefined ? '' : formatMoment(credential.changedAt),
          mustChange: credential !== undefined && mustChange(credential, now, passwordDays),
          lockedUntil: until > trailTime(db, now) ? formatMoment(until) : '',
        };
      }),
    };
  },

  async listRoles(_input, { reader: { db } }) {
    const people = allPeople(db);
    return {
      roles: [...allRoles(db)].map(([code, permissions]) => ({
        code,
        permissions: [...permissions],
        people: people.filter((person) => !person.disabled && person.roles.includes(code)).length,
      })),
    };
  },

  async listAuthorisations({ user }, { reader: { db }, now, offsetMinutes }) {
    const day = dateOf(now, offsetMinutes);
    const rows = db.prepare<
      [string, string],
      Record<'person' | 'subject' | 'validFrom' | 'validUntil' | 'note', string>
    >(
      `select person, subject, valid_from as validFrom, valid_until as validUntil, note from authorisation
       where ? = '' or person = ? order by person, subject`,
    );
    const name = user === '' ? '' : (findPerson(db, user)?.user ?? user);
    return {
      authorisations: rows.all(name, name).flatMap((row) => {
        const subject = authorisable.find((one) => one === row.subject);
        if (subject === undefined) return [];
        const { person, validFrom, validUntil, note } = row;
        return [{ user: person, subject, from: validFrom, until: validUntil, note, current: isCurrent(row, day) }];
      }),
    };
  },

  async mayDo({ user }, { reader: { db }, now, offsetMinutes, operations }) {
    const person = findPerson(db, user);
    if (person === undefined) throw new LotlineError('NOT_FOUND', msg`There is no person ${user}.`, { field: 'user' });
    const all = allRoles(db);
    const { permissions, lapsed } = rightsOf(db, person, dateOf(now, offsetMinutes));
    return {
      operations: operations.map(({ name, kind, permission }) => {
        const isHeld = permission === 'enter' || permissions.includes(permission);
        const code = lapsed.includes(permission) ? 'TRAINING_EXPIRED' : 'FORBIDDEN';
        return {
          operation: name,
          kind,
          permission,
          may: isHeld && !person.disabled,
          roles: person.roles.filter((role) => all.get(role)?.includes(permission)),
          code: isHeld && !person.disabled ? '' : person.disabled ? 'NOT_LOGGED_IN' : code,
        };
      }),
    };
  },

  async getSettings(_input, { reader: { db } }) {
    return settingsOf(db);
  },

  async listSignatures({ record, parts }, { actor, reader: { db } }) {
    // What concerns people and the trail itself is for those who may read the trail.
    if (recordNamed(record)?.openSignatures !== true && !actor.permissions.includes('audit'))
      throw new LotlineError('FORBIDDEN', msg`Your role may not see these signatures (audit). Ask an administrator.`, {
        permission: 'audit',
      });
    return { signatures: signaturesOn(db, record, parts.join('\u001f')) };
  },

  async listViews({ list }, { actor, read }) {
    const views = await read.all(viewsOf, { person: actor.person.id, list });
    return {
      // Written by the command alone, from a question its contract had checked.
      views: views.map(({ name, question }) => ({ name, question: JSON.parse(question) as SavedView['question'] })),
    };
  },
};

const viewsOf = query((tables, { person, list }: { person: string; list: string }) =>
  tables
    .selectFrom('saved_view')
    .select(['name', 'question'])
    .where('person', '=', person)
    .where('list', '=', list)
    .where('removed', '=', 0)
    .orderBy('name'),
);

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
    if (code !== 'REAUTH_FAILED' && code !== 'LOCKED_OUT') continue;
    // Written by the bus, in the shape of an entry's body.
    const { workstation } = JSON.parse(body) as { workstation: string };
    failures.push({ at: formatMoment(at), person, workstation, operation, code });
    if (failures.length === mostFailures) break;
  }
  return failures;
}
