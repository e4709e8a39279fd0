import type { Database } from 'better-sqlite3';
import { byGravity } from '#shared/trace/gaps.ts';
import { cut, type Slice } from './traced.queries.ts';
import { readTracedAmounts, type TracedAmount } from './tracedAmounts.queries.ts';
import { type LotMovement, type TraceLists, walkedRuns } from './traceLists.queries.ts';

/** A page of a trace's lists, and how long each list is. */
export type TracePage = {
  lists: TraceLists;
  /** Of the units of the page. */
  amounts: ReadonlyMap<number, TracedAmount>;
  counts: Record<'units' | 'runs' | 'serialLinks' | 'receipts' | 'receiptsAfterUse' | 'shipments' | 'breaks', number>;
};

/** Cuts a page out of complete lists. */
export function pageOfLists(db: Database, whole: TraceLists, slice: Slice): TracePage {
  const { traced, runs, links, receipts, afterUse, shipments, breaks } = whole;
  const units = cut(traced.units, slice);
  return {
    lists: {
      ...whole,
      traced: { ...traced, roots: cut(traced.roots, slice), units },
      runs: cut(runs, slice),
      links: cut(links, slice),
      receipts: cut(inTimeFirst(receipts, afterUse), slice),
      shipments: cut(shipments, slice),
      breaks: cut(breaks.toSorted(byGravity), slice),
    },
    amounts: readTracedAmounts(db, whole, units, (workOrders) => walkedRuns(runs, workOrders)),
    counts: {
      receiptsAfterUse: afterUse.size,
      units: traced.units.length,
      runs: runs.length,
      serialLinks: links.length,
      receipts: receipts.length,
      shipments: shipments.length,
      breaks: breaks.length,
    },
  };
}

/** Receipts after the last use on the way come last. */
export const inTimeFirst = (
  receipts: readonly LotMovement[],
  afterUse: ReadonlySet<LotMovement>,
): readonly LotMovement[] => receipts.toSorted((a, b) => Number(afterUse.has(a)) - Number(afterUse.has(b)));
