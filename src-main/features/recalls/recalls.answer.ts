import { unitOf } from '#main/features/trace/units.queries.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';
import type { AffectedUnit, RecallAnswer } from '#shared/recalls/contract.ts';
import { accountedPercent } from '#shared/recalls/figures.ts';
import { everything, type Slice, type TracedUnit } from '#main/features/trace/traced.queries.ts';
import { flowOf, type RecallLists } from './recallLists.queries.ts';

/** Writes a recall out as the contract has it; with a slice, so many rows of each list. */
export function recallAnswerOf(lists: RecallLists, slice: Slice = everything): RecallAnswer {
  const { traced } = lists;
  const { book, units } = traced;
  const cut = <T>(rows: readonly T[]): readonly T[] => rows.slice(slice.offset, slice.offset + slice.limit);
  const onHand = onHandByUnit(lists);
  const productQuantities = (sums: Map<number, bigint>) =>
    [...sums].map(([product, quantity]) => ({
      product: book.product(product).code,
      quantity: formatQuantity(quantity),
    }));
  return {
    suspects: cut(traced.roots).map(unitOf),
    affected: cut(units).map((unit) => affectedUnitOf(lists, unit, onHand.get(unit.id) ?? 0n)),
    onHand: cut(lists.onHand).map((row) => ({
      ...unitOf(row.unit),
      location: row.location,
      status: row.status,
      quantity: formatQuantity(row.quantity),
    })),
    inProcess: cut(lists.inProcess).map((row) => ({
      ...unitOf(row.unit),
      workOrder: row.workOrder,
      quantity: formatQuantity(row.quantity),
    })),
    adjustments: cut(lists.adjustments).map((row) => ({
      ...unitOf(book.unit(row.unit)),
      document: row.document,
      at: formatMoment(row.at),
      quantity: formatQuantity(row.quantity),
      reason: row.reason,
    })),
    breaks: cut(lists.breaks).map(({ unit, workOrder, why }) => ({ ...unitOf(unit), workOrder, why })),
    customers: cut(lists.customers).map((row) => ({
      customer: row.customer,
      name: row.name,
      deliveries: row.deliveries,
      shipped: productQuantities(row.shipped),
      returned: productQuantities(row.returned),
    })),
    totals: {
      affected: units.length,
      customers: lists.customers.length,
      accountedPercent: accountedPercent(units.map((unit) => flowOf(lists, unit))),
    },
  };
}

/** A page of a recall: so many rows of each list, how long each is, and sums per product over all of it. */
export function recallViewOf(lists: RecallLists, slice: Slice) {
  return {
    ...recallAnswerOf(lists, slice),
    counts: {
      affected: lists.traced.units.length,
      onHand: lists.onHand.length,
      inProcess: lists.inProcess.length,
      adjustments: lists.adjustments.length,
      breaks: lists.breaks.length,
      customers: lists.customers.length,
    },
    products: productSums(lists),
  };
}

function affectedUnitOf(lists: RecallLists, unit: TracedUnit, onHand: bigint): AffectedUnit {
  const flow = flowOf(lists, unit);
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
    onHand: formatQuantity(onHand),
  };
}

function onHandByUnit({ onHand }: RecallLists): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { unit, quantity } of onHand) sums.set(unit.id, (sums.get(unit.id) ?? 0n) + BigInt(quantity));
  return sums;
}

function productSums(lists: RecallLists) {
  const { units, book } = lists.traced;
  const onHand = onHandByUnit(lists);
  const sums = new Map<number, { units: number; shipped: bigint; returned: bigint; onHand: bigint }>();
  for (const unit of units) {
    const sum = sums.get(unit.productId) ?? { units: 0, shipped: 0n, returned: 0n, onHand: 0n };
    const { shipped, returned } = flowOf(lists, unit);
    sum.units += 1;
    sum.shipped += shipped;
    sum.returned += returned;
    sum.onHand += onHand.get(unit.id) ?? 0n;
    sums.set(unit.productId, sum);
  }
  return [...sums]
    .map(([id, sum]) => {
      const { code, name, unitOfMeasure } = book.product(id);
      return {
        product: code,
        name,
        unitOfMeasure,
        units: sum.units,
        shipped: formatQuantity(sum.shipped),
        returned: formatQuantity(sum.returned),
        onHand: formatQuantity(sum.onHand),
      };
    })
    .sort((a, b) => compareText(a.product, b.product));
}
