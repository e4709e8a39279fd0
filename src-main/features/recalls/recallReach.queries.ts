import type { Database } from 'better-sqlite3';
import { figureKinds } from '#main/features/trace/lines.queries.ts';
import type { WalkResult } from '#main/features/trace/traced.queries.ts';
import type { TraceIndex } from '#main/trace/index.ts';
import { readDeliveries } from './recallDeliveries.queries.ts';
import type { Reach } from './recallDropped.ts';

/** The units and customers of a dated walk downstream: the index says which units were delivered at all, the store when. */
export function readReachInTime(
  db: Database,
  index: Pick<TraceIndex, 'linesOf'>,
  { units, moments }: Pick<WalkResult, 'units' | 'moments'>,
): Reach {
  const isDelivery = (figureKind: number): boolean =>
    figureKind === figureKinds.shipped || figureKind === figureKinds.returned;
  const delivered = Array.from(units, (id, place) => ({
    id,
    since: moments?.[place] ?? Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
  })).filter(({ id }) => index.linesOf(id).some(({ figureKind, amount }) => isDelivery(figureKind) && amount !== 0));
  return {
    units: new Set(units),
    customers: new Set(readDeliveries(db, delivered).map(({ customer }) => customer)),
  };
}
