import { entityOf } from '#main/store/entityOf.ts';
import { auditReviewRecord } from '#shared/audit/records.ts';

export const AuditReview = entityOf(auditReviewRecord);
