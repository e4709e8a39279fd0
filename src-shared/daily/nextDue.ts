import type { PlainDate } from '#shared/kernel/dates.ts';
import type { LotDates } from '#shared/lots/dates.ts';
import { lastDayOf } from '#shared/movements/issue.ts';
import type { DueKind, DueWork } from './vocabulary.ts';

/** A lot that lies here, as the planner looks at it. */
export type LyingLot = LotDates & { isReleased: boolean; releasedOn: PlainDate | null };

/** Who released it on its retest day or later has tested it. */
export const isTested = ({ retestOn, releasedOn }: Pick<LyingLot, 'retestOn' | 'releasedOn'>): boolean =>
  retestOn !== null && releasedOn !== null && releasedOn >= retestOn;

/**
 * What of a lot that lies here falls due first, and the work it means: what is released is tested again, or used before
 * its last day; what lies in quarantine is decided on before that. What has no last day is used by the one it is best before.
 */
export function nextDue(lot: LyingLot): { date: PlainDate; kind: DueKind; work: DueWork } | undefined {
  const { expiresOn, bestBeforeOn, retestOn, isReleased } = lot;
  const last = lastDayOf(lot) ?? bestBeforeOn ?? undefined;
  if (retestOn !== null && isReleased && !isTested(lot) && (last === undefined || retestOn <= last))
    return { date: retestOn, kind: 'retest', work: 'retest' };
  if (last === undefined) return undefined;
  const kind = last === expiresOn ? 'expiry' : last === lastDayOf(lot) ? 'useBy' : 'bestBefore';
  return { date: last, kind, work: isReleased ? 'useFirst' : 'decide' };
}
