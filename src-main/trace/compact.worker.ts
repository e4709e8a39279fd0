import { parentPort } from 'node:worker_threads';
import { type CompactionInput, compacted } from './compact.ts';

/** Compacts what it is sent and answers with the new arrays, which lie in shared memory. */
parentPort?.once('message', (input: CompactionInput) => {
  parentPort?.postMessage(compacted(input));
});
