import { z } from 'zod';
import {
  asOfText,
  costText,
  freeText,
  momentText,
  optionalStoredCode,
  refusal,
  statusText,
  storedCode,
  typedQuantityText,
} from '#shared/kernel/fields.ts';
import { heldPart } from '#shared/holds/vocabulary.ts';
import { msg } from '#shared/kernel/message.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { orderingNames } from '#shared/kernel/natural.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { unitSelector, unitShape } from '#shared/kernel/unit.ts';
import { traceDetails } from '#shared/products/vocabulary.ts';
import { documentList, evidences, movementKinds } from './vocabulary.ts';

/** A movement as a person posts it. `at` is now unless it happened earlier. */
export const movementInput = z
  .object({
    at: momentText.optional(),
    kind: z.enum(movementKinds),
    document: storedCode,
    line: optionalStoredCode.default(''),
    product: storedCode,
    lot: optionalStoredCode.default(''),
    sublot: optionalStoredCode.default(''),
    serial: optionalStoredCode.default(''),
    quantity: typedQuantityText,
    from: optionalStoredCode.default(''),
    to: optionalStoredCode.default(''),
    statusFrom: z.union([z.literal(''), statusText]).default(''),
    status: z.union([z.literal(''), statusText]).default(''),
    workOrder: optionalStoredCode.default(''),
    run: optionalStoredCode.default(''),
    equipment: optionalStoredCode.default(''),
    partner: optionalStoredCode.default(''),
    /** What one unit of goods that come in cost; "" where nobody says. */
    unitCost: z.union([z.literal(''), costText]).default(''),
    reason: freeText.default(''),
    evidence: z.enum(evidences).default('typed'),
  })
  .strict();
export type MovementInput = z.infer<typeof movementInput>;

export const movementRow = z.object({
  id: z.number().int(),
  at: z.string(),
  recordedAt: z.string(),
  late: z.boolean(),
  kind: z.enum(movementKinds),
  document: z.string(),
  ...unitShape,
  productName: z.string(),
  quantity: z.string(),
  unitOfMeasure: z.string(),
  from: z.string(),
  to: z.string(),
  statusFrom: z.string(),
  status: z.string(),
  workOrder: z.string(),
  run: z.string(),
  equipment: z.string(),
  partner: z.string(),
  reason: z.string(),
  evidence: z.enum(evidences),
  person: z.string(),
  workstation: z.string(),
  /** The movement this one undoes, or the one that undid it; 0 for none. */
  reverses: z.number().int(),
  reversedBy: z.number().int(),
});
export type MovementRow = z.infer<typeof movementRow>;

/** Which movements: those that fit every part that is given. */
export const movementQuestion = pageInput
  .extend({
    unit: unitSelector.optional(),
    document: optionalStoredCode.default(''),
    workOrder: optionalStoredCode.default(''),
    /** A run of that work order: its movements, and those of the order that name no run. Absent: of any run. */
    run: optionalStoredCode.optional(),
    partner: optionalStoredCode.default(''),
    /** Only what happened up to then. */
    asOf: asOfText.optional(),
    /** Only these kinds; none given means all. */
    kinds: z.array(z.enum(movementKinds)).max(movementKinds.length).default([]),
    /** Only where goods got a lot or serial, or lost it again. */
    naming: z.boolean().default(false),
  })
  .strict()
  .refine(({ run, workOrder }) => run === undefined || workOrder !== '', refusal(msg`Name the work order of the run.`));
export type MovementQuestion = z.infer<typeof movementQuestion>;

/** So much of a lot or serial in one status at a location; `expiresOn` is "" for goods without an expiry date. */
export const balanceRow = z.object({
  ...unitShape,
  productName: z.string(),
  location: z.string(),
  status: z.string(),
  quantity: z.string(),
  unitOfMeasure: z.string(),
  value: z.string(),
  expiresOn: z.string(),
  /** Whether a hold is on it. */
  held: heldPart,
});

/** What cannot well be of a movement that was posted all the same; `movement` is its place in the command. */
const postingFinding = z.object({
  movement: z.number().int(),
  column: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
});
/** The numbers of the movements, the lots that were numbered here, and the findings, if any. */
const postingReply = z.object({
  movements: z.array(z.number().int()),
  findings: z.array(postingFinding).optional(),
  lots: z.array(z.object({ movement: z.number().int(), lot: z.string() })).optional(),
});

export const movements = {
  post: command({
    permission: 'move',
    input: z.object({ movements: z.array(movementInput).min(1).max(1000) }).strict(),
    output: postingReply,
  }),
  /** Undoes posted movements by opposite ones; the first stay as they are. */
  reverse: command({
    permission: 'move',
    reason: true,
    input: z.object({ movements: z.array(z.number().int().min(1)).min(1).max(1000) }).strict(),
    output: postingReply,
  }),
  /** The life line of a unit, or a document's movements, newest first. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement', 'setting'],
    input: movementQuestion,
    output: pageOf(movementRow),
  }),
  /** The life line of a unit as the trace log of its product keeps it: each movement, their sums, or nothing. */
  log: query({
    permission: 'look',
    reads: [
      ...(['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link'] as const),
      ...(['status_decision', 'movement', 'setting'] as const),
    ],
    input: pageInput.extend({ unit: unitSelector, asOf: asOfText.optional() }).strict(),
    output: pageOf(movementRow).extend({ detail: z.enum(traceDetails) }),
  }),
  /** What lies where; with `asOf` what lay there then, by the times of the movements as they are recorded now. */
  listBalances: query({
    permission: 'look',
    reads: [
      ...(['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link'] as const),
      ...(['status_decision', 'movement', 'setting', 'hold'] as const),
    ],
    /** `natural` is the order in which people look for codes. */
    input: pageInput
      .extend({
        product: z.string().default(''),
        location: optionalStoredCode.default(''),
        asOf: asOfText.optional(),
        ordering: z.enum(orderingNames).default('codePoint'),
      })
      .strict(),
    output: pageOf(balanceRow),
  }),
  /** The list of documents that movements bear. */
  listDocuments: query({
    permission: 'look',
    reads: ['product', 'partner', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(documentList),
    output: pageOf(listRow(documentList)),
  }),
};
