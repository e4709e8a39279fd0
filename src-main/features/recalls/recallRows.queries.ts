import type { Database } from 'better-sqlite3';
import { loadOrders } from '#main/features/trace/orders.queries.ts';
import { compareTraced, type TracedUnit } from '#main/features/trace/traced.queries.ts';
import type { UnitBook } from '#main/features/trace/units.queries.ts';
import { notReversed, readByIds, readInSpans, type Span } from '#main/features/trace/wanted.queries.ts';

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
