import type { Database } from 'better-sqlite3';
import { prepared } from '#main/store/statements.ts';

type Named = { user: string; name: string };

/** Every name that anybody of the site has or ever had, once for each of them. Demo people leave when real ones come. */
export function namesEver(db: Database): Named[] {
  const rows = prepared<{ content: string }>(
    db,
    "select distinct content from record_version where record = 'person' order by content",
  ).all();
  // Written by savePerson, as the record's fields.
  const all = rows.map(({ content }) => JSON.parse(content) as Named & { demo: number });
  return [...new Map(all.filter(({ demo }) => demo === 0).map((one) => [`${one.user} ${one.name}`, one])).values()];
}

/** User names and names differ in more than letter case. */
const fold = (name: string): string => name.toLowerCase();

/**
 * How somebody's name is shown beside what they did: with the user name where two people ever had the same one. Today none
 * gets a name that another had.
 */
export function namesToShow(db: Database): (user: string, name: string) => string {
  const users = new Map<string, Set<string>>();
  for (const { user, name } of namesEver(db)) users.set(fold(name), (users.get(fold(name)) ?? new Set()).add(user));
  return (user, name) => ((users.get(fold(name))?.size ?? 0) > 1 ? `${name} (${user})` : name);
}

/**
 * Whether something stands in the trail under a user name that nobody has yet: the owner of the file did it before people
 * were set up. Views, repeated commands and lists by person go by that name.
 */
export const isOwnersId = (db: Database, user: string): boolean =>
  prepared(db, 'select 1 from audit_entry where lower(person) = ? limit 1').get(fold(user)) !== undefined;
