import { z } from 'zod';
import { storedCode } from '#shared/kernel/fields.ts';
import { query } from '#shared/kernel/operation.ts';
import { heldPart } from '#shared/holds/vocabulary.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { unit, unitSelector, unitShape } from '#shared/kernel/unit.ts';
import { traceBreak } from '#shared/trace/contract.ts';
import { breakReasons } from '#shared/trace/vocabulary.ts';

/** The figures of a unit, gross, as decimal strings; `adjusted` is signed, `consumed` net of production returns. */
export const figureNames = [
  'opening',
  'received',
  'produced',
  'consumed',
  'shipped',
  'returned',
  'returnedToSupplier',
  'scrapped',
  'sampled',
  'adjusted',
  'onHand',
] as const;
export type FigureName = (typeof figureNames)[number];

const figure = z.string();
const count = z.number().int();
export const affectedUnit = z.object({
  ...unitShape,
  depth: z.number().int(),
  opening: figure,
  received: figure,
  produced: figure,
  consumed: figure,
  shipped: figure,
  returned: figure,
  returnedToSupplier: figure,
  scrapped: figure,
  sampled: figure,
  adjusted: figure,
  onHand: figure,
});
export type AffectedUnit = z.infer<typeof affectedUnit>;

const productQuantity = z.object({ product: z.string(), quantity: z.string() });
/** Who got affected goods or sent some back: gross sums per product, and every delivery. */
const recallCustomer = z.object({
  customer: z.string(),
  name: z.string(),
  deliveries: z.array(z.string()),
  shipped: z.array(productQuantity),
  returned: z.array(productQuantity),
});

/** The mass balance of one affected product, in its own unit: see balances.ts. */
const recallBalance = z.object({
  product: z.string(),
  unit: z.string(),
  in: figure,
  consumed: figure,
  out: figure,
  here: figure,
  inProcess: figure,
  explained: figure,
  unexplained: figure,
  balancePercent: z.string(),
});
export type RecallBalance = z.infer<typeof recallBalance>;

const onHand = z.object({ ...unitShape, location: z.string(), status: z.string(), quantity: z.string() });

export const recallAnswer = z.object({
  suspects: z.array(unit),
  affected: z.array(affectedUnit),
  onHand: z.array(onHand),
  inProcess: z.array(z.object({ ...unitShape, workOrder: z.string(), quantity: z.string() })),
  adjustments: z.array(
    z.object({ ...unitShape, document: z.string(), at: z.string(), quantity: z.string(), reason: z.string() }),
  ),
  breaks: z.array(traceBreak),
  customers: z.array(recallCustomer),
  /** Worst first. */
  balances: z.array(recallBalance),
  totals: z.object({ affected: z.number().int(), customers: z.number().int(), accountedPercent: z.string() }),
});
export type RecallAnswer = z.infer<typeof recallAnswer>;

/** Suspects by lot, serial, the supplier's lot, or all that a work order made; any number of them, in any mix. */
export const recallQuestion = z
  .object({
    suspects: z.array(unitSelector).max(1000).default([]),
    supplierLots: z
      .array(z.object({ supplier: storedCode, supplierLot: storedCode }).strict())
      .max(1000)
      .default([]),
    /** Everything these orders made, where no record shows which of it is suspect. */
    workOrders: z.array(storedCode).max(1000).default([]),
    dated: z.boolean().default(false),
  })
  .strict();
export type RecallQuestion = z.infer<typeof recallQuestion>;

/** The most scopes of a recall that can be compared. */
export const mostScopes = 5;

/** A gap in the record in numbers: goods that cannot be followed, and what they may have become. */
const recallGap = z.object({
  why: z.enum(breakReasons),
  workOrder: z.string(),
  product: z.string(),
  unitOfMeasure: z.string(),
  quantity: figure,
  /** How many lots and serials, and the first of them. */
  units: count,
  unit,
  /** What the order made, and how many lots and serials of that the recall does not reach. */
  made: z.array(z.object({ product: z.string(), units: count, outside: count })),
});
export type RecallGap = z.infer<typeof recallGap>;

/** An answer of which each list is cut to a page. */
const recallView = recallAnswer.extend({
  onHand: z.array(onHand.extend({ held: heldPart })),
  counts: z.object({
    affected: count,
    onHand: count,
    inProcess: count,
    adjustments: count,
    breaks: count,
    customers: count,
  }),
  /** The gravest gaps in the record, worst first. */
  gaps: z.array(recallGap),
  /** Sums over every affected unit, per product, not only over the page. */
  products: z.array(
    z.object({
      product: z.string(),
      name: z.string(),
      unitOfMeasure: z.string(),
      units: count,
      shipped: figure,
      returned: figure,
      onHand: figure,
      inProcess: figure,
      /** What vanished and what appeared without a reason, net of each unit, so that one does not hide the other. */
      missing: figure,
      found: figure,
    }),
  ),
});
export type RecallView = z.infer<typeof recallView>;

/** An unknown suspect: its position in its list of the question, and which part of it is unknown. */
const unknownSuspect = z.object({
  list: z.enum(['suspects', 'supplierLots', 'workOrders']),
  place: count,
  message: z.string(),
});
export type UnknownSuspect = z.infer<typeof unknownSuspect>;

/** Affected goods that went to a customer, or came back: one movement, under the name the goods had with the customer. */
const recallDelivery = z.object({
  customer: z.string(),
  kind: z.enum(['shipment', 'customer-return']),
  ...unitShape,
  document: z.string(),
  at: z.string(),
  quantity: z.string(),
});
export type RecallDelivery = z.infer<typeof recallDelivery>;

const droppedUnit = affectedUnit.extend({ inProcess: figure });
export type DroppedUnit = z.infer<typeof droppedUnit>;

export const recalls = {
  /** The whole answer, every list complete. Nothing is changed by asking. */
  simulate: query({
    permission: 'recall',
    reads: ['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    stays: true,
    input: recallQuestion,
    output: recallAnswer,
  }),
  /**
   * The same answer with each list cut to a page, adjustments without a reason first, and the length of each list. An
   * unknown suspect refuses it, or is left out and named, so that one slip does not cost the answer about the others.
   * Without documents a customer's deliveries are not listed: in a wide recall they take longer to read than all the
   * rest.
   */
  view: query({
    permission: 'recall',
    reads: [
      'product',
      'product_setting',
      'partner',
      'place',
      'lot',
      'serial_link',
      'status_decision',
      'movement',
      'hold',
    ],
    stays: true,
    input: recallQuestion
      .extend({
        ...pageInput.shape,
        leaveOutUnknown: z.boolean().default(false),
        documents: z.boolean().default(true),
      })
      .strict(),
    output: recallView.extend({ unknown: z.array(unknownSuspect) }),
  }),
  /** What of the affected goods went to one customer and what came back, oldest first. */
  listDeliveries: query({
    permission: 'recall',
    reads: ['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    stays: true,
    input: recallQuestion.extend({ customer: storedCode, ...pageInput.shape }).strict(),
    output: pageOf(recallDelivery),
  }),
  /** What drops out on the way from one scope to another: the units and customers only the first has. */
  listDropped: query({
    permission: 'recall',
    reads: ['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    stays: true,
    input: z.object({ from: recallQuestion, to: recallQuestion, ...pageInput.shape }).strict(),
    output: z.object({ units: pageOf(droppedUnit), customers: pageOf(recallCustomer) }),
  }),
};
