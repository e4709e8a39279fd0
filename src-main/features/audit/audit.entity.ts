import { defineEntity, p } from '@mikro-orm/core';

/** A stretch of the audit trail that somebody looked through, and signed for. */
export const AuditReview = defineEntity({
  name: 'AuditReview',
  tableName: 'audit_review',
  uniques: [{ name: 'audit_review_key', properties: ['number'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    number: p.integer(),
    firstSeq: p.integer(),
    lastSeq: p.integer(),
    lastHash: p.text(),
    note: p.text(),
    version: p.integer(),
  },
});
