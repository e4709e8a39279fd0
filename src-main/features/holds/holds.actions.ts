import { query } from '#main/store/query.ts';
import { saveRecords } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
import { holdRecord, type HoldValues } from '#shared/holds/records.ts';
import { covers, type HoldScope } from '#shared/holds/scope.ts';
import type { ActiveHolds } from './activeHolds.queries.ts';

/** The number of a hold that is on all of some goods already; "" where there is none. */
export const heldBy = (active: ActiveHolds, scope: HoldScope): string =>
  active.holdingAll(scope, (hold) => covers(hold, scope))?.number ?? '';

const numberOf = (count: number): string => `H-${count}`;

/** Holds are never deleted, so that their count is the last number. */
const nextOf = async (read: Pick<Read, 'one'>): Promise<number> => ((await read.one(lastId))?.id ?? 0) + 1;
const lastId = query((tables) => tables.selectFrom('hold').select(({ fn }) => fn.max('id').as('id')));

/** The number of the hold that is set next. */
export const nextHold = async (read: Pick<Read, 'one'>): Promise<string> => numberOf(await nextOf(read));

/** Writes holds that were judged, one act of all of them; answers their numbers. */
export async function saveHolds(
  work: Work,
  scopes: readonly HoldScope[],
  { reason, setAt }: Pick<HoldValues, 'reason' | 'setAt'>,
): Promise<string[]> {
  const first = await nextOf(work);
  const set = scopes.map(
    (scope, index): HoldValues => ({
      ...scope,
      number: numberOf(first + index),
      act: numberOf(first),
      reason,
      setAt,
      liftedAt: null,
      liftReason: '',
    }),
  );
  await saveRecords(
    work,
    holdRecord,
    set.map((values) => ({ values, stored: undefined })),
  );
  return set.map(({ number }) => number);
}
