import type { Database } from 'better-sqlite3';
import { type BreakRow, recallBreaks } from '#main/features/trace/breaks.queries.ts';
import { loadOrders } from '#main/features/trace/orders.queries.ts';
import { compareTraced, type Traced, type TracedUnit } from '#main/features/trace/traced.queries.ts';
import type { UnitBook, UnitRow } from '#main/features/trace/units.queries.ts';
import { notReversed, readByIds, readInSpans, type Span } from '#main/features/trace/wanted.queries.ts';
import { accountedPercent as accountedPercentOf, type Flow, noFlow } from '#shared/recalls/figures.ts';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import { type GapRow, readGaps } from './gaps.queries.ts';
import { type ProductSums, SumsByProduct } from './productSums.ts';
import { type CustomerRow, readCustomers } from './recallDeliveries.queries.ts';

export type BalanceRow = { unit: TracedUnit; location: string; status: string; quantity: number };
export type InProcessRow = { unit: TracedUnit; workOrder: string; quantity: bigint };
export type AdjustmentRow = {
  id: number;
  unit: number;
  document: string;
  at: number;
  quantity: number;
  reason: string;
};
/** The lists of a recall in their order, complete or cut to a page, before they are written out: see recalls.answer.ts. */
export type RecallLists = {
  roots: readonly UnitRow[];
  affected: readonly TracedUnit[];
  /** Of each unit listed as affected. */
  flows: ReadonlyMap<number, Flow>;
  onHandOf: ReadonlyMap<number, bigint>;
  onHand: readonly BalanceRow[];
  inProcess: readonly InProcessRow[];
  adjustments: readonly AdjustmentRow[];
  breaks: readonly BreakRow[];
  /** The gravest of the breaks, in numbers. */
  gaps: readonly GapRow[];
  customers: readonly CustomerRow[];
  /** Over all of it, also where the lists are cut. */
  products: ReadonlyMap<number, ProductSums>;
  totals: { affected: number; customers: number; accountedPercent: string };
  book: UnitBook;
};

/** Reads what belongs to a downstream walk from the suspects, all of it. */
export function readRecall(db: Database, traced: Traced): RecallLists {
  const { units, byId, book, runs, roots } = traced;
  const { flows, delivered, adjusted } = readFlows(db, units);
  const among = (ids: ReadonlySet<number>): TracedUnit[] => units.filter(({ id }) => ids.has(id));
  const onHand = readBalances(db, units, book);
  const openRuns = readOpenRuns(db, readRunsOfWalk(db, runs, units));
  const customers = readCustomers(db, among(delivered), book, (unit) => book.unit(unit).productId);
  const accountedPercent = accountedPercentOf(units.map(({ id }) => flows.get(id) ?? noFlow()));
  const inProcess = readInProcess(db, { openRuns, find: (id) => byId.get(id), book });
  const breaks = recallBreaks(db, traced);
  const products = new SumsByProduct();
  for (const { id, productId } of units) {
    products.of(productId).units += 1;
    products.addUnit(productId, flows.get(id) ?? noFlow());
  }
  for (const { unit, quantity } of onHand) products.of(unit.productId).onHand += BigInt(quantity);
  for (const { unit, quantity } of inProcess) products.of(unit.productId).inProcess += quantity;
  return {
    roots,
    affected: units,
    flows,
    onHandOf: sumByUnit(onHand),
    onHand,
    inProcess,
    adjustments: readAdjustments(db, among(adjusted), book),
    breaks,
    gaps: readGaps(db, { breaks, book, reaches: (unit) => byId.has(unit) }),
    customers,
    products,
    totals: { affected: units.length, customers: customers.length, accountedPercent },
    book,
  };
}

/** What lies where of these units, now; in the order of an answer. */
export function readBalances(db: Database, units: readonly TracedUnit[], { ordering }: UnitBook): BalanceRow[] {
  const inOrder = compareTraced(ordering);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const rows = readByIds<Omit<BalanceRow, 'unit'> & { unit: number }>(
    db,
    (list) => `select b.unit_id as unit, p.code as location, b.status, b.quantity
      from balance b cross join place p where b.unit_id in ${list} and p.id = b.place_id`,
    units.map(({ id }) => id),
  );
  return rows
    .flatMap(({ unit, ...row }) => withUnit(byId.get(unit), row))
    .sort(
      (a, b) => inOrder(a.unit, b.unit) || ordering.codes(a.location, b.location) || ordering.codes(a.status, b.status),
    );
}

export function sumByUnit(onHand: readonly BalanceRow[]): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { unit, quantity } of onHand) sums.set(unit.id, (sums.get(unit.id) ?? 0n) + BigInt(quantity));
  return sums;
}

type InWalk = {
  /** Runs nothing came out of: only these can hold any. */
  openRuns: readonly number[];
  find: (unit: number) => TracedUnit | undefined;
  book: UnitBook;
};

/** Consumption, net, that no output is tied to. */
export function readInProcess(db: Database, { openRuns, find, book }: InWalk): InProcessRow[] {
  const rows = loadOrders(db, book, { runs: openRuns }).flatMap(({ workOrder, tied }) => {
    const sums = new Map<number, bigint>();
    for (const { unit, quantity, at } of tied.inProcess) {
      const affected = find(unit);
      if (affected !== undefined && at >= affected.since) sums.set(unit, (sums.get(unit) ?? 0n) + quantity);
    }
    return [...sums].flatMap(([unit, quantity]) => withUnit(find(unit), { workOrder, quantity }));
  });
  const inOrder = compareTraced(book.ordering);
  return rows.sort((a, b) => inOrder(a.unit, b.unit) || book.ordering.codes(a.workOrder, b.workOrder));
}

const readOpenRuns = (db: Database, runs: readonly number[]): number[] =>
  readByIds<{ id: number }>(
    db,
    (list) => `select r.id from run r where r.id in ${list}
      and not exists (select 1 from movement m where m.run_id = r.id and m.kind = 'output' and ${notReversed})`,
    runs,
  ).map(({ id }) => id);

/** The runs of a walk, and those leaves went into: no walk leads through a leaf, yet what was put into production of it counts. */
export function readRunsOfWalk(db: Database, runs: Iterable<number>, units: readonly TracedUnit[]): number[] {
  const rows = readByIds<{ id: number }>(
    db,
    (list) => `select distinct m.run_id as id from movement m where m.to_unit_id in ${list} and m.kind = 'consumption'`,
    units.filter(({ leaf }) => leaf).map(({ id }) => id),
  );
  return [...new Set([...runs, ...rows.map(({ id }) => id)])];
}

const withUnit = <Row>(unit: TracedUnit | undefined, row: Row): (Row & { unit: TracedUnit })[] =>
  unit === undefined ? [] : [{ ...row, unit }];

/** Adjustments of these units, which the book knows. */
export function readAdjustments(db: Database, units: readonly Span[], book: UnitBook): AdjustmentRow[] {
  const rows = readInSpans<AdjustmentRow>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.id, m.to_unit_id as unit, m.document, m.at, case when m.to_place_id is null then -m.quantity else m.quantity end as quantity, m.reason
        from wanted w cross join movement m
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'adjustment' and ${notReversed}`,
    units,
  );
  return rows.sort(
    (a, b) =>
      a.at - b.at ||
      book.ordering.codes(a.document, b.document) ||
      book.ordering.units(book.unit(a.unit), book.unit(b.unit)) ||
      a.id - b.id,
  );
}
