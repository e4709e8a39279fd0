import type { Saved } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { auditReviewRecord, type AuditReviewValues } from '#shared/audit/records.ts';

export const saveReview = (work: Work, values: AuditReviewValues): Saved => saveRecord(work, auditReviewRecord, values);
