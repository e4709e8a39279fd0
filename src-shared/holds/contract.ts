import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { optionalStoredCode, plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { unit, unitSelector } from '#shared/kernel/unit.ts';
import { holdList, mostHolds } from './vocabulary.ts';

const name = optionalStoredCode.default('');
const day = z.union([z.literal(''), plainDateText]).default('');

/** What to hold: each field that is not blank narrows it down (scope.ts). */
export const holdTarget = z
  .object({
    product: name,
    lot: name,
    sublot: name,
    serialFrom: name,
    serialTo: name,
    supplier: name,
    workOrder: name,
    location: name,
    receivedFrom: day,
    receivedTo: day,
  })
  .strict();
export type HoldTarget = z.output<typeof holdTarget>;

const targets = z.array(holdTarget).min(1).max(mostHolds);
const numbers = z.array(storedCode).min(1).max(mostHolds);
const goods = ['hold', 'product', 'partner', 'place', 'lot', 'movement'];

export const holds = {
  list: query({
    permission: 'look',
    reads: [...goods, 'person'],
    input: listInput(holdList),
    output: pageOf(listRow(holdList)),
  }),
  /** The holds that are on goods just now, the latest first. */
  onGoods: query({
    permission: 'look',
    reads: [...goods, 'person'],
    input: unitSelector,
    output: z.object({
      holds: z.array(
        z.object({
          number: z.string(),
          reason: z.string(),
          setAt: z.string(),
          setBy: z.string(),
          /** Whether it is on some of the goods alone: other serials or what lies elsewhere may be used. */
          isPart: z.boolean(),
        }),
      ),
      /** Those that were on them, or on what they were split off, and were lifted; but for holds on a location. */
      lifted: z.array(
        z.object({
          number: z.string(),
          reason: z.string(),
          setAt: z.string(),
          setBy: z.string(),
          liftedAt: z.string(),
          liftReason: z.string(),
        }),
      ),
    }),
  }),
  /** What lies here of some goods, in their order, and what holds them already; nothing is changed by asking. */
  preview: query({
    permission: 'hold',
    reads: goods,
    input: z.object({ targets }).strict(),
    output: z.object({
      targets: z.array(
        z.object({
          /** The number of a hold that is on all of it already, or "". */
          held: z.string(),
          unitOfMeasure: z.string(),
          quantity: z.string(),
          /** How many lots and serials lie here of it, and the first of them. */
          total: z.number().int(),
          units: z.array(unit.extend({ quantity: z.string(), unitOfMeasure: z.string() })),
          /** What is about to leave comes first. */
          lines: z.array(
            z.object({ location: z.string(), isLeaving: z.boolean(), status: z.string(), quantity: z.string() }),
          ),
        }),
      ),
    }),
  }),
  /** Puts goods on hold, all with one signature. What is held already is answered as such and not held twice. */
  set: command({
    permission: 'hold',
    reason: true,
    signature: { meanings: ['performed'] },
    input: z.object({ targets }).strict(),
    output: z.object({ act: z.string(), set: z.array(z.string()), already: z.array(z.string()) }),
  }),
  /** Lifts holds, all with one signature: the goods are what they were before. */
  lift: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['released'] },
    input: z.object({ numbers }).strict(),
    output: z.object({ lifted: z.array(z.string()), already: z.array(z.string()) }),
  }),
};
