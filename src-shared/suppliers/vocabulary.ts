import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';

/** What a supplier is approved for: one product, or all of a category. What is said of a product goes before its category. */
export const approvalLevels = ['product', 'category'] as const;
export type ApprovalLevel = (typeof approvalLevels)[number];

export const approvalStatuses = ['approved', 'conditional', 'blocked'] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

/** How an approval stands on a day. */
export const standings = ['holds', 'endsSoon', 'coming', 'ended'] as const;
export type Standing = (typeof standings)[number];

/** An approval that ends within so many days ends soon. */
export const soonDays = 60;

/** For what is said how goods of suppliers that are not approved are received: a category goes before the site. */
export const receiptLevels = ['site', 'category'] as const;
export type ReceiptLevel = (typeof receiptLevels)[number];

export const receiptActs = ['let', 'quarantine', 'refuse'] as const;
export type ReceiptAct = (typeof receiptActs)[number];

export const listedApproval = z.object({
  partner: z.string(),
  partnerName: z.string(),
  level: z.enum(approvalLevels),
  /** Of the product, or the category itself. */
  code: z.string(),
  /** Of the product; "" for a category. */
  name: z.string(),
  status: z.enum(approvalStatuses),
  validFrom: z.string(),
  /** The last day; "" for no end. */
  validUntil: z.string(),
  standing: z.enum(standings),
  reason: z.string(),
});
export type ListedApproval = z.infer<typeof listedApproval>;

/** The list of approved suppliers. Without a sort, what ends first comes first. */
export const approvalList = defineList({
  name: 'suppliers',
  texts: 'suppliers.list',
  row: listedApproval,
  cells: {
    partner: { kind: 'code', header: 'fields.supplier', page: 'partner', sorts: true, filters: true, width: 130 },
    supplierName: { kind: 'text', header: 'fields.name', of: ({ partnerName }) => partnerName, width: 180 },
    code: { kind: 'code', header: 'suppliers.code', sorts: true, filters: true, width: 140 },
    name: { kind: 'text', header: 'suppliers.productName', width: 180 },
    status: {
      kind: 'choice',
      header: 'suppliers.status',
      values: approvalStatuses,
      said: 'suppliers.statuses',
      filters: true,
      width: 120,
    },
    validUntil: { kind: 'date', header: 'suppliers.validUntil', sorts: true, filters: true, width: 125 },
    standing: {
      kind: 'choice',
      header: 'suppliers.standing',
      values: standings,
      said: 'suppliers.standings',
      filters: true,
      width: 160,
    },
    level: {
      kind: 'choice',
      header: 'suppliers.level',
      values: approvalLevels,
      said: 'suppliers.levels',
      filters: true,
      extra: true,
      width: 120,
    },
    validFrom: {
      kind: 'date',
      header: 'suppliers.validFrom',
      sorts: true,
      filters: true,
      extra: true,
      width: 132,
    },
    reason: { kind: 'text', header: 'audit.fields.reason', filters: true, extra: true, width: 260 },
  },
});
