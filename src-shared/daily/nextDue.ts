import type { PlainDate } from '#shared/kernel/dates.ts';
import type { LotDates } from '#shared/lots/dates.ts';
import { lastDayOf } from '#shared/movements/issue.ts';
import type { DueWork, MovingKind } from './vocabulary.ts';

type Lying = Pick<LotDates, 'expiresOn' | 'useByOn' | 'retestOn'> & {
  isReleased: boolean;
  releasedOn: PlainDate | null;
};

/**
 * What of a lot that lies here falls due first, and the work it means: what is released is tested again, or used before
 * its last day; what lies in quarantine is decided on before that. Who released it on its retest day or later has tested it.
 */
export function nextDue(lot: Lying): { date: PlainDate; kind: MovingKind; work: DueWork } | undefined {
  const { expiresOn, retestOn, releasedOn, isReleased } = lot;
  const last = lastDayOf(lot);
  const isTested = retestOn !== null && releasedOn !== null && releasedOn >= retestOn;
  if (retestOn !== null && isReleased && !isTested && (last === undefined || retestOn <= last))
    return { date: retestOn, kind: 'retest', work: 'retest' };
  if (last === undefined) return undefined;
  return { date: last, kind: last === expiresOn ? 'expiry' : 'useBy', work: isReleased ? 'useFirst' : 'decide' };
}
