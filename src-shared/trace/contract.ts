import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';
import { pageInput } from '#shared/kernel/page.ts';
import { unit, unitSelector, unitShape } from '#shared/kernel/unit.ts';
import { heldPart } from '#shared/holds/vocabulary.ts';
import { breakReasons, directions, pictureLinkKinds } from './vocabulary.ts';

const unitQuantity = z.object({ ...unitShape, quantity: z.string() });

export const tracedUnit = z.object({ ...unitShape, depth: z.number().int() });
export const tracedRun = z.object({
  workOrder: z.string(),
  run: z.string(),
  at: z.string(),
  inputs: z.array(unitQuantity),
  outputs: z.array(unitQuantity),
});
export const tracedLink = z.object({ workOrder: z.string(), parent: unit, component: unit, quantity: z.string() });
export const tracedReceipt = z.object({
  ...unitShape,
  document: z.string(),
  supplier: z.string(),
  supplierLot: z.string(),
  at: z.string(),
  quantity: z.string(),
});
export const tracedShipment = z.object({
  ...unitShape,
  document: z.string(),
  customer: z.string(),
  at: z.string(),
  quantity: z.string(),
});
export const traceBreak = z.object({ ...unitShape, workOrder: z.string(), why: z.enum(breakReasons) });
export type TraceBreak = z.infer<typeof traceBreak>;

export const traceAnswer = z.object({
  roots: z.array(unit),
  direction: z.enum(directions),
  units: z.array(tracedUnit),
  runs: z.array(tracedRun),
  serialLinks: z.array(tracedLink),
  receipts: z.array(tracedReceipt),
  shipments: z.array(tracedShipment),
  breaks: z.array(traceBreak),
});
export type TraceAnswer = z.infer<typeof traceAnswer>;

export const traceQuestion = z
  .object({
    roots: z.array(unitSelector).min(1).max(1000),
    direction: z.enum(directions),
    dated: z.boolean().default(false),
  })
  .strict();
export type TraceQuestion = z.infer<typeof traceQuestion>;

const count = z.number().int();

const goodsState = {
  onHand: z.string(),
  unitOfMeasure: z.string(),
  statuses: z.array(z.string()),
  breaks: z.array(z.enum(breakReasons)),
  /** How much of what lies here is on hold. */
  held: heldPart,
};
export const pictureNode = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), kind: z.literal('unit'), unit, depth: count, root: z.boolean(), ...goodsState }),
  z.object({ id: z.string(), kind: z.literal('run'), workOrder: z.string(), run: z.string(), at: z.string() }),
  z.object({
    id: z.string(),
    kind: z.literal('partner'),
    side: z.enum(['supplier', 'customer']),
    code: z.string(),
    name: z.string(),
  }),
  z.object({
    id: z.string(),
    kind: z.literal('group'),
    of: z.enum(['unit', 'run', 'supplier', 'customer']),
    product: z.string(),
    depth: count,
    count,
    rest: z.boolean(),
    ...goodsState,
  }),
]);
export type PictureNodeText = z.infer<typeof pictureNode>;

/** Several links drawn as one have their sum; "" where they are measured differently. */
export const pictureLink = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(pictureLinkKinds),
  quantity: z.string(),
  unitOfMeasure: z.string(),
  count,
});
export type PictureLinkText = z.infer<typeof pictureLink>;

export const trace = {
  /** The whole answer, every list complete. */
  get: query({
    permission: 'trace',
    reads: ['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    stays: true,
    input: traceQuestion,
    output: traceAnswer,
  }),
  /** The same answer with each list cut to a page, and how long each is. */
  view: query({
    permission: 'trace',
    reads: ['product', 'product_setting', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    stays: true,
    input: traceQuestion.extend(pageInput.shape).strict(),
    output: traceAnswer.extend({
      /** With how much of each was received, made or named on the way, and how much went into the runs of the trace. */
      units: z.array(tracedUnit.extend({ cameIn: z.string(), used: z.string() })),
      /**
       * Goods without tracking have no lot to distinguish deliveries by: receipts after the last use on the way are
       * separate, and last.
       */
      receipts: z.array(tracedReceipt.extend({ afterUse: z.boolean() })),
      /** The products the lists of the page speak of. */
      products: z.array(z.object({ product: z.string(), name: z.string(), unitOfMeasure: z.string() })),
      counts: z.object({
        units: count,
        runs: count,
        serialLinks: count,
        receipts: count,
        receiptsAfterUse: count,
        shipments: count,
        breaks: count,
      }),
    }),
  }),
  /** The answer as nodes and links, suppliers to customers; a large one grouped, but for the groups that are expanded. */
  picture: query({
    permission: 'trace',
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
    input: traceQuestion.extend({ expanded: z.array(z.string().max(2000)).max(200).default([]) }).strict(),
    output: z.object({
      direction: z.enum(directions),
      nodes: z.array(pictureNode),
      links: z.array(pictureLink),
      /** What there is in all, before anything was grouped. */
      counts: z.object({ nodes: count, links: count, breaks: count }),
    }),
  }),
};
