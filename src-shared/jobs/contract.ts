import { z } from 'zod';
import { command, query } from '#shared/kernel/operation.ts';

/** Work that takes a while: an import, a verification. Known by the id of the command or question that asked. */
export const job = z.object({
  id: z.string(),
  operation: z.string(),
  phase: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  /** Whether the person who asks may stop it. */
  cancellable: z.boolean(),
});
export type Job = z.infer<typeof job>;

export const jobs = {
  list: query({
    permission: 'look',
    reads: [],
    input: z.object({}).strict(),
    output: z.object({ jobs: z.array(job) }),
  }),
  /**
   * Asks running work to stop: its own starter, or who may do the same. It stops at its next slice and answers
   * CANCELLED; nothing of it is written. `operation` is what was stopped.
   */
  cancel: command({
    permission: 'look',
    input: z.object({ id: z.string().min(1) }).strict(),
    output: z.object({ asked: z.boolean(), operation: z.string() }),
  }),
};
