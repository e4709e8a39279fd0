import { field, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { ApprovalLevel, ApprovalStatus, ReceiptAct, ReceiptLevel } from './vocabulary.ts';

/** What a supplier may deliver, from when until when. */
export const supplierApprovalRecord = record({
  name: 'supplier_approval',
  key: ['partner', 'level', 'code'],
  openSignatures: true,
  fields: {
    partner: field.code(),
    level: field.choice<ApprovalLevel>('suppliers.levels'),
    /** Of the product, or the category. */
    code: field.code(),
    approval: field.choice<ApprovalStatus>('suppliers.statuses'),
    validFrom: field.date(),
    /** The last day; null for no end. */
    validUntil: optional(field.date()),
    reason: field.text(),
    /** When it was said: what was received and recorded before is judged by what was said before. */
    holdsFrom: field.moment(),
  },
});
export type SupplierApprovalValues = ValuesOf<typeof supplierApprovalRecord>;

/** How goods are received from suppliers that are not approved for them. */
export const receiptRuleRecord = record({
  name: 'receipt_rule',
  key: ['level', 'code'],
  openSignatures: true,
  fields: {
    level: field.choice<ReceiptLevel>('suppliers.receiptLevels'),
    /** The category; "" for the site. */
    code: field.code(),
    receiptAct: field.choice<ReceiptAct>('suppliers.acts'),
    holdsFrom: field.moment(),
  },
});
export type ReceiptRuleValues = ValuesOf<typeof receiptRuleRecord>;
