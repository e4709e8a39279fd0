/** A movement that says in which status goods are: one that changes it, or a count of goods that are not released. */
export type StatusSaid = {
  at: number;
  kind: string;
  statusFrom: string;
  statusTo: string;
  quantity: number;
  /** Whether an import brought it, which records what was decided elsewhere. */
  isImported: boolean;
  /** Of goods that were split off or merged into these: what of theirs was held back by then. */
  of?: HeldGoods;
  /** Whether the goods got another lot by it, and are held back under that one. */
  leaves?: boolean;
};

/** How much of some goods is held back although nobody may see it lie there any more, in millionths. */
export type HeldGoods = {
  /** Rejected, and not released since. */
  rejected: number;
  /** Counted out while it was not released. */
  countedOut: number;
  /** Of that put into quarantine or rejected by a decision that was taken here, and not released since. */
  here: { Q: number; R: number };
};

/**
 * What of some goods is held back, from what was said of their status in the order of time. Rejected goods that left
 * again stay rejected: whatever comes in under their name may be the same goods.
 */
export function heldGoods(said: Iterable<StatusSaid>): HeldGoods {
  const held: HeldGoods = { rejected: 0, countedOut: 0, here: { Q: 0, R: 0 } };
  for (const one of said) {
    const [from, to] = [one.statusFrom.slice(0, 1), one.statusTo.slice(0, 1)];
    if (one.of !== undefined) noteArrival(held, one.of, { to, quantity: one.quantity });
    else if (one.leaves === true) noteLeaving(held, { from, quantity: one.quantity });
    if (from === to || one.of !== undefined || one.leaves === true) continue;
    if (one.kind === 'status') noteChange(held, { ...one, from, to });
    else if (to === '' && from !== 'A') held.countedOut += one.quantity;
    else if (from === '' && to !== 'A') held.countedOut = lessened(held.countedOut, one.quantity);
  }
  return held;
}

type Change = Pick<StatusSaid, 'quantity' | 'isImported'> & { from: string; to: string };

function noteChange(held: HeldGoods, { from, to, quantity, isImported }: Change): void {
  const { here } = held;
  const before = from === 'Q' || from === 'R' ? Math.min(here[from], quantity) : 0;
  if (from === 'Q' || from === 'R') here[from] -= before;
  if (to === 'A') {
    held.rejected = lessened(held.rejected, quantity);
    // What is found beside goods that were released is taken for the same goods.
    held.countedOut = 0;
    return;
  }
  // What was decided here is not undone by what an import says after it.
  if (to === 'Q' || to === 'R') here[to] += isImported ? before : quantity;
  if (to === 'R') held.rejected += quantity;
}

/** Goods are held back as they were in the lot they came from; of several kinds there, the worst. */
function noteArrival(held: HeldGoods, of: HeldGoods, { to, quantity }: { to: string; quantity: number }): void {
  if (to !== 'Q' && to !== 'R') return;
  if (to === 'R' || of.rejected > 0) held.rejected += quantity;
  if (of.here[to] > 0) held.here[to] += Math.min(quantity, of.here[to]);
}

function noteLeaving(held: HeldGoods, { from, quantity }: { from: string; quantity: number }): void {
  if (from !== 'Q' && from !== 'R') return;
  if (from === 'R' || held.rejected > 0) held.rejected = lessened(held.rejected, quantity);
  held.here[from] = lessened(held.here[from], quantity);
}

const lessened = (amount: number, by: number): number => Math.max(0, amount - by);
