import type { TestContext } from 'vitest';

/**
 * Ends a test that cannot run on this machine. The run counts it apart and prints the reason as
 * "not run: <test>, because <reason>"; a test left out without a reason counts as failed.
 */
export function notRun({ task, skip }: Pick<TestContext, 'task' | 'skip'>, reason: string): never {
  // The shape of `meta` is each project's own; it is copied into the report.
  (task.meta as { notRun?: string }).notRun = reason;
  return skip(reason);
}
