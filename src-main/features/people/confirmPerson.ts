import type { CommandsIn, Context } from '#main/context/context.ts';
import {
  confirmersOf,
  isBeginning,
  saidOf,
  vouchingOf,
  whomToAsk,
} from '#main/features/security/confirmation.queries.ts';
import { dayOf, findPerson, fold, type KnownPerson } from '#main/features/security/identity.queries.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { people } from '#shared/people/contract.ts';
import { authorisationRecord } from '#shared/people/records.ts';
import { signingSubject } from '#shared/people/vocabulary.ts';
import { closeSigning } from './people.actions.ts';

/** A second person says that a password or rights, which an administrator handed out, are with whom they should be. */
export const confirmPerson: CommandsIn<typeof people>['confirm'] = {
  async toSign({ user, reason }, context) {
    const { person, askedBy } = toConfirm(context, user);
    return {
      sentence: msg`${person.name} may sign: what ${saidOf(askedBy)} handed out is with the right person. ${reason}`,
      reads: [signingOf(person.user)],
      facts: { roles: [...person.roles], askedBy: [...askedBy] },
    };
  },

  async within({ user }, context) {
    const { work, actor } = context;
    const { person } = toConfirm(context, user);
    const isSecond = isBeginning(work.db);
    const today = todayOf(context);
    const saved = closeSigning(work, person.user, today);
    // The first who confirms anybody is the second person of the site.
    if (isSecond && vouchingOf(work.db, actor.person.id).askedBy.length > 0) closeSigning(work, actor.person.id, today);
    return { reply: { saved }, signed: [signingOf(person.user)] };
  },
};

export const todayOf = (context: Pick<Context, 'reader' | 'now' | 'offsetMinutes'>): PlainDate =>
  dayOf(context.reader.db, context);

const signingOf = (user: string) => ({
  kind: authorisationRecord,
  name: [user, signingSubject].join(partSeparator),
});

/** @throws LotlineError NOT_FOUND; ILLEGAL_TRANSITION where nothing waits; SEPARATION_OF_DUTIES */
function toConfirm(
  { reader: { db }, actor }: Pick<Context, 'reader' | 'actor'>,
  user: string,
): { person: KnownPerson; askedBy: readonly string[] } {
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
  return { person, askedBy };
}
