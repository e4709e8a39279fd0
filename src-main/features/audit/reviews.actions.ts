import { type RecordTable, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';

export type ReviewValues = {
  number: number;
  firstSeq: number;
  lastSeq: number;
  /** The hash of the last entry that was looked at, so that what was reviewed is what stands there. */
  lastHash: string;
  note: string;
};

export const reviewTable: RecordTable = {
  table: 'audit_review',
  key: ['number'],
  columns: ['number', 'firstSeq', 'lastSeq', 'lastHash', 'note'],
};

export function saveReview(work: Work, values: ReviewValues): void {
  saveRecord(work, reviewTable, { values, name: String(values.number) });
}

export const lastReview = (work: Work): number =>
  work.one<{ number: number }>('select coalesce(max(number), 0) as number from audit_review')?.number ?? 0;
