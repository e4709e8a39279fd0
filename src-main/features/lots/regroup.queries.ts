import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { type AllLotDates, noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import { following } from '#shared/numbering/following.ts';
import { keepsSerialsInStock, type LotTracking, type SerialTracking } from '#shared/products/vocabulary.ts';

/** What a unit `u` cost as it is recorded: when it was split off or merged, else when it was received; null where nobody said. */
export const recordedCost = sql<number | null>`coalesce(
  (select m.unit_cost from movement m join unit f on f.id = m.from_unit_id where m.to_unit_id = u.id
    and m.from_unit_id <> u.id and f.lot <> '' and m.kind in ('assign', 'transfer') and m.unit_cost is not null
    and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)
    order by m.at desc, m.id desc limit 1),
  (select m.unit_cost from movement m where m.to_unit_id = u.id
    and m.kind in ('receipt', 'opening') and m.unit_cost is not null order by m.at, m.id limit 1))`;

/** A product whose lots are split or merged. */
export type Regrouped = {
  id: number;
  code: string;
  category: string;
  unitOfMeasure: string;
  packUnits: string | null;
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
};

/** @throws LotlineError NOT_FOUND; VALIDATION where its goods have no lots, or keep theirs */
export async function productToRegroup(read: Pick<Read, 'one'>, code: string): Promise<Regrouped> {
  const product = await read.one(productOf, { code });
  if (product === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
  if (product.lotTracking === 'none')
    throw new LotlineError('VALIDATION', msg`${code} is not tracked by lot. Choose another product.`, {
      field: 'product',
    });
  if (keepsSerialsInStock(product.serialTracking))
    throw new LotlineError(
      'VALIDATION',
      msg`Each piece of ${code} has a serial, and keeps the lot it was made in. Move pieces by their serials instead.`,
      { field: 'product' },
    );
  return product;
}

const productOf = query((tables, { code }: { code: string }) =>
  tables
    .selectFrom('product')
    .select(['id', 'code', 'category', 'unit as unitOfMeasure', 'pack_units as packUnits'])
    .select(['lot_tracking as lotTracking', 'serial_tracking as serialTracking'])
    .where('code', '=', code),
);

type Named = { lot: string; sublot: string };

/** So much of a lot as lies at a location in a status. */
export type LyingLot = Named & {
  unitId: number;
  status: string;
  quantity: number;
  cost: number | null;
  /** From whom it is, as its lot says; "" for nobody. */
  supplier: string;
  dates: AllLotDates;
};

/** What of a product's lots lies at a location. */
export async function lyingAt(
  read: Pick<Read, 'all'>,
  { product, location }: { product: number; location: string },
): Promise<LyingLot[]> {
  const lines = await read.all(linesAt, { product, location });
  const records = new Map((await read.all(lotsThere, { product, location })).map((row) => [keyOf(row), row]));
  return lines.map((line) => {
    const [own, ofLot] = [records.get(keyOf(line)), records.get(keyOf({ ...line, sublot: '' }))];
    const dates = withDatesOfLot(own ?? noDates, ofLot);
    return { ...line, supplier: own?.supplier || ofLot?.supplier || '', dates };
  });
}

const keyOf = ({ lot, sublot }: Named): string => `${lot}\u001f${sublot}`;

const linesAt = query<{ product: number; location: string }, Omit<LyingLot, 'supplier' | 'dates'>>(
  (
    _,
    { product, location },
  ) => sql`select u.id as "unitId", u.lot, u.sublot, b.status, b.quantity, ${recordedCost} as cost
  from place l join balance b on b.place_id = l.id join unit u on u.id = b.unit_id
  where l.code = ${location} and u.product_id = ${product} and u.lot <> '' and u.serial = '' and b.quantity > 0
  order by u.lot, u.sublot, b.status`,
);

type LotRow = Named & AllLotDates & { supplier: string };

const lotsThere = query<{ product: number; location: string }, LotRow>(
  (_, { product, location }) => sql`select distinct t.lot, t.sublot, coalesce(s.code, '') as supplier,
    t.manufactured_on as "manufacturedOn", t.expires_on as "expiresOn", t.best_before_on as "bestBeforeOn",
    t.use_by_on as "useByOn", t.retest_on as "retestOn"
  from place l join balance b on b.place_id = l.id join unit u on u.id = b.unit_id
    join lot t on t.product_id = u.product_id and t.lot = u.lot and t.sublot in ('', u.sublot)
    left join partner s on s.id = t.supplier_id
  where l.code = ${location} and u.product_id = ${product}`,
);

/** The dates of a lot as they hold for it; undefined for a lot that is not there. */
export async function datesOfLot(
  read: Pick<Read, 'all'>,
  { product, lot, sublot }: Named & { product: number },
): Promise<AllLotDates | undefined> {
  const rows = await read.all(lotNamed, { product, lot, sublot });
  const own = rows.find((row) => row.sublot === sublot);
  return own === undefined
    ? undefined
    : withDatesOfLot(
        own,
        rows.find((row) => row.sublot === ''),
      );
}

const lotNamed = query<Named & { product: number }, Named & AllLotDates>(
  (_, { product, lot, sublot }) => sql`select t.lot, t.sublot, t.manufactured_on as "manufacturedOn",
    t.expires_on as "expiresOn", t.best_before_on as "bestBeforeOn", t.use_by_on as "useByOn", t.retest_on as "retestOn"
  from lot t where t.product_id = ${product} and t.lot = ${lot} and t.sublot in ('', ${sublot})`,
);

/** The sublots of a lot that there are. */
export const sublotsOf = query((tables, { product, lot }: { product: number; lot: string }) =>
  tables
    .selectFrom('lot')
    .select('sublot')
    .where('product_id', '=', product)
    .where('lot', '=', lot)
    .where('sublot', '<>', ''),
);

export const locationNamed = query((tables, { location }: { location: string }) =>
  tables.selectFrom('place').select('code').where('code', '=', location),
);

/** Sublots count on from the last of their lot; the first is 1. @throws LotlineError VALIDATION where nothing counts in it */
export function nextSublot(lot: string, there: readonly { sublot: string }[], row = 0): string {
  const last = there
    .map(({ sublot }) => sublot)
    .toSorted(compareCodes)
    .at(-1);
  const made = last === undefined ? { numbers: ['1'] } : following(last, 2);
  const next = 'issue' in made ? undefined : made.numbers.at(-1);
  if (next !== undefined) return next;
  throw atRow(
    row,
    'sublot',
    'VALIDATION',
    msg`The last sublot of ${lot} is ${last ?? ''}, in which nothing counts. Type the new one.`,
  );
}

/** What is wrong with one row of several, as forms of rows are told it. */
export const atRow = (
  row: number,
  field: string,
  code: 'VALIDATION' | 'DUPLICATE' | 'INSUFFICIENT_QTY' | 'NOT_FOUND',
  text: Message,
): LotlineError => new LotlineError(code, text, { field, faults: [{ row, field, text }] });
