import type { CommandsIn, Context, NamedRecord } from '#main/context/context.ts';
import {
  confirmersOf,
  hasOwnPassword,
  isBeginning,
  saidOf,
  vouchingOf,
  whomToAsk,
} from '#main/features/security/confirmation.queries.ts';
import {
  allRoles,
  credentialsOf,
  dayOf,
  findPerson,
  fold,
  type KnownPerson,
  permissionsOf,
} from '#main/features/security/identity.queries.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { people } from '#shared/people/contract.ts';
import { authorisationRecord } from '#shared/people/records.ts';
import { signingSubject } from '#shared/people/vocabulary.ts';
import { credentialRecord } from '#shared/security/records.ts';
import { closeSigning } from './people.actions.ts';

/** A second person says that a password or rights, which an administrator handed out, are with whom they should be. */
export const confirmPerson: CommandsIn<typeof people>['confirm'] = {
  async toSign({ user, reason }, context) {
    const { person, askedBy, password } = toConfirm(context, user);
    const { db } = context.reader;
    return {
      sentence: msg`${person.name} may sign: what ${saidOf(askedBy)} handed out is with the right person. ${reason}`,
      reads: [signingOf(person.user), password],
      // Another password, or other rights, are another thing to confirm.
      facts: { rights: permissionsOf(person.roles, allRoles(db)), roles: [...person.roles], askedBy: [...askedBy] },
    };
  },

  async within({ user }, context) {
    const { work, actor } = context;
    const { person, password } = toConfirm(context, user);
    const isSecond = isBeginning(work.db);
    const today = todayOf(context);
    const saved = closeSigning(work, person.user, today);
    // The first who confirms anybody is the second person of the site.
    if (isSecond && vouchingOf(work.db, actor.person.id).askedBy.length > 0) closeSigning(work, actor.person.id, today);
    return { reply: { saved }, signed: [signingOf(person.user), password] };
  },
};

export const todayOf = (context: Pick<Context, 'reader' | 'now' | 'offsetMinutes'>): PlainDate =>
  dayOf(context.reader.db, context);

const signingOf = (user: string) => ({
  kind: authorisationRecord,
  name: [user, signingSubject].join(partSeparator),
});

/**
 * What waits of a person, and the password in force, which is what is confirmed.
 * @throws LotlineError NOT_FOUND; ILLEGAL_TRANSITION where nothing waits, or whoever gave the password has it still;
 * SEPARATION_OF_DUTIES
 */
function toConfirm(
  { reader: { db }, actor }: Pick<Context, 'reader' | 'actor'>,
  user: string,
): { person: KnownPerson; askedBy: readonly string[]; password: NamedRecord } {
  const person = findPerson(db, user);
  if (person === undefined) throw new LotlineError('NOT_FOUND', msg`There is no person ${user}.`, { field: 'user' });
  const { askedBy } = vouchingOf(db, person.user);
  if (askedBy.length === 0)
    throw new LotlineError('ILLEGAL_TRANSITION', msg`Nothing of ${person.name} waits to be confirmed.`);
  if (!confirmersOf(db, person.user).some((one) => fold(one.user) === fold(actor.person.id)))
    throw new LotlineError(
      'SEPARATION_OF_DUTIES',
      msg`You may not confirm that ${person.name} signs. ${whomToAsk(db, person.user)}`,
      { pair: 'signing' },
    );
  if (!hasOwnPassword(db, person.user))
    throw new LotlineError(
      'ILLEGAL_TRANSITION',
      msg`${person.name} has not changed the password yet, which whoever gave it still knows. Ask ${person.name} to sign in and change it, and confirm then.`,
      { user: person.user },
    );
  const number = credentialsOf(db, person.user)[0]?.number ?? 0;
  const password = { kind: credentialRecord, name: [person.user, number].join(partSeparator) };
  return { person, askedBy, password };
}
