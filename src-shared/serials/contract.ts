import { z } from 'zod';
import { listInput, listShape } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { unit, unitShape } from '#shared/kernel/unit.ts';
import { serialList } from './vocabulary.ts';

/** A serial as lists show it. Of place, customer and parent at most one is known; what is not is "" or null. */
export const listedSerial = z.object({
  ...unitShape,
  productName: z.string(),
  /** Where it lies, and in which status. */
  location: z.string(),
  status: z.string(),
  /** Who got it last, when it lies nowhere here. */
  customer: z.string(),
  /** What it is built into. */
  parent: unit.nullable(),
});
export type ListedSerial = z.infer<typeof listedSerial>;

/** A question to the list without its page: what a document of it is asked. */
export const serialListQuestion = z.object(listShape(serialList)).strict();
export type SerialListQuestion = z.output<typeof serialListQuestion>;

export const serials = {
  /** Every serial. `text` is looked for in its own number and its lot's. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(serialList),
    output: pageOf(listedSerial),
  }),
};
