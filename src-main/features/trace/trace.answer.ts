import type { Database } from 'better-sqlite3';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { UnitQuantity } from '#shared/orders/ties.ts';
import type { TraceAnswer } from '#shared/trace/contract.ts';
import type { TracedAmount } from './tracedAmounts.queries.ts';
import type { TraceLists } from './traceLists.queries.ts';
import type { Slice } from './traced.queries.ts';
import { pageOfLists, type TracePage } from './tracePage.ts';
import { type UnitBook, unitOf } from './units.queries.ts';

/** Writes the lists of a trace out as the contract has them, complete or cut to a page. */
export function traceAnswerOf(lists: TraceLists): TraceAnswer {
  const { traced } = lists;
  const { book } = traced;
  const quantities = (rows: UnitQuantity[]) =>
    rows
      .map(({ unit, quantity }) => ({ ...unitOf(book.unit(unit)), quantity: formatQuantity(quantity) }))
      .sort(book.ordering.units);
  return {
    roots: traced.roots.map(unitOf),
    direction: traced.direction,
    units: traced.units.map((unit) => ({ ...unitOf(unit), depth: unit.depth })),
    runs: lists.runs.map(({ workOrder, run, at, inputs, outputs }) => ({
      workOrder,
      run,
      at: formatMoment(at),
      inputs: quantities(inputs),
      outputs: quantities(outputs),
    })),
    serialLinks: lists.links.map((link) => ({
      workOrder: link.workOrder,
      parent: unitOf(book.unit(link.parent)),
      component: unitOf(book.unit(link.component)),
      quantity: formatQuantity(link.quantity),
    })),
    receipts: lists.receipts.map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      supplier: row.partner,
      supplierLot: row.supplierLot,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
    })),
    shipments: lists.shipments.map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      customer: row.partner,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
    })),
    breaks: lists.breaks.map(({ unit, workOrder, why }) => ({ ...unitOf(unit), workOrder, why })),
  };
}

/** Cuts a page out of complete lists and writes it out. */
export const traceViewOf = (db: Database, whole: TraceLists, slice: Slice) =>
  tracePageOf(pageOfLists(db, whole, slice));

/** Writes out a page of a trace: so many rows of each list, how long each is, and the products they speak of. */
export function tracePageOf({ lists, amounts, counts }: TracePage) {
  const page = traceAnswerOf(lists);
  return {
    ...page,
    units: lists.traced.units.map(({ id, depth, ...unit }) => {
      const { cameIn, used } = amounts.get(id) ?? noAmount;
      return { ...unitOf(unit), depth, cameIn: formatQuantity(cameIn), used: formatQuantity(used) };
    }),
    receipts: page.receipts.map((receipt, place) => ({
      ...receipt,
      afterUse: isAfterUse(lists, place),
    })),
    products: productsOf(page, lists.traced.book),
    counts,
  };
}

const noAmount: TracedAmount = { cameIn: 0n, used: 0n };

function isAfterUse({ receipts, afterUse }: TraceLists, place: number): boolean {
  const receipt = receipts[place];
  return receipt !== undefined && afterUse.has(receipt);
}

/** Names and units of measure of everything on a page. */
function productsOf(page: TraceAnswer, book: UnitBook) {
  const codes = new Set(
    [
      page.roots,
      page.units,
      ...page.runs.flatMap(({ inputs, outputs }) => [inputs, outputs]),
      ...page.serialLinks.map(({ parent, component }) => [parent, component]),
      page.receipts,
      page.shipments,
      page.breaks,
    ].flatMap((units) => units.map(({ product }) => product)),
  );
  return book
    .knownProducts()
    .filter(({ code }) => codes.has(code))
    .map(({ code, name, unitOfMeasure }) => ({ product: code, name, unitOfMeasure }));
}
