import { inTemporaryFolder } from '#main/store/rehearse.ts';
import { runInWorker } from '#main/worker/runInWorker.ts';
import type { Correction } from '#shared/exchange/contract.ts';
import type { ReadSource } from './read/openSource.ts';
import type { ImportContext, ImportOutcome } from './runImport.ts';

/** What an import would come to, found in a worker on a copy of the store, which is made in `folder`. */
export type PreviewWork = {
  input: Pick<ImportContext, 'now' | 'actor'> & {
    file: string;
    folder: string;
    byPerson: boolean;
    source: ReadSource;
    corrections: readonly Correction[];
  };
  progress: { phase: string; done: number; total: number };
  output: ImportOutcome;
};

/** Runs an import in a worker and undoes it: this thread goes on answering, and posting. Cancelling ends the worker. */
export async function previewInWorker(
  worker: URL,
  { file, source, corrections }: Pick<PreviewWork['input'], 'file' | 'source' | 'corrections'>,
  { now, actor, job, policies }: ImportContext,
): Promise<ImportOutcome> {
  const by = { now, actor: { person: actor.person, workstation: actor.workstation }, byPerson: policies.byPerson };
  return await inTemporaryFolder((folder) =>
    runInWorker<PreviewWork>(
      worker,
      { file, folder, source, corrections, ...by },
      {
        signal: job.signal,
        progress: ({ phase, done, total }) => job.progress(phase, done, total),
        // What was corrected is previewed again.
        keepAlive: true,
      },
    ),
  );
}
