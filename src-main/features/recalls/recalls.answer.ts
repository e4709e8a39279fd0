import { type UnitBook, unitOf } from '#main/features/trace/units.queries.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type {
  AffectedUnit,
  DroppedUnit,
  RecallAnswer,
  RecallBalance,
  RecallDelivery,
  RecallGap,
  RecallView as RecallViewAnswer,
} from '#shared/recalls/contract.ts';
import { balancePercent, massBalance } from '#shared/recalls/balances.ts';
import { noFlow } from '#shared/recalls/figures.ts';
import type { TracedUnit } from '#main/features/trace/traced.queries.ts';
import type { CustomerRow, DeliveryRow } from './recallDeliveries.queries.ts';
import type { GapRow } from './gaps.queries.ts';
import type { Dropped, RecallPage, RecallView } from './recall.queries.ts';

/** Writes the lists of a recall out as the contract has them. */
export function recallAnswerOf(lists: RecallPage): RecallAnswer {
  const { book } = lists;
  return {
    suspects: lists.roots.map(unitOf),
    affected: lists.affected.map((unit) => affectedUnitOf(lists, unit)),
    onHand: lists.onHand.map((row) => ({
      ...unitOf(row.unit),
      location: row.location,
      status: row.status,
      quantity: formatQuantity(row.quantity),
    })),
    inProcess: lists.inProcess.map((row) => ({
      ...unitOf(row.unit),
      workOrder: row.workOrder,
      quantity: formatQuantity(row.quantity),
    })),
    adjustments: lists.adjustments.map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
      reason: row.reason,
    })),
    breaks: lists.breaks.map(({ unit, workOrder, why }) => ({ ...unitOf(unit), workOrder, why })),
    customers: lists.customers.map((row) => customerOf(book, row)),
    balances: balancesOf(lists),
    totals: lists.totals,
  };
}

/** One for each affected product, worst first. */
function balancesOf({ products, book }: Pick<RecallPage, 'products' | 'book'>): RecallBalance[] {
  const balances = Array.from(products, ([id, sums]): RecallBalance => {
    const { code, unitOfMeasure } = book.product(id);
    const balance = massBalance(sums);
    return {
      product: code,
      unit: unitOfMeasure,
      in: formatQuantity(balance.in),
      consumed: formatQuantity(balance.consumed),
      out: formatQuantity(balance.out),
      here: formatQuantity(balance.here),
      inProcess: formatQuantity(balance.inProcess),
      explained: formatQuantity(balance.explained),
      unexplained: formatQuantity(balance.unexplained),
      balancePercent: balancePercent(balance),
    };
  });
  return balances.sort(
    (a, b) => Number(a.balancePercent) - Number(b.balancePercent) || book.ordering.codes(a.product, b.product),
  );
}

function customerOf(book: UnitBook, { customer, name, deliveries, shipped, returned }: CustomerRow) {
  const productQuantities = (sums: ReadonlyMap<number, bigint>) =>
    Array.from(sums, ([product, quantity]) => ({
      product: book.product(product).code,
      quantity: formatQuantity(quantity),
    }));
  return { customer, name, deliveries, shipped: productQuantities(shipped), returned: productQuantities(returned) };
}

/** Writes out deliveries, in their order. */
export const deliveriesOf = (rows: readonly DeliveryRow[], book: UnitBook): RecallDelivery[] =>
  rows.map(({ customer, kind, unit, document, at, quantity }) => ({
    customer,
    kind,
    ...unitOf(book.unit(unit)),
    document,
    at: formatMoment(at),
    quantity: formatQuantity(quantity),
  }));

/** Writes out what drops out between two scopes. */
export function droppedOf(dropped: Dropped) {
  const inProcess = new Map<number, bigint>();
  for (const { unit, quantity } of dropped.inProcess) inProcess.set(unit.id, (inProcess.get(unit.id) ?? 0n) + quantity);
  const units = dropped.affected.map(
    (unit): DroppedUnit => ({
      ...affectedUnitOf(dropped, unit),
      inProcess: formatQuantity(inProcess.get(unit.id) ?? 0n),
    }),
  );
  return {
    units: { rows: units, total: dropped.totals.units },
    customers: {
      rows: dropped.customers.map((row) => customerOf(dropped.book, row)),
      total: dropped.totals.customers,
    },
  };
}

type ViewBeforeHolds = Omit<RecallViewAnswer, 'onHand'> & Pick<RecallAnswer, 'onHand'>;

/** Writes out a page of a recall: so many rows of each list, how long each is, and sums per product over all of it. */
export function recallViewOf(page: RecallView): ViewBeforeHolds {
  const rows = Array.from(page.products, ([id, { units, flow, onHand, inProcess, missing, found }]) => {
    const { code, name, unitOfMeasure } = page.book.product(id);
    return {
      product: code,
      name,
      unitOfMeasure,
      units,
      shipped: formatQuantity(flow.shipped),
      returned: formatQuantity(flow.returned),
      onHand: formatQuantity(onHand),
      inProcess: formatQuantity(inProcess),
      missing: formatQuantity(missing),
      found: formatQuantity(found),
    };
  });
  return {
    ...recallAnswerOf(page),
    counts: page.counts,
    gaps: page.gaps.map((gap) => gapOf(page.book, gap)),
    products: rows.sort((a, b) => page.book.ordering.codes(a.product, b.product)),
  };
}

function gapOf(book: UnitBook, { why, workOrder, productId, units, quantity, made }: GapRow): RecallGap {
  const { code, unitOfMeasure } = book.product(productId);
  const [first = { product: code, lot: '', sublot: '', serial: '' }] = units;
  return {
    why,
    workOrder,
    product: code,
    unitOfMeasure,
    quantity: formatQuantity(quantity),
    units: units.length,
    unit: unitOf(first),
    made: made
      .map(({ productId: id, ...counts }) => ({ product: book.product(id).code, ...counts }))
      .sort((a, b) => book.ordering.codes(a.product, b.product)),
  };
}

function affectedUnitOf({ flows, onHandOf }: Pick<RecallPage, 'flows' | 'onHandOf'>, unit: TracedUnit): AffectedUnit {
  const flow = flows.get(unit.id) ?? noFlow();
  return {
    ...unitOf(unit),
    depth: unit.depth,
    opening: formatQuantity(flow.opening),
    received: formatQuantity(flow.received),
    produced: formatQuantity(flow.produced),
    consumed: formatQuantity(flow.consumed),
    shipped: formatQuantity(flow.shipped),
    returned: formatQuantity(flow.returned),
    returnedToSupplier: formatQuantity(flow.returnedToSupplier),
    scrapped: formatQuantity(flow.scrapped),
    sampled: formatQuantity(flow.sampled),
    adjusted: formatQuantity(flow.adjusted),
    onHand: formatQuantity(onHandOf.get(unit.id) ?? 0n),
  };
}
