import type { Database } from 'better-sqlite3';
import type { HeldLink, RunEntry } from '#shared/orders/ties.ts';
import { type BreakRow, traceBreaks } from './breaks.queries.ts';
import { type LoadedOrder, loadOrders, ordersLinking } from './orders.queries.ts';
import type { Traced, TracedUnit } from './traced.queries.ts';
import type { UnitBook } from './units.queries.ts';
import { notReversed, readByIds, readInSpans } from './wanted.queries.ts';

export type TracedEntry = RunEntry & { workOrder: string };
type TracedLink = HeldLink & { workOrder: string };
export type LotMovement = {
  id: number;
  unit: number;
  document: string;
  partner: string;
  supplierLot: string;
  at: number;
  quantity: number;
};

/** Every list of a trace, complete and in its order, before it is written out: see trace.answer.ts. */
export type TraceLists = {
  traced: Traced;
  runs: readonly TracedEntry[];
  links: readonly TracedLink[];
  receipts: readonly LotMovement[];
  /** Receipts of goods without tracking that came after all their uses on the way; upstream only. */
  afterUse: ReadonlySet<LotMovement>;
  shipments: readonly LotMovement[];
  breaks: readonly BreakRow[];
};

/** Reads what belongs to a walk: the runs with all their rows, serial links, receipts, shipments and breaks. */
export function readTrace(db: Database, traced: Traced): TraceLists {
  const { book } = traced;
  const orders = loadOrders(db, book, { runs: traced.runs, workOrders: ordersLinking(db, traced.byId) });
  const links = orders.flatMap((order) => traversedLinks(order, traced)).sort(compareLinks(book));
  const walked = { runs: new Set(traced.runs), links: Map.groupBy(links, (link) => link.workOrder) };
  const runs = orders.flatMap((order) => tracedEntries(order, walked)).sort(compareEntries(book));
  const { receipts, shipments } = readReceiptsAndShipments(db, traced.units, book);
  return {
    traced,
    runs,
    links,
    receipts,
    afterUse: receiptsAfterUse(db, traced, { receipts, walkedOf: (workOrders) => walkedRuns(runs, workOrders) }),
    shipments,
    breaks: traceBreaks(db, traced, orders, runs),
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
function tracedEntries(
  { workOrder, tied }: LoadedOrder,
  walked: { runs: ReadonlySet<number>; links: ReadonlyMap<string, TracedLink[]> },
): TracedEntry[] {
  const parents = new Set(walked.links.get(workOrder)?.map(({ parent }) => parent));
  return tied.entries
    .filter((entry) => walked.runs.has(entry.runId) || entry.outputs.some(({ unit }) => parents.has(unit)))
    .map((entry) => ({ ...entry, workOrder }));
}

/** Receipts and shipments of these units, which the book knows, in their order. */
export function readReceiptsAndShipments(
  db: Database,
  units: readonly TracedUnit[],
  book: UnitBook,
): Pick<TraceLists, 'receipts' | 'shipments'> {
  const rows = readInSpans<Omit<LotMovement, 'supplierLot'> & { kind: 'receipt' | 'shipment' }>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.id, m.kind, m.to_unit_id as unit, m.document, p.code as partner, m.at, m.quantity
        from wanted w cross join movement m cross join partner p
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and m.kind in ('receipt', 'shipment')
          and p.id = m.partner_id and ${notReversed}`,
    units,
  ).sort(compareMovements(book));
  const receipts = rows.filter((row) => row.kind === 'receipt');
  const supplierLots = readSupplierLots(db, [...new Set(receipts.map((row) => row.unit))]);
  return {
    receipts: receipts.map((row) => ({ ...row, supplierLot: supplierLots.get(row.unit) ?? '' })),
    shipments: rows.filter((row) => row.kind === 'shipment').map((row) => ({ ...row, supplierLot: '' })),
  };
}

/** The names of the walked runs of each of these orders. */
export type WalkedRuns = ReadonlyMap<string, ReadonlySet<string>>;

export const walkedRuns = (
  runs: readonly { workOrder: string; run: string }[],
  workOrders: ReadonlySet<string>,
): WalkedRuns => runNames(runs.filter(({ workOrder }) => workOrders.has(workOrder)));

export const runNames = (runs: readonly { workOrder: string; run: string }[]): WalkedRuns =>
  new Map(
    Array.from(
      Map.groupBy(runs, ({ workOrder }) => workOrder),
      ([workOrder, entries]) => [workOrder, new Set(entries.map(({ run }) => run))] as const,
    ),
  );

/** Of goods without tracking all deliveries are one unit, also those that came when the last use on the way was over. */
export function receiptsAfterUse(
  db: Database,
  { direction, units, book }: Pick<Traced, 'direction' | 'units' | 'book'>,
  {
    receipts,
    walkedOf,
  }: { receipts: readonly LotMovement[]; walkedOf: (workOrders: ReadonlySet<string>) => WalkedRuns },
): Set<LotMovement> {
  const untracked = direction === 'upstream' ? units.filter((unit) => unit.leaf && book.isUntracked(unit)) : [];
  if (untracked.length === 0) return new Set();
  const uses = readByIds<{ unit: number; workOrder: string; run: string; at: number }>(
    db,
    (list) => `select m.to_unit_id as unit, r.work_order as workOrder, r.run, max(m.at) as at
      from movement m cross join run r
      where m.to_unit_id in ${list} and m.kind = 'consumption' and r.id = m.run_id and ${notReversed}
      group by m.to_unit_id, r.work_order, r.run`,
    untracked.map(({ id }) => id),
  );
  const runsOf = walkedOf(new Set(uses.map(({ workOrder }) => workOrder)));
  const lastUse = new Map<number, number>();
  for (const { unit, workOrder, run, at } of uses) {
    const walked = runsOf.get(workOrder);
    // A row without a run is tied to every run of its order, and so is a run without a name to every row.
    const isOnTheWay = walked !== undefined && (run === '' || walked.has('') || walked.has(run));
    if (isOnTheWay) lastUse.set(unit, Math.max(at, lastUse.get(unit) ?? Number.NEGATIVE_INFINITY));
  }
  return new Set(receipts.filter(({ unit, at }) => at > (lastUse.get(unit) ?? Number.POSITIVE_INFINITY)));
}

/** The supplier's number of each unit's lot: of its sublot, or else of the lot as a whole. */
function readSupplierLots(db: Database, units: readonly number[]): Map<number, string> {
  const rows = readByIds<{ unit: number; supplierLot: string }>(
    db,
    (list) => `select u.id as unit, coalesce(nullif(own.supplier_lot, ''), whole.supplier_lot, '') as supplierLot
      from unit u left join lot own on own.product_id = u.product_id and own.lot = u.lot and own.sublot = u.sublot
        left join lot whole on whole.product_id = u.product_id and whole.lot = u.lot and whole.sublot = ''
      where u.id in ${list} and u.lot <> ''`,
    units,
  );
  return new Map(rows.map((row) => [row.unit, row.supplierLot]));
}

type EntryPlace = Pick<TracedEntry, 'at' | 'workOrder' | 'run'>;
export const compareEntries =
  ({ ordering: { codes } }: UnitBook) =>
  (a: EntryPlace, b: EntryPlace): number =>
    a.at - b.at || codes(a.workOrder, b.workOrder) || codes(a.run, b.run);

const compareLinks =
  (book: UnitBook) =>
  (a: TracedLink, b: TracedLink): number =>
    book.ordering.codes(a.workOrder, b.workOrder) ||
    book.ordering.units(book.unit(a.parent), book.unit(b.parent)) ||
    book.ordering.units(book.unit(a.component), book.unit(b.component)) ||
    a.id - b.id;

export const compareMovements =
  (book: UnitBook) =>
  (a: Omit<LotMovement, 'supplierLot'>, b: Omit<LotMovement, 'supplierLot'>): number =>
    a.at - b.at ||
    book.ordering.codes(a.document, b.document) ||
    book.ordering.units(book.unit(a.unit), book.unit(b.unit)) ||
    a.id - b.id;
