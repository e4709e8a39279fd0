import type { Database } from 'better-sqlite3';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { lastReadings } from '#shared/inspections/lastReadings.ts';
import { codeOf } from './inspectionList.queries.ts';
import { contentOf, type StoredPlan } from './plans.queries.ts';
import { inspectionThatHolds } from './stored.queries.ts';

/** The readings of so many inspections are looked at. */
const mostLookedAt = 30;

/** What was read by a plan of late, held against the limits of one of its versions. */
export async function readingsAgainst({ read, db }: { read: Pick<Read, 'all'>; db: Database }, plan: StoredPlan) {
  const rows = contentOf(plan).characteristics;
  const named = await read.all(lastByPlan, { plan: plan.plan, count: mostLookedAt });
  const inspected = named.toReversed().map((one) => {
    const { values, frozen, readings } = inspectionThatHolds(db, one);
    const { characteristics } = frozen.plan;
    // Of what two read, nobody sees a reading while the other one is not made.
    const isBlind = (row: number): boolean =>
      values.inspectionState === 'open' && characteristics[row]?.isDual === true;
    const placesOf = (row: number): number => characteristics[row]?.places ?? 0;
    return {
      ...{ inspection: codeOf(values), characteristics },
      valuesOf: (row: number) =>
        isBlind(row) ? [] : readings.pieces().flatMap((piece) => readings.of({ row, places: placesOf(row) }, piece)),
    };
  });
  return lastReadings(rows, inspected).map(({ row, ...found }) => {
    const { balloon = '', name = '', unit = '' } = rows[row] ?? {};
    return { balloon, name, unit, ...found };
  });
}

/** The last inspections by a plan; of those that began anew the later ones have the readings. */
const lastByPlan = query((tables, { plan, count }: { plan: string; count: number }) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'reinspection'])
    .where('plan', '=', plan)
    .where('inspection_state', 'in', ['open', 'decided'])
    .orderBy('id', 'desc')
    .limit(count),
);
