import { z } from 'zod';
import { query } from '#shared/kernel/operation.ts';

/** Work that takes a while: an import, a verification. Known by the id of the command or question that asked. */
export const job = z.object({
  id: z.string(),
  operation: z.string(),
  phase: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  cancellable: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  list: query({ permission: 'look', input: z.object({}).strict(), output: z.object({ jobs: z.array(job) }) }),
  /** Asks running work to stop. It stops at its next slice and answers CANCELLED; nothing is written. */
  cancel: query({
    permission: 'look',
    input: z.object({ id: z.string().min(1) }).strict(),
    output: z.object({ asked: z.boolean() }),
  }),
};
