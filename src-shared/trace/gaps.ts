import type { BreakReason, Direction } from './vocabulary.ts';

/** Reasons from the worst to the mildest: what cannot be followed at all comes before what only lacks its origin or its log. */
const worstFirst: readonly BreakReason[] = ['unlinked', 'lot-missing', 'untracked', 'no-inputs', 'no-log', 'opening'];

/** Puts gaps in the order of what they hide; like ones keep theirs. */
export const byGravity = (a: { why: BreakReason }, b: { why: BreakReason }): number =>
  worstFirst.indexOf(a.why) - worstFirst.indexOf(b.why);

/**
 * Whether goods may be beyond the gap that no list of the answer names. A missing log or origin hides none; nor do
 * untracked ingredients, which are listed with all their deliveries, while what was made of untracked goods is lost to sight.
 */
export const hidesGoods = (why: BreakReason, direction: Direction): boolean =>
  why === 'untracked' ? direction === 'downstream' : why !== 'no-log' && why !== 'opening';
