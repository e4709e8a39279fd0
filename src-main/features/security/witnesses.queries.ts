import type { Actor, QueryContext } from '#main/context/context.ts';
import type { SignedCommandMeta } from '#shared/kernel/operation.ts';
import { isBeginning, standingBehind, vouchingOf } from './confirmation.queries.ts';
import { allPeople, fold, rightsOf } from './identity.queries.ts';

type Context = Pick<QueryContext, 'reader' | 'now' | 'offsetMinutes'> & { actor: Pick<Actor, 'person'> };

/**
 * Who could sign here as the second person just now, by name: whoever has the right in force, waits for no confirmation
 * and had no part in what the first may do. Only the password they give decides.
 */
export function mayWitness(
  context: Context,
  { permission, signature: rule }: Pick<SignedCommandMeta, 'permission' | 'signature'>,
): { user: string; name: string }[] {
  const { db } = context.reader;
  const asked = rule.witnessRights ?? [permission];
  const behind = standingBehind(db, context.actor.person.id);
  const isNew = rule.witnessRights !== undefined && isBeginning(db);
  return allPeople(db)
    .filter(
      (person) =>
        !person.disabled &&
        !behind.includes(fold(person.user)) &&
        rightsOf(db, person, context).permissions.some((one) => asked.includes(one)) &&
        (isNew || vouchingOf(db, person.user).askedBy.length === 0),
    )
    .map(({ user, name }) => ({ user, name }));
}
