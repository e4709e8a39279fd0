import type { Database } from 'better-sqlite3';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { compareText, compareUnits } from '#shared/kernel/unit.ts';
import type { HeldLink, RunEntry, UnitQuantity } from '#shared/orders/ties.ts';
import type { TraceAnswer } from '#shared/trace/contract.ts';
import { type BreakRow, traceBreaks } from './breaks.queries.ts';
import { type LoadedOrder, loadOrders, ordersLinking } from './orders.queries.ts';
import type { Traced, TracedUnit } from './traced.ts';
import { type UnitBook, unitOf } from './units.queries.ts';
import { notReversed, readInSpans } from './wanted.queries.ts';

type TracedEntry = RunEntry & { workOrder: string };
type TracedLink = HeldLink & { workOrder: string };
type LotMovement = { id: number; unit: number; document: string; partner: string; supplierLot: string; at: number; quantity: number };

/** Every list of a trace, complete and in its order, before it is written out: see traceAnswerOf. */
export type TraceLists = {
  traced: Traced;
  runs: readonly TracedEntry[];
  links: readonly TracedLink[];
  receipts: readonly LotMovement[];
  shipments: readonly LotMovement[];
  breaks: readonly BreakRow[];
};

/** Reads what belongs to a walk: the runs with all their rows, serial links, receipts, shipments and breaks. */
export function readTrace(db: Database, traced: Traced): TraceLists {
  const { book } = traced;
  const orders = loadOrders(db, book, { runs: traced.runs, workOrders: ordersLinking(db, traced.byId) });
  const links = orders.flatMap((order) => traversedLinks(order, traced)).sort(compareLinks(book));
  const walked = { runs: new Set(traced.runs), links: Map.groupBy(links, (link) => link.workOrder) };
  const runs = orders.flatMap((order) => tracedEntries(order, walked)).sort(compareEntries);
  return {
    traced,
    runs,
    links,
    receipts: readReceipts(db, traced.units).sort(compareMovements(book)),
    shipments: readShipments(db, traced.units).sort(compareMovements(book)),
    breaks: traceBreaks(db, traced, orders, runs),
  };
}

/** Which rows of each list to write out. */
export type Slice = { offset: number; limit: number };
export const everything: Slice = { offset: 0, limit: Number.POSITIVE_INFINITY };

/** Writes a trace out as the contract has it. */
export function traceAnswerOf(lists: TraceLists, slice: Slice = everything): TraceAnswer {
  const { traced } = lists;
  const { book } = traced;
  const cut = <T>(rows: readonly T[]): readonly T[] => rows.slice(slice.offset, slice.offset + slice.limit);
  const quantities = (rows: UnitQuantity[]) =>
    rows
      .map(({ unit, quantity }) => ({ ...unitOf(book.unit(unit)), quantity: formatQuantity(quantity) }))
      .sort(compareUnits);
  return {
    roots: cut(traced.roots).map(unitOf),
    direction: traced.direction,
    units: cut(traced.units).map((unit) => ({ ...unitOf(unit), depth: unit.depth })),
    runs: cut(lists.runs).map(({ workOrder, run, at, inputs, outputs }) => ({
      workOrder,
      run,
      at: formatMoment(at),
      inputs: quantities(inputs),
      outputs: quantities(outputs),
    })),
    serialLinks: cut(lists.links).map((link) => ({
      workOrder: link.workOrder,
      parent: unitOf(book.unit(link.parent)),
      component: unitOf(book.unit(link.component)),
      quantity: formatQuantity(link.quantity),
    })),
    receipts: cut(lists.receipts).map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      supplier: row.partner,
      supplierLot: row.supplierLot,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
    })),
    shipments: cut(lists.shipments).map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      customer: row.partner,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
    })),
    breaks: cut(lists.breaks).map(({ unit, workOrder, why }) => ({ ...unitOf(unit), workOrder, why })),
  };
}

/** A page of a trace: so many rows of each list, and how long each is. */
export function traceViewOf(lists: TraceLists, slice: Slice) {
  return {
    ...traceAnswerOf(lists, slice),
    counts: {
      units: lists.traced.units.length,
      runs: lists.runs.length,
      serialLinks: lists.links.length,
      receipts: lists.receipts.length,
      shipments: lists.shipments.length,
      breaks: lists.breaks.length,
    },
  };
}

/** A link is walked when both its ends are in the answer and, in a dated walk, its moment fits the end the walk came from. */
function traversedLinks({ workOrder, tied }: LoadedOrder, { direction, byId }: Traced): TracedLink[] {
  return tied.links
    .filter(({ parent, component, moments }) => {
      const walkedFrom = byId.get(direction === 'downstream' ? component : parent);
      if (walkedFrom === undefined || !byId.has(parent) || !byId.has(component)) return false;
      return moments.some((at) => at >= walkedFrom.since && at <= walkedFrom.until);
    })
    .map((link) => ({ ...link, workOrder }));
}

/** The runs the walk passed through, and those that made the parent of a link it followed. */
function tracedEntries({ workOrder, tied }: LoadedOrder, walked: { runs: ReadonlySet<number>; links: ReadonlyMap<string, TracedLink[]> }): TracedEntry[] {
  const parents = new Set(walked.links.get(workOrder)?.map(({ parent }) => parent));
  return tied.entries
    .filter((entry) => walked.runs.has(entry.runId) || entry.outputs.some(({ unit }) => parents.has(unit)))
    .map((entry) => ({ ...entry, workOrder }));
}

function readReceipts(db: Database, units: readonly TracedUnit[]): LotMovement[] {
  return readInSpans<LotMovement>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.id, m.to_unit_id as unit, m.document, p.code as partner, m.at, m.quantity,
          coalesce(nullif(own.supplier_lot, ''), whole.supplier_lot, '') as supplierLot
        from wanted w cross join movement m cross join unit u
          left join partner p on p.id = m.partner_id
          left join lot own on own.product_id = u.product_id and own.lot = u.lot and own.sublot = u.sublot and u.lot <> ''
          left join lot whole on whole.product_id = u.product_id and whole.lot = u.lot and whole.sublot = '' and u.lot <> ''
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'receipt' and u.id = m.to_unit_id and ${notReversed}`,
    units,
  );
}

function readShipments(db: Database, units: readonly TracedUnit[]): LotMovement[] {
  return readInSpans<LotMovement>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.id, m.to_unit_id as unit, m.document, p.code as partner, m.at, m.quantity, '' as supplierLot
        from wanted w cross join movement m left join partner p on p.id = m.partner_id
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind = 'shipment' and ${notReversed}`,
    units,
  );
}

const compareEntries = (a: TracedEntry, b: TracedEntry): number =>
  a.at - b.at || compareText(a.workOrder, b.workOrder) || compareText(a.run, b.run);

const compareLinks =
  (book: UnitBook) =>
  (a: TracedLink, b: TracedLink): number =>
    compareText(a.workOrder, b.workOrder) ||
    compareUnits(book.unit(a.parent), book.unit(b.parent)) ||
    compareUnits(book.unit(a.component), book.unit(b.component)) ||
    a.id - b.id;

const compareMovements =
  (book: UnitBook) =>
  (a: LotMovement, b: LotMovement): number =>
    a.at - b.at || compareText(a.document, b.document) || compareUnits(book.unit(a.unit), book.unit(b.unit)) || a.id - b.id;
