import type { Slice } from '#main/features/trace/traced.queries.ts';
import { noFlow } from '#shared/recalls/figures.ts';
import { type Amount, isUnexplained, sumUnexplained } from '#shared/recalls/sums.ts';
import type { AdjustmentRow, RecallLists } from './recallLists.queries.ts';

/** Sums over affected units of one product. */
export type ProductSums = { units: number; shipped: bigint; returned: bigint; onHand: bigint; inProcess: bigint };

/** A page of a recall's lists, how long each list is, and sums by product id over all of it. */
export type RecallView = {
  page: RecallLists;
  counts: Record<'affected' | 'onHand' | 'inProcess' | 'adjustments' | 'breaks' | 'customers', number>;
  products: ReadonlyMap<number, ProductSums>;
  unexplained: readonly Amount[];
};

/** Cuts a page out of complete lists. */
export function viewOfLists(lists: RecallLists, slice: Slice): RecallView {
  const products = new Map<number, ProductSums>();
  for (const { id, productId } of lists.affected) {
    const { shipped, returned } = lists.flows.get(id) ?? noFlow();
    const sums = sumsOf(products, productId);
    sums.units += 1;
    sums.shipped += shipped;
    sums.returned += returned;
    sums.onHand += lists.onHandOf.get(id) ?? 0n;
  }
  addInProcess(products, lists);
  return {
    page: {
      ...lists,
      roots: cut(lists.roots, slice),
      affected: cut(lists.affected, slice),
      onHand: cut(lists.onHand, slice),
      inProcess: cut(lists.inProcess, slice),
      adjustments: cut(unexplainedFirst(lists.adjustments), slice),
      breaks: cut(lists.breaks, slice),
      customers: cut(lists.customers, slice),
    },
    counts: {
      affected: lists.affected.length,
      onHand: lists.onHand.length,
      inProcess: lists.inProcess.length,
      adjustments: lists.adjustments.length,
      breaks: lists.breaks.length,
      customers: lists.customers.length,
    },
    products,
    unexplained: unexplainedIn(lists),
  };
}

/** Adds what is in process to the sums of its products. */
export function addInProcess(products: Map<number, ProductSums>, { inProcess }: Pick<RecallLists, 'inProcess'>): void {
  for (const { unit, quantity } of inProcess) sumsOf(products, unit.productId).inProcess += quantity;
}

/** What has no reason stands first: it is what an auditor asks about, and it must not hide on a later page. */
export const unexplainedFirst = (rows: readonly AdjustmentRow[]): readonly AdjustmentRow[] =>
  rows.toSorted((a, b) => Number(isUnexplained(b)) - Number(isUnexplained(a)));

export const unexplainedIn = ({ adjustments, book }: Pick<RecallLists, 'adjustments' | 'book'>): readonly Amount[] =>
  sumUnexplained(
    adjustments.map(({ unit, quantity, reason }) => ({
      unit,
      unitOfMeasure: book.product(book.unit(unit).productId).unitOfMeasure,
      quantity: BigInt(quantity),
      reason,
    })),
  );

export const cut = <Row>(rows: readonly Row[], { offset, limit }: Slice): readonly Row[] =>
  rows.slice(offset, offset + limit);

/** The sums of a product, begun where there are none yet. */
export function sumsOf(products: Map<number, ProductSums>, product: number): ProductSums {
  const known = products.get(product);
  if (known !== undefined) return known;
  const fresh: ProductSums = { units: 0, shipped: 0n, returned: 0n, onHand: 0n, inProcess: 0n };
  products.set(product, fresh);
  return fresh;
}
