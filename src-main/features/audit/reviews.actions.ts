import { type Saved, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { auditReviewRecord, type AuditReviewValues } from '#shared/audit/records.ts';

export const saveReview = (work: Work, values: AuditReviewValues): Saved => saveRecord(work, auditReviewRecord, values);

export const lastReview = (work: Work): number =>
  work.one<{ number: number }>('select coalesce(max(number), 0) as number from audit_review')?.number ?? 0;
