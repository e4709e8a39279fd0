import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { awayKinds, locationList } from './vocabulary.ts';

export const locations = {
  /** The sites that locations belong to, by name, and how many locations each has. */
  listSites: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({}).strict(),
    output: z.object({ sites: z.array(z.object({ name: z.string(), locations: z.int() })) }),
  }),
  /** The locations that are not in the plant, and what they are. */
  listAway: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({}).strict(),
    output: z.object({ locations: z.array(z.object({ code: z.string(), kind: z.enum(awayKinds) })) }),
  }),
  /** The list of locations, with what lies there. */
  listWithStock: query({
    permission: 'look',
    reads: ['product', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(locationList),
    output: pageOf(listRow(locationList)),
  }),
};
