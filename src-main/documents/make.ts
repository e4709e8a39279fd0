import { rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { sayFileError } from './fileErrors.ts';
import { insistPrintable } from './printable.ts';
import type { DocumentPhase, DocumentTask, RowsMessage, WorkerMessage, WorkerStart } from './protocol.ts';

export type { DocumentPhase, DocumentTask } from './protocol.ts';

/** The running job a document belongs to: how to stop it, and who hears how many rows are drawn. */
export type DocumentJob = {
  signal: AbortSignal;
  progress?: (phase: DocumentPhase, done: number, total: number) => void;
};
/** The digest says which bytes were handed out, in hexadecimal. */
export type SavedDocument = { file: string; size: number; sha256: string };
export type MadeDocument = { bytes: Uint8Array; size: number; sha256: string };

/**
 * Draws a report in a worker and answers its bytes. Cancelling ends the worker at once.
 * Errors: CANCELLED, DOCUMENT_TOO_LONG for more than a PDF can have; a model that is wrong in itself rejects with what the drawing threw.
 */
export async function makeDocument(model: ReportModel, task: DocumentTask, job: DocumentJob): Promise<MadeDocument> {
  const { bytes, size, sha256 } = await drawInWorker(model, { task }, job);
  if (bytes === undefined) throw new Error('the document came without its bytes');
  return { bytes, size, sha256 };
}

/**
 * Draws a report into a file. It is written beside the target and takes its name when it is whole, in the place of
 * a file that has the name already; there is never half a document, and what stood there stays until then.
 * Errors: CANCELLED, DOCUMENT_TOO_LONG, PATH_REFUSED where the target cannot be written, STORE_FULL where the disk has no room.
 */
export async function saveDocument(
  model: ReportModel,
  task: DocumentTask,
  target: string,
  job: DocumentJob,
): Promise<SavedDocument> {
  const file = resolve(target);
  const draft = join(dirname(file), `.${basename(file)}.${draftNumber()}.part`);
  try {
    const { size, sha256 } = await drawInWorker(model, { task, file: draft }, job);
    await rename(draft, file);
    return { file, size, sha256 };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw sayOfTarget(error, file);
  }
}

/** Two documents of this process never share a draft, nor do two processes. */
let drafts = 0;
const draftNumber = (): string => {
  drafts += 1;
  return `${process.pid}-${drafts}`;
};

/** The person named the target, not the draft beside it. */
function sayOfTarget(error: unknown, file: string): unknown {
  const said = sayFileError(error, file);
  if (!(said instanceof LotlineError) || !('file' in said.details)) return said;
  return new LotlineError(said.code, said.message, { ...said.details, file });
}

/** Most of what a document is laid out with dies young; with the usual size a third of the time goes to sorting it. */
const youngMegabytes = 96;

type Drawn = { size: number; sha256: string; bytes?: Uint8Array };

async function drawInWorker(
  model: ReportModel,
  start: Pick<WorkerStart, 'task' | 'file'>,
  job: DocumentJob,
): Promise<Drawn> {
  const { signal, progress } = job;
  const cancelled = (): LotlineError =>
    new LotlineError('CANCELLED', 'The document was cancelled. Nothing has been written.');
  if (signal.aborted) throw cancelled();
  if (start.task.format === 'pdf') insistPrintable(model);
  const workerData: WorkerStart = { ...start, model: withoutRows(model) };
  const worker = new Worker(new URL(`./documents.worker${extname(import.meta.url)}`, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  const abort = new AbortController();
  try {
    return await new Promise<Drawn>((resolveDrawn, reject) => {
      signal.addEventListener('abort', () => reject(cancelled()), { once: true, signal: abort.signal });
      // The worker is ours and sends nothing else.
      worker.on('message', (message: WorkerMessage) => {
        if ('phase' in message) progress?.(message.phase, message.done, message.total);
        else if ('refused' in message) {
          const { code, message: sentence, details } = message.refused;
          reject(new LotlineError(code, sentence, details));
        } else resolveDrawn(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the document ended without an answer')));
      handRows(worker, model, abort.signal).catch(reject);
    });
  } finally {
    abort.abort();
    await worker.terminate();
  }
}

const withoutRows = (model: ReportModel): ReportModel => ({
  ...model,
  sections: model.sections.map((section) =>
    section.table === undefined ? section : { ...section, table: { ...section.table, rows: [] } },
  ),
});

const rowsPerSlice = 2_000;

/** Hands the rows over in slices with a breath between them: copying a large report at once would hold up every call. */
async function handRows(worker: Worker, model: ReportModel, ended: AbortSignal): Promise<void> {
  const post = (message: RowsMessage): void => worker.postMessage(message);
  for (const [section, { table }] of model.sections.entries()) {
    const rows = table?.rows ?? [];
    for (let start = 0; start < rows.length && !ended.aborted; start += rowsPerSlice) {
      post({ section, rows: rows.slice(start, start + rowsPerSlice) });
      await turn();
    }
  }
  post({ done: true });
}
