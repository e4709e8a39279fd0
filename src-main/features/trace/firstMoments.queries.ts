import type { Database } from 'better-sqlite3';
import { readByIds } from './wanted.queries.ts';

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
