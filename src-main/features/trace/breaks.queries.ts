import type { Database } from 'better-sqlite3';
import { compareText } from '#shared/kernel/unit.ts';
import type { RunEntry } from '#shared/orders/ties.ts';
import type { BreakReason } from '#shared/trace/vocabulary.ts';
import { hasLinks, type LoadedOrder, loadOrders } from './orders.queries.ts';
import type { Traced, TracedUnit } from './traced.queries.ts';
import type { UnitRow } from './units.queries.ts';
import { notReversed, readByIds, readInSpans } from './wanted.queries.ts';

/** A place where a trace ends or has a hole; `workOrder` is '' where it lies in the unit itself. */
export type BreakRow = { unit: UnitRow; workOrder: string; why: BreakReason };

/** An untracked unit met in a work order. */
export type Met = { unit: number; workOrder: string };

/** The breaks of a trace. Where goods came from is a question only upstream: opening stock and orders without inputs end it there. */
export function traceBreaks(
  db: Database,
  traced: Traced,
  orders: readonly LoadedOrder[],
  entries: readonly (RunEntry & { workOrder: string })[],
): BreakRow[] {
  const { direction, byId, book } = traced;
  const met = entries.flatMap(({ workOrder, inputs, outputs }) =>
    (direction === 'upstream' ? inputs : outputs).map(({ unit }): Met => ({ unit, workOrder })),
  );
  const breaks = breaksOfUnits(db, traced, met);
  if (direction === 'downstream') return sorted([...breaks, ...unlinkedDownstream(db, traced)], traced);

  const shown = new Set(entries.map((entry) => entry.runId));
  for (const { workOrder, tied } of orders) {
    const runs = new Set(tied.entries.filter((entry) => shown.has(entry.runId)).map((entry) => entry.run));
    for (const { unit, run } of tied.unlinked) {
      if (runs.has(run) || (run === '' && runs.size > 0))
        breaks.push({ unit: book.unit(unit), workOrder, why: 'unlinked' });
    }
    for (const { unit, at } of tied.withoutInputs) {
      const reached = byId.get(unit);
      if (reached !== undefined && at <= reached.until) breaks.push({ unit: reached, workOrder, why: 'no-inputs' });
    }
  }
  for (const unit of withOpening(db, traced.units))
    breaks.push({ unit: book.unit(unit), workOrder: '', why: 'opening' });
  return sorted(breaks, traced);
}

/** The breaks of a recall, which walks downstream. */
export function recallBreaks(db: Database, traced: Traced): BreakRow[] {
  const untracked = traced.units.some((unit) => traced.book.isUntracked(unit));
  const met = untracked ? leafOutputs(db, traced.runs) : [];
  return sorted([...breaksOfUnits(db, traced, met), ...unlinkedDownstream(db, traced)], traced);
}

/** Breaks that lie in the units themselves: no tracking, no lot, no log. */
function breaksOfUnits(db: Database, { units, book }: Traced, met: readonly Met[]): BreakRow[] {
  const breaks: BreakRow[] = [];
  const withoutLot: TracedUnit[] = [];
  const untracked = units.filter((unit) => unit.leaf && book.isUntracked(unit));
  const ordersOf = untracked.length === 0 ? new Map<number, Met[]>() : Map.groupBy(met, ({ unit }) => unit);
  for (const unit of units) {
    if (unit.leaf && !book.isUntracked(unit)) withoutLot.push(unit);
    if (!book.isUntracked(unit) && book.product(unit.productId).traceDetail === 'none')
      breaks.push({ unit, workOrder: '', why: 'no-log' });
  }
  for (const unit of untracked) {
    const workOrders = new Set(ordersOf.get(unit.id)?.map(({ workOrder }) => workOrder) ?? ['']);
    for (const workOrder of workOrders) breaks.push({ unit, workOrder, why: 'untracked' });
  }
  for (const id of holdingOrUsedWithoutLot(db, withoutLot))
    breaks.push({ unit: book.unit(id), workOrder: '', why: 'lot-missing' });
  return breaks;
}

/** Of units without their lot, those of which something lies there still, or went without ever getting one. */
function holdingOrUsedWithoutLot(db: Database, units: readonly TracedUnit[]): number[] {
  const ids = units.map(({ id }) => id);
  return readByIds<{ id: number }>(
    db,
    (list) => `select u.id from unit u where u.id in ${list} and (
      exists (select 1 from balance b where b.unit_id = u.id)
      or exists (select 1 from movement m where m.to_unit_id = u.id and m.from_unit_id = u.id and m.to_place_id is null and ${notReversed}))`,
    ids,
  ).map((row) => row.id);
}

/** Untracked goods made in these runs, with their orders. */
function leafOutputs(db: Database, runs: readonly number[]): Met[] {
  return readByIds<Met>(
    db,
    (list) => `select distinct m.to_unit_id as unit, r.work_order as workOrder
      from movement m cross join unit u cross join run r
      where m.run_id in ${list} and m.kind = 'output' and u.id = m.to_unit_id and u.leaf = 1 and r.id = m.run_id and ${notReversed}`,
    runs,
  );
}

function withOpening(db: Database, units: readonly TracedUnit[]): number[] {
  const rows = readInSpans<{ unit: number }>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select distinct m.to_unit_id as unit from wanted w cross join movement m
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'opening' and ${notReversed}`,
    units,
  );
  return rows.map((row) => row.unit);
}

/** Affected goods issued to an order that links their product, where no link shows into which serial they went. */
function unlinkedDownstream(db: Database, { units, book }: Traced): BreakRow[] {
  if (!hasLinks(db)) return [];
  const suspects = readInSpans<{ unit: number; workOrder: string }>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select distinct m.to_unit_id as unit, r.work_order as workOrder
        from wanted w cross join movement m cross join run r cross join unit u
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'consumption' and r.id = m.run_id and u.id = w.id
          and exists (select 1 from serial_link l cross join unit c
            where l.work_order = r.work_order and c.id = l.component_unit_id and c.product_id = u.product_id)
          and not exists (select 1 from serial_link l cross join movement made cross join run home
            where l.component_unit_id = u.id and l.work_order = r.work_order and made.to_unit_id = l.parent_unit_id
              and made.kind = 'output' and made.reverses_id is null
              and not exists (select 1 from movement undone where undone.reverses_id = made.id)
              and home.id = made.run_id and home.work_order = r.work_order)
          and ${notReversed}`,
    units,
  );
  if (suspects.length === 0) return [];
  const orders = loadOrders(db, book, { runs: [], workOrders: suspects.map(({ workOrder }) => workOrder) });
  const keyOf = ({ unit, workOrder }: { unit: number; workOrder: string }): string => `${unit} ${workOrder}`;
  const isSuspect = new Set(suspects.map(keyOf));
  // The order shows whether they are still used there: goods that came back are no break.
  return orders.flatMap(({ workOrder, tied }) =>
    tied.unlinked
      .filter(({ unit }) => isSuspect.has(keyOf({ unit, workOrder })))
      .map(({ unit }): BreakRow => ({ unit: book.unit(unit), workOrder, why: 'unlinked' })),
  );
}

/** Each break once, in the order of the answer's units; those of other units follow. */
function sorted(breaks: readonly BreakRow[], { byId, book: { ordering } }: Traced): BreakRow[] {
  const once = new Map(breaks.map((row) => [`${row.unit.id} ${row.why} ${row.workOrder}`, row]));
  const depthOf = ({ unit }: BreakRow): number => byId.get(unit.id)?.depth ?? Number.MAX_SAFE_INTEGER;
  return [...once.values()].sort(
    (a, b) =>
      depthOf(a) - depthOf(b) ||
      ordering.units(a.unit, b.unit) ||
      ordering.codes(a.workOrder, b.workOrder) ||
      compareText(a.why, b.why),
  );
}
