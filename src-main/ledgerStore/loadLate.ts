import { sql } from 'kysely';
import type { SerialMove } from '#main/ledger/serialState.ts';
import type { Change, LateSerial, LateUnit } from '#main/ledger/backDating.ts';
import { askFor } from '#main/store/askFor.ts';
import { comparableSumSql } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { historiesOf } from './histories.ts';

type Asks = Pick<Read, 'all'>;

/** So many units or serials at once: the whole history of each is read. */
const most = 200;

/** Everything that ever happened to late units. Summed up per timestamp batch by the database: what a batch comes to is a number, what it passes on the way may be none. */
export async function* changesOf(read: Asks, late: readonly LateUnit[]): AsyncGenerator<[LateUnit, readonly Change[]]> {
  for (const units of slices(late)) {
    const ids = units.map(({ unit }) => [unit.id]);
    const rows = Map.groupBy(await askFor(read, selectChanges, ids), ({ unitId }) => unitId);
    for (const one of units) yield [one, rows.get(one.unit.id) ?? []];
  }
}

/** Every movement of late serials, in the order they happened. */
export async function* historiesOfLate(
  read: Asks,
  late: readonly LateSerial[],
): AsyncGenerator<[LateSerial, readonly SerialMove[]]> {
  for (const serials of slices(late)) {
    const histories = await historiesOf(read, serials);
    for (const [index, one] of serials.entries()) yield [one, histories[index]?.history ?? []];
  }
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += most) yield all.slice(start, start + most);
}

// A movement that stays within its unit is found by the unit that it reaches, for both of its ends.
export const selectChanges = query<{ keys: string }, Change & { unitId: number }>(
  (
    _,
    { keys },
  ) => sql`with asked as (select cast(j.value->>0 as bigint) as id from json_each(${keys}) j), change (unit_id, at, place_id, status, quantity) as (
    select a.id, m.at, m.to_place_id, m.status_to, m.quantity from asked a cross join movement m
      where m.to_unit_id = a.id and m.to_place_id is not null
    union all
    select a.id, m.at, m.from_place_id, m.status_from, -m.quantity from asked a cross join movement m
      where m.to_unit_id = a.id and m.from_unit_id = a.id and m.from_place_id is not null
    union all
    select a.id, m.at, m.from_place_id, m.status_from, -m.quantity from asked a cross join movement m
      where m.from_unit_id = a.id and m.from_unit_id <> m.to_unit_id and m.from_place_id is not null)
  select c.unit_id as "unitId", c.at, c.place_id as "placeId", p.code as place, c.status, ${comparableSumSql('c.quantity')} as quantity
  from change c join place p on p.id = c.place_id
  group by c.unit_id, c.at, c.place_id, p.code, c.status order by c.unit_id, c.at, c.place_id, c.status`,
);
