import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';

export const locations = {
  /** The sites that locations belong to, by name, and how many locations each has. */
  listSites: query({
    permission: 'look',
    reads: ['place'],
    input: z.object({}).strict(),
    output: z.object({ sites: z.array(z.object({ name: z.string(), locations: z.int() })) }),
  }),
};
