import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { heldLines, type Line } from '#main/features/holds/heldLines.queries.ts';
import type { LotHeld } from '#main/features/holds/lotsOnHold.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { heldTogether } from '#shared/holds/vocabulary.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import { linesOfUnits, momentMeant, pastGoods } from './pastGoods.queries.ts';

type View = { read: Read; db: Database };
type PastLot = ListedLot & { held: LotHeld };
type LyingLine = Line & { lotId: number; status: string; quantity: number };

/** Lots in the order of their ids with what lay here of them at a past moment, and whether it was on hold then. */
export async function pastLots(
  { read, db }: View,
  { ids, lots, asOf }: { ids: readonly number[]; lots: readonly ListedLot[]; asOf: string },
): Promise<PastLot[]> {
  const until = momentMeant(db, asOf);
  const lines = Map.groupBy(await linesOfLots(read, ids, until), ({ lotId }) => lotId);
  const heldOf = await heldLines(read, [...lines.values()].flat(), until);
  return lots.map((lot, at) => {
    const own = lines.get(ids[at] ?? 0) ?? [];
    return {
      ...lot,
      onHand: formatQuantity(own.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n)),
      statuses: [...new Set(own.map(({ status }) => status.charAt(0)))].toSorted(),
      held: heldTogether(own.map(heldOf)),
    };
  });
}

/** The lots that were on hold at a past moment, of those that lay here then. `readPastGoods` comes before. */
export async function idsHeldThen({ read, db }: View, asOf: string): Promise<{ id: number; held: LotHeld }[]> {
  const until = momentMeant(db, asOf);
  const lines = await linesOfLots(read, pastGoods(db, 'lot').lying, until);
  const heldOf = await heldLines(read, lines, until);
  return Array.from(
    Map.groupBy(lines, ({ lotId }) => lotId),
    ([id, own]) => ({ id, held: heldTogether(own.map(heldOf)) }),
  );
}

async function linesOfLots(read: Read, ids: readonly number[], until: Moment): Promise<LyingLine[]> {
  const units = new Map((await read.all(unitsOfLots, { ids })).map(({ id, ...unit }) => [id, unit]));
  const places = new Map((await read.all(placeCodes)).map(({ id, code }) => [id, code]));
  return (await linesOfUnits(read, [...units.keys()], until)).flatMap(({ unit: id, place, status, quantity }) => {
    const unit = units.get(id);
    return unit === undefined ? [] : [{ ...unit, location: places.get(place) ?? '', status, quantity }];
  });
}

const unitsOfLots = query<{ ids: readonly number[] }, Unit & { id: number; lotId: number }>(
  (_, { ids }, { idsOf }) => sql`
    select u.id, l.id as "lotId", p.code as product, u.lot, u.sublot, u.serial
    from ${idsOf(ids)} i cross join lot l on l.id = i.id join product p on p.id = l.product_id
      join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot`,
);

const placeCodes = query((tables) => tables.selectFrom('place').select(['id', 'code']));
