import { field, internal, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { PlanState } from './vocabulary.ts';
import type { InspectionState, Proposal } from './inspectionVocabulary.ts';
import type { SampleKind, SampleState } from './sampleVocabulary.ts';

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

/**
 * What a plan is used for: goods by product or category, of any supplier or one; "" for any. `atOperation` is a point of
 * their way (inspectionPoints) or a step of work, and "" is where they come in.
 */
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
    /** How often: JSON of Frequency; null for each time. */
    frequency: later(optional(internal(field.text()))),
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
/**
 * An inspection of goods. One that is done again, with the same code and the next `reinspection`, stands beside the first
 * and takes nothing back.
 */
export const inspectionRecord = record({
  name: 'inspection',
  key: ['inspection', 'reinspection'],
  openSignatures: true,
  indexes: [
    { name: 'inspection_goods', columns: ['product', 'lot'] },
    { name: 'inspection_state', columns: ['inspectionState'] },
    { name: 'inspection_run', columns: ['workOrder', 'run'], filled: true },
  ],
  fields: {
    /** IN-1, IN-2 …: counted in the store, never given again. */
    inspection: field.code(),
    /** 0 for the first. */
    reinspection: field.number(),
    /** A point of their way, a step of work, or "" by hand. */
    point: field.code(),
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    /** Whose goods they are; "" of the plant's own. */
    supplier: field.code(),
    /** The document and its line that brought them; "" by hand. */
    document: field.code(),
    line: field.code(),
    /** Where they lay, and in which status. */
    location: field.code(),
    statusFrom: field.status(),
    /** How much is inspected, and how much of it left, for whatever reason, before it was decided. */
    quantity: field.quantity(),
    gone: field.quantity(),
    plan: field.code(),
    planVersion: field.number(),
    /** Why by this plan: JSON of a message. */
    why: internal(field.text()),
    /** What it is held to: JSON of FrozenContent. */
    content: internal(field.text()),
    inspectionState: field.choice<InspectionState>('inspections.inspectionStates'),
    openedAt: field.moment(),
    openedBy: field.code(),
    /** When the last of it was decided, or it was given up; null before. */
    endedAt: optional(field.moment()),
    /** Why it was opened by hand or again, or given up or missed. */
    reason: field.text(),
    /** What it is due as: a day, or a slot of a run; null where something brought the goods. */
    slot: later(optional(field.code())),
    /** From when it is due, and until when: then the next one is. Of several that were missed in a row, until the end of the last. */
    dueFrom: later(optional(field.moment())),
    dueUntil: later(optional(field.moment())),
    /** The run it is of; null where it is of goods alone. */
    workOrder: later(optional(field.code())),
    run: later(optional(field.code())),
    /** The version of its plan in spite of which it goes on by its own, and why; null where nobody decided that. */
    keepsPast: later(optional(field.number())),
    keepsReason: later(optional(field.text())),
    /** The inspection that it took readings over from, and the one that took over from it, with how often that was done again. */
    carriedFrom: later(optional(field.code())),
    followedBy: later(optional(field.code())),
  },
});
export type InspectionValues = ValuesOf<typeof inspectionRecord>;

/** Readings that were recorded in one go. None is ever changed: a later one takes the place of an earlier one. */
export const inspectionReadingRecord = record({
  name: 'inspection_reading',
  key: ['inspection', 'reinspection', 'readingNumber'],
  fields: {
    inspection: field.code(),
    reinspection: field.number(),
    /** 1, 2 … within the inspection. */
    readingNumber: field.number(),
    readBy: field.code(),
    readAt: field.moment(),
    /** Whether they are a second person's, of rows that two read. */
    isSecond: field.flag(),
    /** JSON of KeptReading[]. */
    readings: internal(field.text()),
    /** The same for people: "12 (2): 11.8". */
    readingsSaid: field.text(),
    note: field.text(),
    /** The inspection in which they were read; null where it was this one. */
    carriedFrom: later(optional(field.code())),
  },
});
export type InspectionReadingValues = ValuesOf<typeof inspectionReadingRecord>;

/** What was decided of a part of the goods, in the order it was; the parts make up the whole. */
export const inspectionDecisionRecord = record({
  name: 'inspection_decision',
  key: ['inspection', 'reinspection', 'tranche'],
  openSignatures: true,
  fields: {
    inspection: field.code(),
    reinspection: field.number(),
    tranche: field.number(),
    accepted: field.quantity(),
    rejected: field.quantity(),
    statusAccepted: field.status(),
    statusRejected: field.status(),
    /** The serials that were rejected and accepted, where the goods have some: JSON. */
    serials: internal(field.text()),
    /** What the readings said by then. */
    proposal: field.choice<Proposal>('inspections.proposals'),
    /** Accepted against what the readings say. */
    isOverride: field.flag(),
    /** The document that moved the goods to their status; "" while they are not moved. */
    document: field.code(),
    reason: field.text(),
    decidedBy: field.code(),
    decidedAt: field.moment(),
  },
});
export type InspectionDecisionValues = ValuesOf<typeof inspectionDecisionRecord>;

/** What was drawn of inspected goods: it left the stock by a movement, and comes back by undoing that. */
export const inspectionSampleRecord = record({
  name: 'inspection_sample',
  key: ['inspection', 'reinspection', 'sampleNumber'],
  openSignatures: true,
  indexes: [{ name: 'inspection_sample_document', columns: ['document'] }],
  fields: {
    inspection: field.code(),
    reinspection: field.number(),
    /** 1, 2 … within the inspection. */
    sampleNumber: field.number(),
    sampleKind: field.choice<SampleKind>('inspections.drawnSamples.kinds'),
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    quantity: field.quantity(),
    /** Where it was drawn, and in which status. */
    location: field.code(),
    status: field.status(),
    /** Where it is kept, and the day from which it is destroyed; "" and null of what is not kept. */
    keptAt: field.code(),
    destroyOn: optional(field.date()),
    /** The movement that took it from the stock, and its document: the name that stands on its label. */
    document: field.code(),
    movement: internal(field.number()),
    sampleState: field.choice<SampleState>('inspections.drawnSamples.states'),
    note: field.text(),
    drawnBy: field.code(),
    drawnAt: field.moment(),
    /** When it was brought back or destroyed; null before, and for what was used up. */
    endedAt: optional(field.moment()),
    /** Why it was destroyed. */
    reason: field.text(),
  },
});
export type InspectionSampleValues = ValuesOf<typeof inspectionSampleRecord>;

/** Where the goods of one product and supplier stand by the plan they are inspected by: how severely, how many were passed by. */
export const inspectionSeriesRecord = record({
  name: 'inspection_series',
  key: ['plan', 'product', 'supplier'],
  openSignatures: true,
  fields: {
    plan: field.code(),
    product: field.code(),
    supplier: field.code(),
    /** So many were not drawn since the last that was inspected. */
    skipped: field.number(),
    /** By class: JSON of Switching. */
    switching: internal(field.text()),
    /** The severities in words, as "critical normal, major tightened". */
    severity: field.text(),
    reason: field.text(),
    /** Whether somebody approved that inspection may be reduced; null for no. */
    mayReduce: later(optional(field.flag())),
  },
});
export type InspectionSeriesValues = ValuesOf<typeof inspectionSeriesRecord>;
