import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';

export const people = {
  whoAmI: query({
    permission: 'look',
    input: z.object({}).strict(),
    output: z.object({
      person: z.object({ id: z.string(), name: z.string() }),
      role: z.string(),
      permissions: z.array(z.string()),
      host: z.enum(['cli', 'http', 'electron', 'test']),
      workstation: z.string(),
      store: z.object({ name: z.string(), demo: z.boolean(), readOnly: z.string() }),
      version: z.string(),
    }),
  }),
};
