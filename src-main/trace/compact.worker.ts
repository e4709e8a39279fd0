import { serveWork } from '#main/worker/serveWork.ts';
import { compacted } from './compact.ts';
import type { CompactionWork } from './compactInWorker.ts';

/** Compacts what it is sent and answers with the new arrays, which lie in shared memory. */
serveWork<CompactionWork>(compacted);
