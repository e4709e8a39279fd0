import type { QueriesIn } from '#main/context/context.ts';
import {
  allPeople,
  allRoles,
  credentialsOf,
  dayOf,
  findPerson,
  isCurrent,
  isSetUp,
  lockOf,
  mustChange,
  rightsOf,
} from '#main/features/security/identity.queries.ts';
import { openSigning } from '#main/features/security/confirmation.queries.ts';
import { makersOf, recoveryCodeOf } from '#main/features/security/recoveryCode.queries.ts';
import { signaturesOn } from '#main/features/signing/signatures.queries.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { people } from '#shared/people/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { recordNamed } from '#shared/records.ts';

export const peopleQueries: QueriesIn<typeof people, 'setUp' | 'operations'> = {
  async showSetUpCode(_input, { actor, reader, setUp }) {
    if (isSetUp(reader.db))
      throw new LotlineError('ILLEGAL_TRANSITION', msg`The first administrator was set up already.`);
    return { code: setUp.show(actor.host), minutes: 15 };
  },

  async list(_input, { reader: { db }, now }) {
    const open = openSigning(db);
    return {
      people: allPeople(db).map(({ demo: _demo, roles, ...person }) => {
        const [credential] = credentialsOf(db, person.user);
        const until = lockOf(db, person.user, now);
        return {
          ...person,
          roles: [...roles],
          passwordChangedAt: credential === undefined ? '' : formatMoment(credential.changedAt),
          mustChange: credential !== undefined && mustChange(db, credential, now),
          lockedUntil: until > 0 ? formatMoment(until) : '',
          signing: open.get(person.user) ?? { askedBy: [], ask: [] },
        };
      }),
    };
  },

  async listAdministrators(_input, { reader: { db }, now, offsetMinutes }) {
    const administrators = allPeople(db).filter(
      (person) => !person.disabled && rightsOf(db, person, { now, offsetMinutes }).permissions.includes('people'),
    );
    return { people: administrators.map(({ user, name }) => ({ user, name })) };
  },

  async recoveryCode(_input, { reader: { db }, read }) {
    const code = recoveryCodeOf(db);
    if (code === undefined) return { madeAt: '', by: '' };
    const [by] = await makersOf(read, code);
    return { madeAt: formatMoment(code.changedAt), by };
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
    const day = dayOf(db, { now, offsetMinutes });
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
    const { permissions, lapsed } = rightsOf(db, person, { now, offsetMinutes });
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

  async listSignatures({ record, parts }, { actor, reader: { db } }) {
    // What concerns people and the trail itself is for those who may read the trail.
    if (recordNamed(record)?.openSignatures !== true && !actor.permissions.includes('audit'))
      throw new LotlineError('FORBIDDEN', msg`Your role may not see these signatures (audit). Ask an administrator.`, {
        permission: 'audit',
      });
    return { signatures: signaturesOn(db, record, parts.join('\u001f')) };
  },
};
