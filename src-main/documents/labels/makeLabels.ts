import { besideModule, runInWorker } from '#main/worker/runInWorker.ts';
import { msg } from '#shared/kernel/message.ts';
import type { LabelTask, LabelWork } from './protocol.ts';

/**
 * Draws labels in a worker, into a file where one is named; answers the first of them as a drawing.
 * Errors: VALIDATION where what a label says does not fit its size, CANCELLED, PATH_REFUSED, STORE_FULL.
 */
export const makeLabels = async (
  task: LabelTask,
  { file = '', signal }: { file?: string; signal: AbortSignal },
): Promise<LabelWork['output']> =>
  await runInWorker<LabelWork>(
    besideModule(import.meta.url, 'labels.worker'),
    { task, file },
    { signal, cancelled: msg`The document was cancelled. Nothing has been written.`, keepAlive: true },
  );
