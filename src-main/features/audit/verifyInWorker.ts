import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RunningJob } from '#main/context/context.ts';
import type { Verification } from '#shared/audit/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';

type Message = { verification: Verification } | { phase: string; done: number; total: number };

/** Verifies a store in a worker, so that the host goes on answering. Cancelling ends the worker. */
export async function verifyInWorker(file: string, job: RunningJob): Promise<Verification> {
  const worker = new Worker(new URL(`./verify.worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: { file },
  });
  try {
    return await new Promise<Verification>((resolve, reject) => {
      job.signal.addEventListener(
        'abort',
        () => reject(new LotlineError('CANCELLED', 'The verification was cancelled.')),
        { once: true },
      );
      // The worker is ours and sends nothing else.
      worker.on('message', (message: Message) => {
        if ('verification' in message) resolve(message.verification);
        else job.progress(message.phase, message.done, message.total);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the verification ended without an answer')));
    });
  } finally {
    await worker.terminate();
  }
}
