import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import { message } from '#shared/kernel/fields.ts';
import { sampleShown } from './sampleVocabulary.ts';
import { defectClasses, planContent, samplingRule, severities, verdicts, writtenRow } from './vocabulary.ts';

/**
 * The points on their way at which goods are inspected; any other name is a step of work. "" of a plan's use is for where
 * goods come in: received and made. What lies in stock is inspected from time to time at "periodic".
 */
export const inspectionPoints = [
  'receipt',
  'output',
  'return',
  'quarantine',
  'retest',
  'consumption',
  'shipping',
  'periodic',
] as const;
export type InspectionPoint = (typeof inspectionPoints)[number];

export const periods = ['days', 'weeks', 'months'] as const;
export type Period = (typeof periods)[number];
/** By what a run is divided into slots, each of which is inspected once. */
export const slotKinds = ['none', 'hours', 'shifts', 'quantity'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** How often goods that get to a point are inspected: each time, every so many times, or a share of them, drawn. */
export const frequency = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('each') }).strict(),
  z.object({ kind: z.literal('nth'), n: z.number().int().min(2).max(1000) }).strict(),
  /** Of a hundred. */
  z.object({ kind: z.literal('share'), percent: z.number().int().min(1).max(99) }).strict(),
  /** Each lot that lies in stock, from the day it came. */
  z.object({ kind: z.literal('every'), n: z.number().int().min(1).max(1000), of: z.enum(periods) }).strict(),
  /** Each run of production, at a step of it: by hours, by shifts of the clock, or by every so many made; and its first piece. */
  z
    .object({
      kind: z.literal('slots'),
      by: z.enum(slotKinds),
      n: z.number().int().min(0).max(1_000_000),
      starts: z.array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)).max(6),
      isFirst: z.boolean(),
    })
    .strict(),
]);
export type Frequency = z.infer<typeof frequency>;

/**
 * Where an inspection stands: being done, all of it decided, given up with a reason, not drawn by its frequency, due and not done,
 * or ended where another one began anew by a later version of its plan.
 */
export const inspectionStates = ['open', 'decided', 'withdrawn', 'notDrawn', 'missed', 'superseded'] as const;
export type InspectionState = (typeof inspectionStates)[number];

/** By which version of its plan an open inspection is done: the one in force, or another, which somebody may have said it goes on by. */
export const planStands = ['inForce', 'superseded', 'kept'] as const;
export type PlanStand = (typeof planStands)[number];

/** What its readings say of the goods by now. */
export const proposals = ['open', 'accept', 'reject'] as const;
export type Proposal = (typeof proposals)[number];

const frozenGroup = z
  .object({
    of: z.enum(['', ...defectClasses]),
    rows: z.array(z.number().int()),
    sample: z
      .object({
        sample: z.number().int(),
        accept: z.number().int(),
        reject: z.number().int(),
        isWhole: z.boolean(),
        rule: samplingRule,
        letter: z.string(),
        severity: z.enum(['', ...severities]),
      })
      .loose(),
  })
  .strict();

/** What an inspection is held to, as it was when it was opened, whatever becomes of its plan. */
export const frozenContent = z
  .object({
    plan: planContent,
    groups: z.array(frozenGroup),
    /** Which pieces of the lot are drawn, from 1, where not all are; and from which seed these numbers are. */
    drawn: z.array(z.number().int()),
    seed: z.string(),
    /** The goods by their serials, where they have some, in the order of their numbers. */
    serials: z.array(z.object({ sublot: z.string(), serial: z.string() }).strict()),
  })
  .strict();
export type FrozenContent = z.infer<typeof frozenContent>;

/** A reading as it is kept: what was typed, and what it counts as; `reason` says why it takes the place of an earlier one. */
export const keptReading = z
  .object({
    row: z.number().int(),
    piece: z.number().int(),
    place: z.number().int(),
    value: z.string(),
    typed: z.string(),
    reason: z.string(),
  })
  .strict();
export type KeptReading = z.infer<typeof keptReading>;

/** So many readings are recorded at once. */
export const mostReadings = 5_000;

/** The list of inspections, the one opened last first. */
export const inspectionList = defineList({
  name: 'inspections',
  texts: 'inspections.list',
  cells: {
    inspection: {
      kind: 'code',
      header: 'inspections.inspection',
      page: 'inspection',
      sorts: true,
      filters: true,
      width: 120,
    },
    state: {
      kind: 'choice',
      header: 'inspections.state',
      values: inspectionStates,
      said: 'inspections.inspectionStates',
      filters: true,
      width: 130,
    },
    unit: { kind: 'unit', header: 'inspections.goods', width: 200 },
    product: {
      kind: 'code',
      header: 'fields.product',
      page: 'product',
      extra: true,
      sorts: true,
      filters: true,
      width: 120,
    },
    lot: { kind: 'text', header: 'fields.lot', extra: true, filters: true, width: 120 },
    point: {
      ...{ kind: 'choice', header: 'inspections.point', said: 'inspections.points' },
      ...{ values: inspectionPoints, filters: true, width: 150 },
    },
    quantity: { kind: 'quantity', header: 'inspections.quantity', width: 130 },
    pending: { kind: 'quantity', header: 'inspections.pending', width: 130 },
    done: { kind: 'text', header: 'inspections.done', width: 110 },
    proposal: {
      kind: 'choice',
      header: 'inspections.proposal',
      values: proposals,
      said: 'inspections.proposals',
      width: 120,
    },
    slot: { kind: 'text', header: 'inspections.slot', filters: true, extra: true, width: 130 },
    dueFrom: { kind: 'moment', header: 'inspections.dueFrom', extra: true, sorts: true, filters: true, width: 150 },
    dueUntil: { kind: 'moment', header: 'inspections.dueUntil', extra: true, sorts: true, filters: true, width: 150 },
    plan: { kind: 'code', header: 'inspections.plan', page: 'plan', sorts: true, filters: true, width: 110 },
    planVersion: { kind: 'integer', header: 'inspections.version', width: 80 },
    planStand: {
      ...{ kind: 'choice', header: 'inspections.former.stand', said: 'inspections.former.stands' },
      ...{ values: planStands, extra: true, filters: true, width: 150 },
    },
    supplier: { kind: 'code', header: 'fields.supplier', page: 'partner', sorts: true, filters: true, width: 130 },
    document: { kind: 'code', header: 'fields.document', page: 'document', extra: true, filters: true, width: 130 },
    openedAt: { kind: 'moment', header: 'inspections.openedAt', sorts: true, filters: true, width: 150 },
    decidedAt: { kind: 'moment', header: 'inspections.decidedAt', extra: true, sorts: true, filters: true, width: 150 },
  },
});

const limitsShown = z.object({ lower: z.string(), upper: z.string(), target: z.string() });
const readingShown = z.object({
  piece: z.number().int(),
  place: z.number().int(),
  value: z.string(),
  typed: z.string(),
  verdict: z.enum(verdicts),
  /** Beyond which limit. */
  side: z.enum(['', 'below', 'above']),
  readBy: z.string(),
  readAt: z.string(),
  isSecond: z.boolean(),
  /** The inspection in which it was read; "" for this one. */
  carriedFrom: z.string(),
  /** What it took the place of, oldest first, with why. */
  former: z.array(z.object({ value: z.string(), readBy: z.string(), readAt: z.string(), reason: z.string() })),
});

/** What becomes of an inspection by a former version of its plan. */
export const formerShown = z.object({
  /** The version in force. */
  now: z.number().int(),
  /** Why it goes on by its own; "" while nobody said so. */
  keptReason: z.string(),
  /** How many readings it has, how many of them hold under the version in force, and the rows that are to be read there. */
  readings: z.number().int(),
  carried: z.number().int(),
  rowsAnew: z.array(z.string()),
});

export const inspectionShown = z.object({
  inspection: z.string(),
  reinspection: z.number().int(),
  /** The number of the last. */
  last: z.number().int(),
  state: z.enum(inspectionStates),
  point: z.string(),
  product: z.string(),
  productName: z.string(),
  lot: z.string(),
  sublot: z.string(),
  serial: z.string(),
  supplier: z.string(),
  document: z.string(),
  location: z.string(),
  statusFrom: z.string(),
  unitOfMeasure: z.string(),
  quantity: z.string(),
  gone: z.string(),
  accepted: z.string(),
  rejected: z.string(),
  pending: z.string(),
  plan: z.string(),
  planVersion: z.number().int(),
  why: message,
  openedAt: z.string(),
  openedBy: z.string(),
  endedAt: z.string(),
  reason: z.string(),
  /** What it is due as, and from when until when; "" where something brought the goods. */
  slot: z.string(),
  dueFrom: z.string(),
  dueUntil: z.string(),
  workOrder: z.string(),
  run: z.string(),
  isDecidedByAnother: z.boolean(),
  /** Of an open one whose plan has another version in force. */
  former: formerShown.nullable(),
  carriedFrom: z.string(),
  followedBy: z.string(),
  /** The rows, with how many pieces of each are read and how they stand. */
  rows: z.array(
    z.object({
      ...writtenRow.shape,
      limits: limitsShown,
      choicesShown: z.array(z.string()),
      places: z.number().int(),
      pieces: z.number().int(),
      /** The place of its group in `groups`. */
      group: z.number().int(),
      /** What calculated rows come to, by piece. */
      calculated: z.array(z.object({ piece: z.number().int(), value: z.string(), verdict: z.enum(verdicts) })),
      readings: z.array(readingShown),
    }),
  ),
  groups: z.array(
    z.object({
      of: z.string(),
      rows: z.array(z.number().int()),
      sampling: z.string(),
      letter: z.string(),
      severity: z.string(),
      sample: z.number().int(),
      accept: z.number().int(),
      reject: z.number().int(),
      isWhole: z.boolean(),
      done: z.number().int(),
      nonconforming: z.number().int(),
      outcome: z.enum(['open', 'accepted', 'acceptedToNormal', 'rejected']),
    }),
  ),
  /** The numbers of the pieces that are drawn; none where all are. */
  drawn: z.array(z.number().int()),
  serials: z.array(z.string()),
  pendingSerials: z.array(z.string()),
  done: z.number().int(),
  wanted: z.number().int(),
  nonconforming: z.array(z.number().int()),
  proposal: z.enum(proposals),
  /** What may be accepted and is to be rejected of what is pending, by the readings so far. */
  mayAccept: z.string(),
  mustReject: z.string(),
  samples: z.array(sampleShown),
  notes: z.array(z.object({ note: z.string(), readBy: z.string(), readAt: z.string() })),
  decisions: z.array(
    z.object({
      tranche: z.number().int(),
      accepted: z.string(),
      rejected: z.string(),
      statusAccepted: z.string(),
      statusRejected: z.string(),
      isOverride: z.boolean(),
      document: z.string(),
      reason: z.string(),
      decidedBy: z.string(),
      decidedAt: z.string(),
      serials: z.object({ accepted: z.array(z.string()), rejected: z.array(z.string()) }),
    }),
  ),
});
export type InspectionShown = z.output<typeof inspectionShown>;

/** An inspection in one line, on the page of its goods. */
export const summaryShown = z.object({
  inspection: z.string(),
  reinspection: z.number().int(),
  state: z.enum(inspectionStates),
  point: z.string(),
  plan: z.string(),
  planVersion: z.number().int(),
  openedAt: z.string(),
  quantity: z.string(),
  accepted: z.string(),
  rejected: z.string(),
  pending: z.string(),
  unitOfMeasure: z.string(),
});

/** An open inspection by another version of its plan than the one in force, in one line. */
export const onFormerShown = formerShown.extend({
  ...{ inspection: z.string(), reinspection: z.number().int(), planVersion: z.number().int() },
  ...{ product: z.string(), lot: z.string(), sublot: z.string(), serial: z.string() },
  /** Part of it is decided, so that it is not begun anew. */
  isPartDecided: z.boolean(),
});

/** What was read of a row of late, held against its limits: in how many inspections, and in how many of them something is outside. */
export const readingsOfRow = z.object({
  ...{ balloon: z.string(), name: z.string(), unit: z.string(), limits: limitsShown },
  inspections: z.number().int(),
  outside: z.number().int(),
  values: z.array(z.object({ inspection: z.string(), value: z.string(), isOutside: z.boolean() })),
});
