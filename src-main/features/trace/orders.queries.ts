import type { Database } from 'better-sqlite3';
import type { OrderLink, OrderRow } from '#shared/orders/orderRows.ts';
import { type TiedOrder, tieOrder } from '#shared/orders/ties.ts';
import type { UnitBook } from './units.queries.ts';
import { prepared, readByIds } from './wanted.queries.ts';

/** A work order with what it ties together. */
export type LoadedOrder = { workOrder: string; tied: TiedOrder };

export type RunRow = { id: number; workOrder: string; run: string };
type LinkRow = { id: number; workOrder: string; parent: number; component: number; quantity: number };
type MovementRow = {
  id: number;
  kind: OrderRow['kind'];
  unit: number;
  runId: number;
  quantity: number;
  at: number;
  reversedBy: number | null;
};

/** A work order's movements and serial links. Movements that were undone are among them; the rules want to see only the others. */
export type StoredOrder = { workOrder: string; rows: StoredOrderRow[]; links: OrderLink[] };
export type StoredOrderRow = OrderRow & { reversedBy: number | null };

/** The rows that count. */
export const standing = (rows: readonly StoredOrderRow[]): StoredOrderRow[] =>
  rows.filter((row) => row.reversedBy === null);

/** Ties the orders of these runs, and these orders whole: see readOrders. */
export function loadOrders(db: Database, book: UnitBook, wanted: WantedOrders): LoadedOrder[] {
  return readOrders(db, book, wanted).map(({ workOrder, rows, links }) => ({
    workOrder,
    tied: tieOrder(standing(rows), links),
  }));
}

export type WantedOrders = { runs: readonly number[]; workOrders?: Iterable<string> };

/**
 * Reads the orders of these runs, and these orders whole. Of an order whose runs have nothing to do with each
 * other (all its rows name one, and it has no serial links) only the runs asked for are read: such an
 * order may go on for years.
 */
export function readOrders(db: Database, book: UnitBook, wanted: WantedOrders): StoredOrder[] {
  const runs = new Map(readRuns(db, wanted.runs).map((run) => [run.id, run]));
  const whole = ordersToReadWhole(db, [...runs.values()]);
  for (const workOrder of wanted.workOrders ?? []) whole.add(workOrder);
  for (const run of readRunsOf(db, [...whole])) runs.set(run.id, run);

  const links = Map.groupBy(readLinksOf(db, [...whole]), (link) => link.workOrder);
  const movements = Map.groupBy(readMovements(db, [...runs.keys()]), (row) => runs.get(row.runId)?.workOrder ?? '');
  book.load(units(movements, links));
  return [...movements].map(([workOrder, rows]) => ({
    workOrder,
    rows: rows.map((row) => orderRow(row, book, runs)),
    links: (links.get(workOrder) ?? []).map((link) => ({
      ...link,
      componentProductId: book.unit(link.component).productId,
    })),
  }));
}

/** All runs of these orders. */
export const readRunsOf = (db: Database, workOrders: readonly string[]): RunRow[] =>
  readByIds<RunRow>(
    db,
    (list) => `select id, work_order as workOrder, run from run where work_order in ${list}`,
    workOrders,
  );

const readRuns = (db: Database, ids: readonly number[]): RunRow[] =>
  readByIds<RunRow>(db, (list) => `select id, work_order as workOrder, run from run where id in ${list}`, ids);

/** Rows without a run, and serial links, reach over all runs of an order. */
function ordersToReadWhole(db: Database, runs: readonly RunRow[]): Set<string> {
  const linked = readByIds<{ workOrder: string }>(
    db,
    (list) => `select r.work_order as workOrder from run r where r.id in ${list}
      and (r.run = '' or exists (select 1 from run blank where blank.work_order = r.work_order and blank.run = '')
        or exists (select 1 from serial_link l where l.work_order = r.work_order))`,
    runs.map((run) => run.id),
  );
  return new Set(linked.map((row) => row.workOrder));
}

const readLinksOf = (db: Database, workOrders: readonly string[]): LinkRow[] =>
  hasLinks(db)
    ? readByIds<LinkRow>(
        db,
        (
          list,
        ) => `select id, work_order as workOrder, parent_unit_id as parent, component_unit_id as component, quantity
          from serial_link where work_order in ${list}`,
        workOrders,
      )
    : [];

/** Many plants have no serial links at all. */
export const hasLinks = (db: Database): boolean =>
  prepared(db, 'select 1 from serial_link limit 1').get() !== undefined;

const readMovements = (db: Database, runs: readonly number[]): MovementRow[] =>
  readByIds<MovementRow>(
    db,
    (
      list,
    ) => `select m.id, m.kind, iif(m.kind = 'production-return', m.from_unit_id, m.to_unit_id) as unit, m.run_id as runId, m.quantity, m.at,
        (select undone.id from movement undone where undone.reverses_id = m.id) as reversedBy
      from movement m where m.run_id in ${list} and m.reverses_id is null`,
    runs,
  );

function* units(movements: Map<string, MovementRow[]>, links: Map<string, LinkRow[]>): Generator<number> {
  for (const rows of movements.values()) for (const row of rows) yield row.unit;
  for (const rows of links.values()) {
    for (const link of rows) {
      yield link.parent;
      yield link.component;
    }
  }
}

function orderRow(row: MovementRow, book: UnitBook, runs: ReadonlyMap<number, RunRow>): StoredOrderRow {
  const { productId, leaf } = book.unit(row.unit);
  return { ...row, productId, leaf, run: runs.get(row.runId)?.run ?? '' };
}

/** The orders whose serial links have both their ends among these units. */
export function ordersLinking(
  db: Database,
  units: { has: (id: number) => boolean; keys: () => Iterable<number> },
): Set<string> {
  if (!hasLinks(db)) return new Set();
  const rows = readByIds<{ workOrder: string; component: number }>(
    db,
    (list) =>
      `select l.work_order as workOrder, l.component_unit_id as component from serial_link l where l.parent_unit_id in ${list}`,
    [...units.keys()],
  );
  return new Set(rows.filter((row) => units.has(row.component)).map((row) => row.workOrder));
}
