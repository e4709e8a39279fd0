import type { Database } from 'better-sqlite3';
import { allPeople } from '#main/features/security/identity.queries.ts';
import { isOwnersId, namesEver } from '#main/features/signing/names.queries.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { areOneCode, areOneName } from '#shared/people/looksOfPeople.ts';

/**
 * Refuses a name that would be read as that which somebody else has or ever had, also of somebody who left: what they did
 * and signed bears it. Demo people signed nothing that counts.
 * @throws LotlineError DUPLICATE
 */
export function insistOnOwnName(db: Database, { user, name }: { user: string; name: string }): void {
  const twin = namesEver(db).find((one) => one.user !== user && areOneName(one.name, name));
  if (twin === undefined) return;
  throw new LotlineError(
    'DUPLICATE',
    msg`${name} reads like ${twin.name}, which is or was the name of ${twin.user}: nobody could tell their signatures apart. Add to the name what does, such as a second first name or the department.`,
    { field: 'name' },
  );
}

/**
 * Refuses a new user name that would be read as that of somebody else, or stands in the trail for the owner of the file.
 * @throws LotlineError DUPLICATE
 */
export function insistOnOwnUserName(db: Database, user: string): void {
  if (isOwnersId(db, user))
    throw new LotlineError(
      'DUPLICATE',
      msg`${user} stands in the audit trail for the owner of the file, from before people were set up: what that was would be this person’s. Choose another user name.`,
      { field: 'user' },
    );
  const twin = allPeople(db).find((one) => !one.demo && areOneCode(one.user, user));
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
