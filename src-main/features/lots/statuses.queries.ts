import { sql } from 'kysely';
import { isSplit, madeOf } from '#main/features/holds/splits.queries.ts';
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
  const said: StatusSaid[] = await saidOfAll(read, units, { until: Number.MAX_SAFE_INTEGER, met: new Set() });
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

/** What was said of some units up to a moment; of what was split off or merged into them, what of that was held back. */
async function saidOfAll(
  read: Asks,
  units: readonly { id: number }[],
  { until, met }: { until: number; met: ReadonlySet<number> },
): Promise<StatusSaid[]> {
  const said: StatusSaid[] = [];
  for (const { id } of units) {
    for (const row of await read.all(saidOf, { unit: id }))
      said.push({ ...row, isImported: row.evidence === 'imported' });
    for (const { other, isArrival, ...row } of await read.all(splitOf, { unit: id })) {
      const one = { ...row, kind: 'split', isImported: false };
      if (isArrival === 0) said.push({ ...one, leaves: true });
      // Goods that went round were held back where they began.
      else if (!met.has(other)) {
        const before = { until: Math.min(until, row.at), met: new Set([...met, id]) };
        said.push({ ...one, of: heldGoods(await saidOfAll(read, [{ id: other }], before)) });
      }
    }
  }
  // What goes on to another lot at that moment is asked for as it was before.
  return said.filter(({ at, leaves }) => at < until || (at === until && leaves !== true)).sort((a, b) => a.at - b.at);
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

const holds = ({ kind, statusTo, of }: StatusSaid): boolean =>
  (kind === 'status' || of !== undefined) && !statusTo.startsWith('A');

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
  const decided = await read.all(lotsDecided);
  const made = await madeOf(
    read,
    decided.map(({ code, lot }) => ({ product: code, lot, sublot: '' })),
  );
  const ids = new Map(decided.map(({ product, code }) => [code, product]));
  return new Set([
    ...decided.map(({ product, lot }) => lotKey(product, lot)),
    ...made.map(({ product, lot }) => lotKey(ids.get(product) ?? 0, lot)),
  ]);
}
export const lotKey = (product: number, lot: string): string => `${product}\u001f${lot}`;

const lotsDecided = query((tables) =>
  tables
    .selectFrom('status_decision as d')
    .innerJoin('product as p', 'p.code', 'd.product')
    .select(['p.id as product', 'p.code', 'd.lot'])
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

/** Goods that are not released and came from another lot, or got another. */
const splitOf = query<{ unit: number }, Omit<StatusSaid, 'kind' | 'isImported'> & { other: number; isArrival: number }>(
  (_, { unit }) => sql`select n.at, n.status_from as "statusFrom", n.status_to as "statusTo", n.quantity,
      n.from_unit_id as other, 1 as "isArrival"
    from movement n join unit f on f.id = n.from_unit_id join unit t on t.id = n.to_unit_id
    where n.to_unit_id = ${unit} and n.status_to not like 'A%' and ${isSplit('n', 'f', 't')}
  union all
  select n.at, n.status_from, n.status_to, n.quantity, n.to_unit_id, 0
    from movement n join unit f on f.id = n.from_unit_id join unit t on t.id = n.to_unit_id
    where n.from_unit_id = ${unit} and n.status_from not like 'A%' and ${isSplit('n', 'f', 't')}
  order by 1`,
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
    // A merge of goods in one status decides about their dates alone.
    .whereRef('d.status_from', '<>', 'd.status_to')
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1),
);
