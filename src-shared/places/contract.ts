import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';

export const places = {
  /** The sites that places belong to, by name, and how many places each has. */
  listSites: query({
    permission: 'look',
    input: z.object({}).strict(),
    output: z.object({ sites: z.array(z.object({ name: z.string(), places: z.int() })) }),
  }),
};
