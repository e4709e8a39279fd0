import type { UnitKey } from '#main/ledger/keys.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { heldGoods, type StatusSaid } from '#shared/movements/heldGoods.ts';
import type { StatusesThere } from '#shared/movements/postedStatus.ts';

/** Goods as a movement names them: of a lot all that lies of it counts, and of goods without one the unit alone. */
export type GoodsKey = UnitKey;

type Asks = Pick<Read, 'all'>;

/** What lies of some goods, and what was said of their status before; a command brings few of them. */
export async function loadStatuses(read: Asks, goods: readonly GoodsKey[]): Promise<[GoodsKey, StatusesThere][]> {
  const known: [GoodsKey, StatusesThere][] = [];
  for (const key of goods) known.push([key, await statusesThere(read, key)]);
  return known;
}

/** What is known of goods that nobody decided about here. */
export const nothingDecided: StatusesThere = {
  releasedAt: new Set(),
  held: false,
  rejected: false,
  rejectedHere: false,
  heldAt: 0,
  countedOut: 0,
  here: { Q: 0, R: 0 },
};

async function statusesThere(read: Asks, key: GoodsKey): Promise<StatusesThere> {
  const [product, lot, sublot, serial] = key;
  const lying = await read.all(statusesOf, { product, lot, sublot, serial });
  // Goods without a name are of no lot that anybody could decide about.
  const units = lot === '' && serial === '' ? [] : await unitsOf(read, key);
  const said: StatusSaid[] = [];
  for (const { id } of units)
    for (const row of await read.all(saidOf, { unit: id }))
      said.push({ ...row, isImported: row.evidence === 'imported' });
  said.sort((a, b) => a.at - b.at);
  const { rejected, countedOut, here } = heldGoods(said);
  const whole = await wholeHeld(read, key, said);
  const isWhole = whole.letter === 'R';
  const held = lying.some(({ status }) => !status.startsWith('A'));
  const isHeld = held || rejected > 0 || here.Q > 0 || here.R > 0;
  const partsAt = isHeld ? Math.max(0, ...said.filter(holds).map(({ at }) => at)) : 0;
  return {
    releasedAt: new Set(lying.filter(({ status }) => status.startsWith('A')).map(({ place }) => place)),
    held,
    rejected: rejected > 0 || isWhole || lying.some(({ status }) => status.startsWith('R')),
    rejectedHere: here.R > 0 || isWhole,
    heldAt: Math.max(whole.at, partsAt),
    countedOut,
    here,
  };
}

/**
 * The units that what was said of some goods may be said of: the goods themselves, those of their lot without a serial,
 * and, where one of two has a sublot and the other none, both. A serial that names no lot is of the lots it was of.
 */
async function unitsOf(read: Asks, [product, lot, sublot, serial]: GoodsKey): Promise<{ id: number }[]> {
  const own = serial === '' ? [] : await read.all(unitsOfSerial, { product, serial });
  const lots = lot === '' ? own.filter((unit) => unit.lot !== '') : [{ lot, sublot }];
  const units = new Set(own.map(({ id }) => id));
  for (const name of lots)
    for (const { id } of await read.all(unitsOfLot, { product, lot: name.lot, sublot: name.sublot })) units.add(id);
  return [...units].map((id) => ({ id }));
}

const holds = ({ kind, statusTo }: StatusSaid): boolean => kind === 'status' && !statusTo.startsWith('A');

const notHeld = { letter: '', at: 0 };

/**
 * As what a whole lot is held by the last that was decided about it, Q or R, and since when; "" and 0 where that released
 * it, nothing was decided, or these goods were released since.
 */
async function wholeHeld(
  read: Asks,
  [product, lot, sublot]: GoodsKey,
  said: readonly StatusSaid[],
): Promise<{ letter: string; at: number }> {
  if (lot === '') return notHeld;
  const [last] = await read.all(decisionsOfLot, { product, lot, sublot });
  if (last === undefined || last.statusTo.startsWith('A')) return notHeld;
  const isReleased = said.some(
    ({ kind, statusFrom, statusTo, at }) =>
      kind === 'status' && statusTo.startsWith('A') && !statusFrom.startsWith('A') && at > last.decidedAt,
  );
  return isReleased ? notHeld : { letter: last.statusTo.slice(0, 1), at: last.decidedAt };
}

/** The lots of products about which something was decided here, as keys of both; serials without a lot under "". */
export async function decidedLots(read: Asks): Promise<ReadonlySet<string>> {
  return new Set((await read.all(lotsDecided)).map(({ product, lot }) => lotKey(product, lot)));
}
export const lotKey = (product: number, lot: string): string => `${product}\u001f${lot}`;

const lotsDecided = query((tables) =>
  tables
    .selectFrom('status_decision as d')
    .innerJoin('product as p', 'p.code', 'd.product')
    .select(['p.id as product', 'd.lot'])
    .distinct(),
);

const statusesOf = query(
  (tables, { product, lot, sublot, serial }: { product: number; lot: string; sublot: string; serial: string }) =>
    tables
      .selectFrom('unit as u')
      .innerJoin('balance as b', 'b.unit_id', 'u.id')
      .select(['b.status', 'b.place_id as place'])
      .distinct()
      .where('u.product_id', '=', product)
      .where('u.lot', '=', lot)
      .where('u.sublot', '=', sublot)
      .where(({ eb, or }) => or([eb('u.lot', '<>', ''), eb('u.serial', '=', serial)])),
);

const unitsOfSerial = query((tables, { product, serial }: { product: number; serial: string }) =>
  tables
    .selectFrom('unit')
    .select(['id', 'lot', 'sublot'])
    .where('serial', '=', serial)
    .where('serial', '<>', '')
    .where('product_id', '=', product),
);

const unitsOfLot = query((tables, { product, lot, sublot }: { product: number; lot: string; sublot: string }) =>
  tables
    .selectFrom('unit')
    .select('id')
    .where('product_id', '=', product)
    .where('lot', '=', lot)
    .where('serial', '=', '')
    .where(({ eb, or, val }) => or([eb('sublot', '=', sublot), eb('sublot', '=', ''), eb(val(sublot), '=', '')])),
);

// What was undone was never said. Counts of released goods say nothing of goods that are held back, and are many.
const saidOf = query((tables, { unit }: { unit: number }) =>
  tables
    .selectFrom('movement as m')
    .select(['m.at', 'm.kind', 'm.status_from as statusFrom', 'm.status_to as statusTo', 'm.quantity', 'm.evidence'])
    .where('m.to_unit_id', '=', unit)
    .where(({ eb, and, or }) =>
      or([
        eb('m.kind', '=', 'status'),
        and([
          eb('m.kind', '=', 'adjustment'),
          eb('m.status_from', 'not like', 'A%'),
          eb('m.status_to', 'not like', 'A%'),
        ]),
      ]),
    )
    .where('m.reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('movement as b').select('b.id').whereRef('b.reverses_id', '=', 'm.id'))),
    )
    .orderBy('m.at')
    .orderBy('m.id'),
);

const decisionsOfLot = query((tables, { product, lot, sublot }: { product: number; lot: string; sublot: string }) =>
  tables
    .selectFrom('status_decision as d')
    .innerJoin('product as p', 'p.code', 'd.product')
    .select(['d.status_to as statusTo', 'd.decided_at as decidedAt'])
    .where('p.id', '=', product)
    .where('d.lot', '=', lot)
    .where(({ eb, or }) => or([eb('d.sublot', '=', ''), eb('d.sublot', '=', sublot)]))
    .where('d.serial', '=', '')
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1),
);
