import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CompactionOutput } from './compact.ts';
import type { TraceIndex } from './index.ts';

/**
 * Compacts an index in another thread while it stays in use here; worth it from about a million units on, where
 * compacting at once would be felt. False when the result was outdated because an edge was taken out
 * meanwhile; the index is as it was, and may be compacted again. Rejects when the worker fails.
 */
export async function compactInWorker(index: TraceIndex): Promise<boolean> {
  // The worker lies beside this file, built or not.
  const worker = new Worker(new URL(`./compact.worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url));
  try {
    const output = await new Promise<CompactionOutput>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the compaction ended without a result')));
      worker.postMessage(index.beginCompaction());
    });
    return index.finishCompaction(output);
  } catch (error) {
    index.abandonCompaction();
    throw error;
  } finally {
    await worker.terminate();
  }
}
