import { field, record, type ValuesOf } from '#shared/kernel/record.ts';

/** A stretch of the audit trail that somebody looked through, and signed for. */
export const auditReviewRecord = record({
  name: 'audit_review',
  key: ['number'],
  fields: {
    number: field.number(),
    firstSeq: field.number(),
    lastSeq: field.number(),
    /** The hash of the last entry that was looked at, so that what was reviewed is what is there. */
    lastHash: field.code(),
    note: field.text(),
  },
});
export type AuditReviewValues = ValuesOf<typeof auditReviewRecord>;
