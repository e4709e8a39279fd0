import { field, internal, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { PlanState } from './vocabulary.ts';

/** A version of an inspection plan. Once approved, only its state changes. */
export const inspectionPlanRecord = record({
  name: 'inspection_plan',
  key: ['plan', 'planVersion'],
  openSignatures: true,
  fields: {
    plan: field.code(),
    planVersion: field.number(),
    name: field.text(),
    planState: field.choice<PlanState>('inspections.states'),
    /** From the day it was approved for; a draft's is the day it is meant for. */
    validFrom: field.date(),
    /** The last day; null for no end. */
    validUntil: optional(field.date()),
    /** The drawing or specification it is made from, and that one's revision. */
    basedOn: field.text(),
    revision: field.code(),
    note: field.text(),
    /** What it says: JSON of PlanContent. */
    content: internal(field.text()),
    /** Who wrote it last, and everybody who wrote in it: JSON of their user names. */
    author: field.code(),
    writers: internal(field.text()),
    /** Who approved it; "" before. */
    approver: field.code(),
    /** How many rows it has; null in versions that were written before it was counted. */
    rowCount: later(optional(internal(field.number()))),
  },
});
export type InspectionPlanValues = ValuesOf<typeof inspectionPlanRecord>;

/** What a plan is used for: goods by product or category, of any supplier or one, at any operation or one; "" for any. */
export const planUseRecord = record({
  name: 'plan_use',
  key: ['product', 'category', 'supplier', 'atOperation'],
  openSignatures: true,
  fields: {
    product: field.code(),
    category: field.code(),
    supplier: field.code(),
    atOperation: field.code(),
    /** "" where none is used any more. */
    plan: field.code(),
    reason: field.text(),
  },
});
export type PlanUseValues = ValuesOf<typeof planUseRecord>;

/** How many are drawn of lots by their size, as a standard, a customer or a law says it: for rules "table NAME". */
export const planTableRecord = record({
  name: 'plan_table',
  key: ['planTable'],
  openSignatures: true,
  fields: {
    planTable: field.code(),
    /** What it is taken from, and which edition of that. */
    source: field.text(),
    edition: field.code(),
    /** JSON of TableRow[]. */
    content: internal(field.text()),
    /** The same in words, for the trail. */
    said: field.text(),
    reason: field.text(),
  },
});
export type PlanTableValues = ValuesOf<typeof planTableRecord>;
