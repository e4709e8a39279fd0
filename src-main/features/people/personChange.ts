import { msg } from '#shared/kernel/message.ts';
import type { CommandContext, CommandsIn, QueryContext } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { decisions, signingRights } from '#shared/kernel/roles.ts';
import { personRecord } from '#shared/people/records.ts';
import { changesOf } from '#shared/signing/changes.ts';
import {
  allPeople,
  allRoles,
  findPerson,
  fold,
  isSetUp,
  type KnownPerson,
  parts,
  permissionsOf,
} from '#main/features/security/identity.queries.ts';
import { standingBehind } from '#main/features/security/confirmation.queries.ts';
import { singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import type { people } from '#shared/people/contract.ts';
import { areOneName } from '#shared/people/looksOfPeople.ts';
import { todayOf } from './confirmPerson.ts';
import { insistOnOwnName } from './distinct.ts';
import { openSigning, savePerson } from './people.actions.ts';

export const personChange: CommandsIn<typeof people>['change'] = {
  async toSign(said, context) {
    const { db } = context.reader;
    const { before, after } = plannedPerson(said, db);
    const raisesOwn = isOwn(context, before) && gained(db, before, after).length > 0;
    const [was, becomes] = [valuesOf(before), valuesOf(after)];
    const earlier: Readonly<Record<string, unknown>> = was;
    const changed = Object.entries(becomes)
      .filter(([column, value]) => earlier[column] !== value)
      .map(([column]) => column);
    const by = context.actor.person.name;
    const changes = changesOf(personRecord, { before: was, after: becomes, changed });
    return {
      sentence: msg`${by} changes what is recorded of ${before.name}: ${changes}. ${said.reason}`,
      reads: [{ kind: personRecord, name: fold(said.user) }],
      // What the roles give is part of what is decided on.
      facts: gained(db, before, after),
      ...(raisesOwn ? { witness: 'ownRole' } : {}),
    };
  },

  async within(said, context) {
    const { work } = context;
    const { before, after } = plannedPerson(said, work.db);
    const raises = gained(work.db, before, after).some((right) => signingRights.includes(right));
    const saved = savePerson(work, valuesOf(after));
    // What somebody gives themselves is signed by a witness; who works alone here has none.
    const isSigned = isOwn(context, before) && singlePersonOf(work.db) === '';
    // Signatures bear the name: whoever changes it could have them read as another person's.
    if ((raises && !isSigned) || !areOneName(before.name, after.name))
      openSigning(work, after.user, { by: [context.actor.person.id], isNew: false, today: todayOf(context) });
    insistOnAdministrator(context);
    return { reply: { saved }, signed: [{ kind: personRecord, name: fold(said.user) }] };
  },
};

type Db = Parameters<typeof findPerson>[0];

export function needPerson(db: Db, user: string): KnownPerson {
  const person = findPerson(db, user);
  if (person === undefined) throw new LotlineError('NOT_FOUND', msg`There is no person ${user}.`, { field: 'user' });
  return person;
}

type SaidOfPerson = { user: string; version: number } & {
  [K in 'name' | 'email' | 'identity']?: string | undefined;
} & { roles?: string[] | undefined; disabled?: boolean | undefined };

/**
 * What is recorded of a person, and what will be.
 * @throws LotlineError NOT_FOUND; RECORD_CHANGED for another version than was looked at
 */
function plannedPerson(said: SaidOfPerson, db: Db): { before: KnownPerson; after: KnownPerson } {
  const before = needPerson(db, said.user);
  if (before.version !== said.version) {
    throw new LotlineError('RECORD_CHANGED', msg`${before.name} was changed by somebody else. Load the page again.`, {
      version: before.version,
    });
  }
  if (said.name !== undefined && said.name !== before.name) insistOnOwnName(db, { user: before.user, name: said.name });
  const isEnabled = before.disabled && said.disabled === false;
  const after = {
    ...before,
    name: said.name ?? before.name,
    email: said.email ?? before.email,
    // Who is enabled again may hold together what may be together today.
    roles: said.roles === undefined && !isEnabled ? before.roles : parts(checkRoles(db, said.roles ?? before.roles)),
    disabled: said.disabled ?? before.disabled,
    identity: said.identity ?? before.identity,
  };
  return { before, after };
}

const valuesOf = ({ version: _version, roles, disabled, demo, ...said }: KnownPerson) => ({
  ...said,
  roles: roles.join(','),
  disabled: Number(disabled),
  demo: Number(demo),
});

/** Whether somebody changes themselves, with an account too that they handed out and nobody else confirmed yet. */
const isOwn = ({ actor, reader }: Pick<QueryContext, 'actor' | 'reader'>, { user }: KnownPerson): boolean =>
  standingBehind(reader.db, actor.person.id).includes(fold(user));

/** Roles that exist and go together, as a person's record keeps them. */
export function checkRoles(db: Db, roles: readonly string[]): string {
  const all = allRoles(db);
  const unknown = roles.find((code) => !all.has(code));
  if (unknown !== undefined) throw new LotlineError('NOT_FOUND', msg`There is no role ${unknown}.`, { field: 'roles' });
  const held = permissionsOf(roles, all);
  const decision = decisions.find((permission) => held.includes(permission));
  if (held.includes('people') && decision !== undefined && singlePersonOf(db) === '') {
    throw new LotlineError(
      'SEPARATION_OF_DUTIES',
      msg`Whoever administers people makes no quality decisions (${decision}). Give the two to different people, or say that one person works here alone.`,
      { field: 'roles', permission: decision },
    );
  }
  return [...new Set(roles)].sort().join(',');
}

/** What somebody would newly be allowed. */
function gained(db: Db, before: KnownPerson, after: KnownPerson): Permission[] {
  const all = allRoles(db);
  const had = before.disabled ? [] : permissionsOf(before.roles, all);
  const has = after.disabled ? [] : permissionsOf(after.roles, all);
  return has.filter((permission) => !had.includes(permission));
}

/** There is always somebody who can let people in. */
export function insistOnAdministrator({ work }: Pick<CommandContext, 'work'>): void {
  const all = allRoles(work.db);
  const isThere = allPeople(work.db).some(
    ({ disabled, roles, demo }) =>
      !disabled && permissionsOf(roles, all).includes('people') && (!demo || !isSetUp(work.db)),
  );
  if (isThere) return;
  throw new LotlineError('CONFLICT', msg`This is the last administrator. Give another person that role first.`);
}
