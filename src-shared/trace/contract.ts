import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';
import { pageInput } from '#shared/kernel/page.ts';
import { unit, unitSelector, unitShape } from '#shared/kernel/unit.ts';
import { breakReasons, directions } from './vocabulary.ts';

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

export const trace = {
  /** The whole answer, every list complete. */
  get: query({ permission: 'trace', input: traceQuestion, output: traceAnswer }),
  /** The same answer with each list cut to a page, and how long each is. */
  view: query({
    permission: 'trace',
    input: traceQuestion.extend(pageInput.shape).strict(),
    output: traceAnswer.extend({
      counts: z.object({
        units: count,
        runs: count,
        serialLinks: count,
        receipts: count,
        shipments: count,
        breaks: count,
      }),
    }),
  }),
};
