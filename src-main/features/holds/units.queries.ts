import { sql } from 'kysely';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';

export type NamedUnit = Unit & { id: number };

/** The units with some names that there are, by their names with the separator of names between them. */
export async function unitsNamed(read: Read, units: readonly Unit[]): Promise<Map<string, NamedUnit>> {
  const keys = units.map(({ product, lot, sublot, serial }) => [product, lot, sublot, serial]);
  const rows = await askFor(read, selectNamed, keys);
  return new Map(rows.map((unit) => [[unit.product, unit.lot, unit.sublot, unit.serial].join(partSeparator), unit]));
}

const selectNamed: KeyedQuery<NamedUnit> = query(
  (_, { keys }, { keysOf }) => sql`select u.id, p.code as product, u.lot, u.sublot, u.serial
  from ${keysOf(keys, ['product', 'lot', 'sublot', 'serial'])} j cross join product p cross join unit u
  where p.code = j.product and u.product_id = p.id and u.lot = j.lot and u.sublot = j.sublot and u.serial = j.serial`,
);

/** Goods as they are named, and for a serial that leaves its lot out, those it is in; one list for each. */
export async function unitsOfGoods(read: Read, goods: readonly Unit[]): Promise<Unit[][]> {
  const ofSerials = await lotsOfSerials(read, goods);
  return goods.map((unit) => [
    unit,
    ...(unit.lot === '' ? (ofSerials.get(`${unit.product}${partSeparator}${unit.serial}`) ?? []) : []),
  ]);
}

type SerialNamed = Pick<Unit, 'product' | 'lot' | 'serial'>;

/** The units of serials that were named without a lot, by product and serial with the separator of names between them. */
export async function lotsOfSerials(read: Read, serials: readonly SerialNamed[]): Promise<Map<string, NamedUnit[]>> {
  const keys = serials
    .filter(({ lot, serial }) => lot === '' && serial !== '')
    .map(({ product, serial }) => [product, serial]);
  return Map.groupBy(
    await askFor(read, selectSerials, keys),
    ({ product, serial }) => `${product}${partSeparator}${serial}`,
  );
}

// By the serial first: few products have one of that name, and a product may have any number of serials.
const selectSerials: KeyedQuery<NamedUnit> = query(
  (_, { keys }, { keysOf }) => sql`select u.id, p.code as product, u.lot, u.sublot, u.serial
  from ${keysOf(keys, ['product', 'serial'])} j cross join unit u cross join product p
  where u.serial = j.serial and u.serial <> '' and p.id = u.product_id and p.code = j.product`,
);
