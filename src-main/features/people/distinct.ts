import type { KnownPerson } from '#main/features/security/identity.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { areOneCode, areOneName } from '#shared/people/looksOfPeople.ts';

/**
 * Refuses a name that would be read as that of somebody else, also of somebody who left: what they signed bears it. Demo
 * people signed nothing that counts.
 * @throws LotlineError DUPLICATE
 */
export function insistOnOwnName(people: readonly KnownPerson[], { user, name }: { user: string; name: string }): void {
  const twin = people.find((one) => !one.demo && one.user !== user && areOneName(one.name, name));
  if (twin === undefined) return;
  throw new LotlineError(
    'DUPLICATE',
    msg`${name} reads like ${twin.name}, the name of ${twin.user}: nobody could tell their signatures apart. Add to the name what does, such as a second first name or the department.`,
    { field: 'name' },
  );
}

/**
 * Refuses a new user name that would be read as that of somebody else.
 * @throws LotlineError DUPLICATE
 */
export function insistOnOwnUserName(people: readonly KnownPerson[], user: string): void {
  const twin = people.find((one) => !one.demo && areOneCode(one.user, user));
  if (twin === undefined) return;
  throw new LotlineError(
    'DUPLICATE',
    msg`The user name ${user} looks like ${twin.user}, which is there: one would be taken for the other. Choose another.`,
    { field: 'user' },
  );
}

/**
 * Refuses a new role that would be read as another one.
 * @throws LotlineError DUPLICATE
 */
export function insistOnOwnRole(codes: Iterable<string>, code: string): void {
  const all = [...codes];
  const twin = all.includes(code) ? undefined : all.find((one) => areOneCode(one, code));
  if (twin === undefined) return;
  throw new LotlineError(
    'DUPLICATE',
    msg`The role ${code} looks like ${twin}, which is there: one would be taken for the other. Choose another name, or change that role.`,
    { field: 'code' },
  );
}
