import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { plainDateText, storedCode } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { calendarKinds, dueList, jobModes, movingKinds } from './vocabulary.ts';

/** How much of a lot goes from one status to another, and by which of its dates. */
const move = z.object({
  kind: z.enum(movingKinds),
  date: z.string(),
  statusFrom: z.string(),
  statusTo: z.string(),
  quantity: z.string(),
});

const lot = { product: z.string(), lot: z.string() };

/** Another day than today. A day to come is only looked at. */
const asOf = plainDateText.optional();

export const daily = {
  /** What falls due: the lots that lie here and are not rejected, each with the date that comes first and the work it means. */
  list: query({
    permission: 'look',
    reads: ['product', 'lot', 'movement'],
    input: listInput(dueList),
    output: pageOf(listRow(dueList)),
  }),
  /** How many lots of the list fall due on which days of a month, by what it is, and how many approvals end. */
  calendar: query({
    permission: 'look',
    reads: ['product', 'lot', 'movement', 'supplier_approval'],
    input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }).strict(),
    output: z.object({
      days: z.array(z.object({ date: z.string(), counts: z.partialRecord(z.enum(calendarKinds), z.number().int()) })),
    }),
  }),
  /** The lots that have expired or are due for retest on a day, and what the daily job would do with each. */
  due: query({
    permission: 'look',
    reads: ['product', 'product_setting', 'place', 'lot', 'movement'],
    input: pageInput.extend({ asOf }).strict(),
    output: pageOf(z.object({ ...lot, unitOfMeasure: z.string(), moves: z.array(move) })).extend({
      asOf: z.string(),
      /** Whether that day is still to come. */
      isAhead: z.boolean(),
    }),
  }),
  /** Whether the daily job does what is due on which day, or waits for a person to say that it is that day. */
  state: query({
    permission: 'look',
    reads: ['setting', 'entry'],
    input: z.object({}).strict(),
    output: z.object({ mode: z.enum(jobModes), day: z.string(), lastDay: z.string() }),
  }),
  /** Says that a day has come, so that the daily job may do what was due until then. */
  confirmDay: command({
    permission: 'status',
    input: z.object({ day: plainDateText }).strict(),
    output: z.object({ day: z.string() }),
  }),
  /** Does with one lot what is due: the daily job calls it lot by lot. Nothing happens where it was done already. */
  moveLot: command({
    permission: 'status',
    input: z.object({ product: storedCode, lot: storedCode, asOf }).strict(),
    output: z.object({
      ...lot,
      document: z.string(),
      unitOfMeasure: z.string(),
      /** The statuses it was in and is in now, as the trail tells them. */
      statusFrom: z.string(),
      statusTo: z.string(),
      quantity: z.string(),
      movements: z.array(z.number().int()),
    }),
  }),
};
