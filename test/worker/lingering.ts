import { besideModule, WorkerThread } from '#main/worker/runInWorker.ts';
import type { Probe } from './probe.ts';

/** A program that asks a worker and never ends it. */
const thread = new WorkerThread<Probe>(besideModule(import.meta.url, 'probe.worker'));
const { sum } = await thread.run({ wish: 'add up' }, { pieces: [[1, 2], [3]] });
console.log(`answered ${sum}`);
