import type { HoldTarget } from '#shared/holds/contract.ts';
import { covers, type HoldScope } from '#shared/holds/scope.ts';
import type { ActiveHolds } from './activeHolds.queries.ts';

/** What a person asks to hold, as a hold says it. */
export const scopeOf = ({ receivedFrom, receivedTo, ...target }: HoldTarget): HoldScope => ({
  ...target,
  receivedFrom: receivedFrom || null,
  receivedTo: receivedTo || null,
});

/** The number of a hold that is on all of some goods already; "" where there is none. */
export const heldBy = (active: ActiveHolds, scope: HoldScope): string =>
  active.holdingAll(scope, (hold) => covers(hold, scope))?.number ?? '';
