import { type AnyPolicy, Policies } from '#main/ledgerStore/policy.ts';
import { rehearseIn } from '#main/store/rehearse.ts';
import { serveWork } from '#main/worker/serveWork.ts';
import type { PreviewWork } from './previewInWorker.ts';
import { runImport } from './runImport.ts';

/** Previews imports, held to some policies: what the worker's module does. */
export function servePreviews(all: readonly AnyPolicy[]): void {
  serveWork<PreviewWork>(async ({ file, folder, source, corrections, now, actor, byPerson }, task) => {
    const job = {
      // Cancelling ends the thread.
      signal: new AbortController().signal,
      progress: (phase: string, done: number, total: number) => task.progress({ phase, done, total }),
    };
    const policies = new Policies(all, { byPerson });
    return await rehearseIn(
      folder,
      file,
      (work) => runImport(work, source, { now, actor, job, policies }, { corrections }),
      job,
    );
  });
}
