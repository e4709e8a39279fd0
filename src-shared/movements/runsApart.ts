import { type Message, msg } from '#shared/kernel/message.ts';

/** What a run used, net of what it gave back, and what it made; "" is the order as a whole. */
export type RunUse = { run: string; used: number; made: number };

/**
 * Of the runs of one work order one that made goods and used none, beside one that used goods and made none: a trace
 * does not lead from the one to the other. A run may be under way, and what names no run belongs to each.
 */
export function runsApart(
  workOrder: string,
  runs: readonly RunUse[],
): { made: string; used: string; text: Message } | undefined {
  if (runs.some(({ run }) => run === '')) return undefined;
  const used = runs.find((one) => one.used > 0 && one.made === 0)?.run;
  const made = runs.find((one) => one.used <= 0 && one.made > 0)?.run;
  if (used === undefined || made === undefined) return undefined;
  return {
    made,
    used,
    text: msg`Run ${made} of work order ${workOrder} made goods and used none, and run ${used} used goods and made none: traces and recalls do not lead from the one to the other. Check the runs.`,
  };
}
