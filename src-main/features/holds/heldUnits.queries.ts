import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { stockOf } from './heldStock.queries.ts';
import { activeScopes } from './lotsOnHold.queries.ts';

/** How much of what lies here of units is on hold, in millionths, by the ids of the units. */
export type HeldUnits = readonly (readonly [unit: number, quantity: number])[];

/** By the last entry of the trail that a connection saw, as `lotsOnHold`. */
const kept = new WeakMap<Database, { seq: number; units: HeldUnits }>();

/** What is on hold just now, as it is recorded. */
export async function heldUnits(read: Read, db: Database): Promise<HeldUnits> {
  const seq = (await read.one(lastEntry))?.seq ?? 0;
  const known = kept.get(db);
  if (known?.seq === seq) return known.units;
  const lines = new Map(
    (await stockOf(read, await activeScopes(read)))
      .flat()
      .map((line) => [`${line.unitId} ${line.location} ${line.status}`, line]),
  );
  const held = new Map<number, number>();
  for (const { unitId, quantity } of lines.values()) held.set(unitId, (held.get(unitId) ?? 0) + quantity);
  const units = [...held];
  kept.set(db, { seq, units });
  return units;
}

const lastEntry = query((tables) => tables.selectFrom('head').select('seq').where('id', '=', 1));
