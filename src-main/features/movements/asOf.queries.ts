import { inParts, linesOfUnits, type PastLine } from '#main/features/lots/pastGoods.queries.ts';
import { recordedCost } from '#main/features/lots/regroup.queries.ts';
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { type CodeRow, compareCodeRows } from '#main/store/codeRows.ts';
import { type Query, query } from '#main/store/query.ts';
import { storeOf } from '#main/store/storeOf.ts';
import type { Read } from '#main/store/views.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import { compareText, type Unit } from '#shared/kernel/unit.ts';

type Asks = Pick<Read, 'all'>;

/** What lay where of one product, or of all. */
export async function linesOfProduct(read: Asks, product: string, until: Moment): Promise<PastLine[]> {
  const units = await read.all(unitsOfProduct, { product });
  return await linesOfUnits(
    read,
    units.map(({ id }) => id),
    until,
  );
}

const unitsOfProduct = query<{ product: string }, { id: number }>(
  (_, { product }) => sql`
    select u.id from unit u join product p on p.id = u.product_id where ${product} = '' or p.code = ${product}`,
);

/** A line of stock as answers have it, with the quantity and the unit's cost as the store has them. */
export type BalanceRow = UnitDetails & { location: string; status: string; quantity: number };
/** `cost` is what it was received at, where that was said. */
type UnitDetails = Unit & {
  productId: number;
  cost: number | null;
  productName: string;
  unitOfMeasure: string;
  expiresOn: string;
};

type Question = { product: string; location: string; until: Moment; ordering: OrderingName };

/** What was asked last of a store, in its order: whoever reads page by page has it counted once. */
const kept = new WeakMap<object, { asked: string; lines: readonly PastLine[] }>();

/** A page of what lay where. */
export async function pastPage(
  { read, db }: { read: Read; db: Database },
  { offset, limit, ...question }: Question & { offset: number; limit: number },
): Promise<{ rows: BalanceRow[]; total: number }> {
  const asked = JSON.stringify([await read.one(lastEntry), question]);
  const known = kept.get(storeOf(db));
  const lines = known?.asked === asked ? known.lines : await sortedLines(read, question);
  kept.set(storeOf(db), { asked, lines });
  const rows = await described(read, lines.slice(offset, offset + limit));
  return { total: lines.length, rows: rows.map(({ kind: _kind, ...row }) => row) };
}

async function sortedLines(read: Asks, { product, location, until, ordering }: Question): Promise<PastLine[]> {
  const places = await placesById(read);
  const all = await linesOfProduct(read, product, until);
  const lines = location === '' ? all : all.filter(({ place }) => places.get(place)?.code === location);
  const units = await unitsOf(read, lines, unitNames);
  const rows = lines.map(({ unit, place, status }, at): CodeRow => {
    const { product: code = '', lot = '', sublot = '', serial = '' } = units.get(unit) ?? {};
    return [at, code, lot, sublot, serial, places.get(place)?.code ?? '', status];
  });
  rows.sort(ordering === 'natural' ? compareCodeRows : compareAsWritten);
  return rows.flatMap(([at]) => lines[at] ?? []);
}

function compareAsWritten([, ...a]: CodeRow, [, ...b]: CodeRow): number {
  for (const [at, code] of a.entries()) {
    const order = compareText(code, b[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Lines in words, with the kind of their locations and what else is known of their goods. */
export async function described(read: Asks, lines: readonly PastLine[]): Promise<(BalanceRow & Pick<Place, 'kind'>)[]> {
  const places = await placesById(read);
  const units = await unitsOf(read, lines, unitDetails);
  return lines.flatMap(({ unit, place: at, status, quantity }) => {
    const [goods, place] = [units.get(unit), places.get(at)];
    // Both are there: movements refer to them.
    if (goods === undefined || place === undefined) return [];
    const { id: _id, ...named } = goods;
    return [{ ...named, location: place.code, kind: place.kind, status, quantity }];
  });
}

async function unitsOf<Row extends { id: number }>(
  read: Asks,
  lines: readonly PastLine[],
  of: Query<{ ids: readonly number[] }, Row>,
): Promise<ReadonlyMap<number, Row>> {
  const ids = [...new Set(lines.map(({ unit }) => unit))];
  const rows = await inParts(ids, (part) => read.all(of, { ids: part }));
  return new Map(rows.map((row) => [row.id, row]));
}

type Place = { code: string; kind: string };
const placesById = async (read: Asks): Promise<ReadonlyMap<number, Place>> =>
  new Map((await read.all(allPlaces)).map(({ id, ...place }) => [id, place]));

const allPlaces = query((tables) => tables.selectFrom('place').select(['id', 'code', 'kind']));

const lastEntry = query((tables) => tables.selectFrom('audit_entry').select('seq').orderBy('seq', 'desc').limit(1));

const unitNames = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('unit as u')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'u.id')
    .innerJoin('product as p', 'p.id', 'u.product_id')
    .select(['u.id', 'p.code as product', 'u.lot', 'u.sublot', 'u.serial']),
);

const unitDetails = query<{ ids: readonly number[] }, UnitDetails & { id: number }>(
  (_, { ids }, { idsOf }) => sql`
    select u.id, p.id as "productId", p.code as product, u.lot, u.sublot, u.serial, ${recordedCost} as cost, p.name as "productName",
      p.unit as "unitOfMeasure", coalesce((select t.expires_on from lot t
        where t.product_id = u.product_id and t.lot = u.lot and t.sublot in ('', u.sublot)
        order by (t.expires_on is null), t.sublot desc limit 1), '') as "expiresOn"
    from ${idsOf(ids)} i join unit u on u.id = i.id join product p on p.id = u.product_id`,
);
