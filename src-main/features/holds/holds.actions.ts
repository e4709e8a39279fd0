import { covers, type HoldScope } from '#shared/holds/scope.ts';
import type { ActiveHolds } from './activeHolds.queries.ts';

/** The number of a hold that is on all of some goods already; "" where there is none. */
export const heldBy = (active: ActiveHolds, scope: HoldScope): string =>
  active.holdingAll(scope, (hold) => covers(hold, scope))?.number ?? '';
