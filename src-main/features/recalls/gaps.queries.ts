import type { Database } from 'better-sqlite3';
import type { BreakRow } from '#main/features/trace/breaks.queries.ts';
import type { UnitBook, UnitRow } from '#main/features/trace/units.queries.ts';
import { notReversed, prepared, readByIds } from '#main/features/trace/wanted.queries.ts';
import { byGravity } from '#shared/trace/gaps.ts';

/** Gaps of one kind, of one product, in one work order: what cannot be followed, and what it may have become. */
export type GapRow = {
  why: BreakRow['why'];
  workOrder: string;
  productId: number;
  units: readonly UnitRow[];
  /** Micro units: what of it the order used or made, or where no order is named, what lies here. */
  quantity: bigint;
  /** What the order made: how many lots and serials of each product, and how many of them the recall does not reach. */
  made: { productId: number; units: number; outside: number }[];
};

/** The most gaps that are counted out; the list of gaps itself is complete. */
const mostCounted = 10;

/** The gravest gaps of a recall in numbers. The book must know the units of the breaks. */
export function readGaps(
  db: Database,
  { breaks, book, reaches }: { breaks: readonly BreakRow[]; book: UnitBook; reaches: (unit: number) => boolean },
): GapRow[] {
  const groups = Map.groupBy(
    breaks.toSorted(byGravity),
    ({ why, workOrder, unit }) => `${why} ${unit.productId} ${workOrder}`,
  );
  return [...groups.values()].slice(0, mostCounted).flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { why, workOrder } = first;
    const units = rows.map(({ unit }) => unit);
    const ids = units.map(({ id }) => id);
    const quantity = workOrder === '' ? readLying(db, ids) : readUsedOrMade(db, workOrder, { ids, why });
    const made = why === 'unlinked' ? readMade(db, workOrder, reaches) : [];
    book.loadProducts(made.map(({ productId }) => productId));
    return [{ why, workOrder, productId: first.unit.productId, units, quantity, made }];
  });
}

const sumUp = (rows: readonly { quantity: number }[]): bigint =>
  rows.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);

const readLying = (db: Database, units: readonly number[]): bigint =>
  sumUp(
    readByIds<{ quantity: number }>(db, (list) => `select b.quantity from balance b where b.unit_id in ${list}`, units),
  );

/** Consumption of these goods in an order, net; or what it made of goods that are not tracked. */
function readUsedOrMade(
  db: Database,
  workOrder: string,
  { ids, why }: { ids: readonly number[]; why: BreakRow['why'] },
): bigint {
  const wanted = new Set(ids);
  const rows = prepared<{ kind: string; unit: number; quantity: number }>(
    db,
    `select m.kind, case when m.kind = 'production-return' then m.from_unit_id else m.to_unit_id end as unit, m.quantity
      from run r cross join movement m where r.work_order = ? and m.run_id = r.id and ${notReversed}`,
  ).all(workOrder);
  const sumOf = (kind: string): bigint => sumUp(rows.filter((row) => row.kind === kind && wanted.has(row.unit)));
  return why === 'unlinked' ? sumOf('consumption') - sumOf('production-return') : sumOf('output');
}

/** The lots and serials an order made, each once. */
export const readOutputs = (db: Database, workOrder: string): { unit: number; productId: number }[] =>
  prepared<{ unit: number; productId: number }>(
    db,
    `select distinct m.to_unit_id as unit, u.product_id as productId from run r cross join movement m cross join unit u
      where r.work_order = ? and m.run_id = r.id and m.kind = 'output' and u.id = m.to_unit_id and ${notReversed}`,
  ).all(workOrder);

function readMade(db: Database, workOrder: string, reaches: (unit: number) => boolean): GapRow['made'] {
  const byProduct = Map.groupBy(readOutputs(db, workOrder), ({ productId }) => productId);
  return Array.from(byProduct, ([productId, outputs]) => ({
    productId,
    units: outputs.length,
    outside: outputs.filter(({ unit }) => !reaches(unit)).length,
  }));
}
