import type { Slice } from '#main/features/trace/traced.queries.ts';
import { noFlow } from '#shared/recalls/figures.ts';
import type { RecallLists } from './recallLists.queries.ts';

/** Sums over affected units of one product. */
export type ProductSums = { units: number; shipped: bigint; returned: bigint; onHand: bigint };

/** A page of a recall's lists, how long each list is, and sums by product id over all of it. */
export type RecallView = {
  page: RecallLists;
  counts: Record<'affected' | 'onHand' | 'inProcess' | 'adjustments' | 'breaks' | 'customers', number>;
  products: ReadonlyMap<number, ProductSums>;
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
  return {
    page: {
      ...lists,
      roots: cut(lists.roots, slice),
      affected: cut(lists.affected, slice),
      onHand: cut(lists.onHand, slice),
      inProcess: cut(lists.inProcess, slice),
      adjustments: cut(lists.adjustments, slice),
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
  };
}

export const cut = <Row>(rows: readonly Row[], { offset, limit }: Slice): readonly Row[] =>
  rows.slice(offset, offset + limit);

/** The sums of a product, begun where there are none yet. */
export function sumsOf(products: Map<number, ProductSums>, product: number): ProductSums {
  const known = products.get(product);
  if (known !== undefined) return known;
  const fresh: ProductSums = { units: 0, shipped: 0n, returned: 0n, onHand: 0n };
  products.set(product, fresh);
  return fresh;
}
