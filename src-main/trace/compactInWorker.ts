import { besideModule, runInWorker } from '#main/worker/runInWorker.ts';
import type { CompactionInput, CompactionOutput } from './compact.ts';
import type { TraceIndex } from './index.ts';

export type CompactionWork = { input: CompactionInput; output: CompactionOutput };

/**
 * Compacts an index in another thread while it stays in use here; worth it from about a million units on, where
 * compacting at once would be felt. False when the result was outdated because an edge was taken out
 * meanwhile; the index is as it was, and may be compacted again. Rejects when the worker fails.
 */
export async function compactInWorker(index: TraceIndex): Promise<boolean> {
  try {
    const module = besideModule(import.meta.url, 'compact.worker');
    return index.finishCompaction(await runInWorker<CompactionWork>(module, index.beginCompaction()));
  } catch (error) {
    index.abandonCompaction();
    throw error;
  }
}
