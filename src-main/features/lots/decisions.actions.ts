import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { statusDecisionRecord, type StatusDecisionValues } from '#shared/lots/records.ts';

/** How a decision is named in the journal: by what it is about. */
export const nameOfDecision = (unit: Pick<StatusDecisionValues, 'product' | 'lot' | 'sublot' | 'serial'>): string =>
  nameOf(statusDecisionRecord, unit);

export function saveDecision(work: Work, values: StatusDecisionValues): void {
  saveRecord(work, statusDecisionRecord, values);
}
