import type { Database } from 'better-sqlite3';
import { prepared, readByIds } from './wanted.queries.ts';

/*
 * The index has the sums of whole units, each under one name. These queries find the units for which such sums are
 * wrong: a unit whose goods got or lost a name, and one to which something happened before a dated walk came to it.
 */

/** When anything first happened to each of these units: what belongs to one is not earlier. */
export function readFirstMoments(db: Database, units: readonly number[]): Map<number, number> {
  const rows = readByIds<{ id: number; at: number }>(
    db,
    (list) =>
      `select m.to_unit_id as id, min(m.at) as at from movement m where m.to_unit_id in ${list} group by m.to_unit_id`,
    units,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** All units whose goods got or lost a name. One condition and no order, so that the small index of such movements answers. */
export function readRenamedUnits(db: Database): Set<number> {
  const rows = prepared<{ source: number; target: number }>(
    db,
    'select from_unit_id as source, to_unit_id as target from movement where from_unit_id > 0 and from_unit_id <> to_unit_id',
  ).all();
  return new Set(rows.flatMap(({ source, target }) => [source, target]));
}

/** Of these units, those whose goods got or lost a name. */
export function readRenamed(db: Database, units: readonly number[]): number[] {
  if (
    prepared(db, 'select 1 from movement where from_unit_id > 0 and from_unit_id <> to_unit_id limit 1').get() ===
    undefined
  )
    return [];
  const rows = readByIds<{ id: number }>(
    db,
    (list) => `select u.id from unit u where u.id in ${list} and (
      exists (select 1 from movement m where m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id)
      or exists (select 1 from movement m where m.to_unit_id = u.id and m.from_unit_id <> m.to_unit_id))`,
    units,
  );
  return rows.map((row) => row.id);
}
