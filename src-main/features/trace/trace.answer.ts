import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { byGravity } from '#shared/trace/gaps.ts';
import type { UnitQuantity } from '#shared/orders/ties.ts';
import type { TraceAnswer } from '#shared/trace/contract.ts';
import type { TraceLists } from './traceLists.queries.ts';
import { everything, type Slice } from './traced.queries.ts';
import { type UnitBook, unitOf } from './units.queries.ts';

/** Writes a trace out as the contract has it. */
export function traceAnswerOf(lists: TraceLists, slice: Slice = everything): TraceAnswer {
  const { traced } = lists;
  const { book } = traced;
  const cut = <T>(rows: readonly T[]): readonly T[] => rows.slice(slice.offset, slice.offset + slice.limit);
  const quantities = (rows: UnitQuantity[]) =>
    rows
      .map(({ unit, quantity }) => ({ ...unitOf(book.unit(unit)), quantity: formatQuantity(quantity) }))
      .sort(book.ordering.units);
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

/** A page of a trace: so many rows of each list, how long each is, and the products they speak of. */
export function traceViewOf(whole: TraceLists, slice: Slice) {
  const { afterUse } = whole;
  const isAfterUse = (receipt: TraceLists['receipts'][number]): boolean => afterUse.has(receipt);
  const lists = {
    ...whole,
    receipts: whole.receipts.toSorted((a, b) => Number(isAfterUse(a)) - Number(isAfterUse(b))),
    breaks: whole.breaks.toSorted(byGravity),
  };
  const inTime = whole.receipts.length - afterUse.size;
  const page = traceAnswerOf(lists, slice);
  return {
    ...page,
    receipts: page.receipts.map((receipt, place) => ({ ...receipt, afterUse: slice.offset + place >= inTime })),
    products: productsOf(page, whole.traced.book),
    counts: {
      receiptsAfterUse: afterUse.size,
      units: lists.traced.units.length,
      runs: lists.runs.length,
      serialLinks: lists.links.length,
      receipts: lists.receipts.length,
      shipments: lists.shipments.length,
      breaks: lists.breaks.length,
    },
  };
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
