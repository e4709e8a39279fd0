import type { Database } from 'better-sqlite3';
import { recallBreaks } from '#main/features/trace/breaks.queries.ts';
import { readFlows } from '#main/features/trace/flows.queries.ts';
import { cut, type Slice, type Traced, type TracedUnit } from '#main/features/trace/traced.queries.ts';
import type { UnitBook } from '#main/features/trace/units.queries.ts';
import { notReversed, readByIds, type Span } from '#main/features/trace/wanted.queries.ts';
import { readGaps } from '#main/features/recalls/gaps.queries.ts';
import { SumsByProduct } from '#main/features/recalls/productSums.ts';
import type { Dropped, RecallView } from '#main/features/recalls/recall.queries.ts';
import { byProductCode, type CustomerRow, readDeliveries } from '#main/features/recalls/recallDeliveries.queries.ts';
import {
  readAdjustments,
  readBalances,
  readInProcess,
  readRunsOfWalk,
  sumByUnit,
} from '#main/features/recalls/recallRows.queries.ts';
import { isUnexplained } from '#shared/recalls/balances.ts';
import { accountedPercent, noFlow } from '#shared/recalls/figures.ts';
import { byGravity } from '#shared/trace/gaps.ts';

/** The lists of a recall, all of them whole. */
export type WholeRecall = Omit<RecallView, 'counts'>;

/**
 * What a recall has to say, read unit by unit out of the store: the trace index is asked for nothing beyond the walk. The
 * plain way, against which the program's is held.
 */
export function readWholeRecall(db: Database, traced: Traced): WholeRecall {
  const { units, byId, book, runs, roots } = traced;
  const { flows, delivered, adjusted } = readFlows(db, units);
  const among = (ids: ReadonlySet<number>): TracedUnit[] => units.filter(({ id }) => ids.has(id));
  const onHand = readBalances(db, units, book);
  const openRuns = readOpenRuns(db, readRunsOfWalk(db, runs, units));
  const customers = readCustomers(db, among(delivered), book);
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
    totals: {
      affected: units.length,
      customers: customers.length,
      accountedPercent: accountedPercent(units.map(({ id }) => flows.get(id) ?? noFlow())),
    },
    book,
  };
}

const readOpenRuns = (db: Database, runs: readonly number[]): number[] =>
  readByIds<{ id: number }>(
    db,
    (list) => `select r.id from run r where r.id in ${list}
      and not exists (select 1 from movement m where m.run_id = r.id and m.kind = 'output' and ${notReversed})`,
    runs,
  ).map(({ id }) => id);

/** Everyone who got affected goods or sent some back, gross. */
function readCustomers(db: Database, units: readonly Span[], book: UnitBook): CustomerRow[] {
  const customers = Map.groupBy(readDeliveries(db, units), ({ customer }) => customer);
  return [...customers]
    .map(([customer, rows]): CustomerRow => {
      const sums = (kind: 'shipment' | 'customer-return') => {
        const byProduct = new Map<number, bigint>();
        for (const row of rows.filter((candidate) => candidate.kind === kind)) {
          const { productId } = book.unit(row.unit);
          byProduct.set(productId, (byProduct.get(productId) ?? 0n) + BigInt(row.quantity));
        }
        return byProductCode(byProduct, book);
      };
      const documents = rows.filter(({ kind }) => kind === 'shipment').map(({ document }) => document);
      return {
        customer,
        name: rows[0]?.name ?? '',
        deliveries: [...new Set(documents)].sort(book.ordering.codes),
        shipped: sums('shipment'),
        returned: sums('customer-return'),
      };
    })
    .sort((a, b) => book.ordering.codes(a.customer, b.customer));
}

/** A page cut out of whole lists, for people. */
export function viewOfWhole(whole: WholeRecall, slice: Slice): RecallView {
  return {
    ...whole,
    roots: cut(whole.roots, slice),
    affected: cut(whole.affected, slice),
    onHand: cut(whole.onHand, slice),
    inProcess: cut(whole.inProcess, slice),
    adjustments: cut(
      whole.adjustments.toSorted((a, b) => Number(isUnexplained(b)) - Number(isUnexplained(a))),
      slice,
    ),
    breaks: cut(whole.breaks.toSorted(byGravity), slice),
    customers: cut(whole.customers, slice),
    counts: {
      affected: whole.affected.length,
      onHand: whole.onHand.length,
      inProcess: whole.inProcess.length,
      adjustments: whole.adjustments.length,
      breaks: whole.breaks.length,
      customers: whole.customers.length,
    },
  };
}

/** A page of what one recall reaches and another does not, out of the whole lists of both. */
export function wholeBeyond(whole: WholeRecall, other: WholeRecall, slice: Slice): Dropped {
  const units = new Set(other.affected.map(({ id }) => id));
  const others = new Set(other.customers.map(({ customer }) => customer));
  const affected = whole.affected.filter(({ id }) => !units.has(id));
  const customers = whole.customers.filter(({ customer }) => !others.has(customer));
  return {
    ...whole,
    affected: cut(affected, slice),
    customers: cut(customers, slice),
    totals: { units: affected.length, customers: customers.length },
  };
}
