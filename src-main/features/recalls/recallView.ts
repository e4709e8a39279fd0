import type { Slice } from '#main/features/trace/traced.queries.ts';
import { isUnexplained } from '#shared/recalls/balances.ts';
import { byGravity } from '#shared/trace/gaps.ts';
import type { AdjustmentRow, RecallLists } from './recallLists.queries.ts';

/** A page of a recall's lists, and how long each list is. */
export type RecallView = {
  page: RecallLists;
  counts: Record<'affected' | 'onHand' | 'inProcess' | 'adjustments' | 'breaks' | 'customers', number>;
};

/** Cuts a page out of complete lists. */
export function viewOfLists(lists: RecallLists, slice: Slice): RecallView {
  return {
    page: {
      ...lists,
      roots: cut(lists.roots, slice),
      affected: cut(lists.affected, slice),
      onHand: cut(lists.onHand, slice),
      inProcess: cut(lists.inProcess, slice),
      adjustments: cut(unexplainedFirst(lists.adjustments), slice),
      breaks: cut(lists.breaks.toSorted(byGravity), slice),
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
  };
}

/** What has no reason stands first: it is what an auditor asks about, and it must not hide on a later page. */
export const unexplainedFirst = (rows: readonly AdjustmentRow[]): readonly AdjustmentRow[] =>
  rows.toSorted((a, b) => Number(isUnexplained(b)) - Number(isUnexplained(a)));

export const cut = <Row>(rows: readonly Row[], { offset, limit }: Slice): readonly Row[] =>
  rows.slice(offset, offset + limit);
