import { msg } from '#shared/kernel/message.ts';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { besideModule, runInWorker } from '#main/worker/runInWorker.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { toFileError } from './fileErrors.ts';
import { insistPrintable } from './printable.ts';
import type { DocumentPhase, DocumentTask, DrawingWork } from './protocol.ts';

export type { DocumentPhase, DocumentTask } from './protocol.ts';

/** The running job a document belongs to: how to stop it, and who hears how many rows are drawn. */
export type DocumentJob = {
  signal: AbortSignal;
  progress?: (phase: DocumentPhase, done: number, total: number) => void;
};
/** The SHA-256 of the bytes that were issued, in hexadecimal. */
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
 * Draws a report into a file. It is written beside the target and takes its name when it is whole, replacing a file
 * of that name; there is never half a document, and the old file stays until then.
 * Errors: CANCELLED, DOCUMENT_TOO_LONG, PATH_REFUSED where the target cannot be written, STORE_FULL where the disk
 * has no room.
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
    throw toTargetError(error, file);
  }
}

/** Two documents of this process never share a draft, nor do two processes. */
let drafts = 0;
const draftNumber = (): string => {
  drafts += 1;
  return `${process.pid}-${drafts}`;
};

/** The person named the target, not the draft beside it. */
function toTargetError(error: unknown, file: string): unknown {
  const said = toFileError(error, file);
  if (!(said instanceof LotlineError) || !('file' in said.details)) return said;
  return new LotlineError(said.code, said.text, { ...said.details, file });
}

/** Most of what a document is laid out with dies young; with the usual size a third of the time goes to sorting it. */
const youngMegabytes = 96;

async function drawInWorker(
  model: ReportModel,
  start: Pick<DrawingWork['input'], 'task' | 'file'>,
  { signal, progress }: DocumentJob,
): Promise<DrawingWork['output']> {
  if (start.task.format === 'pdf' && !signal.aborted) insistPrintable(model);
  const module = besideModule(import.meta.url, 'documents.worker');
  return await runInWorker<DrawingWork>(
    module,
    { ...start, model: withoutRows(model) },
    {
      signal,
      cancelled: msg`The document was cancelled. Nothing has been written.`,
      progress: ({ phase, done, total }) => progress?.(phase, done, total),
      pieces: slicesOf(model),
      // What draws takes longer to load than most documents to draw.
      keepAlive: true,
      limits: { maxYoungGenerationSizeMb: youngMegabytes },
    },
  );
}

const withoutRows = (model: ReportModel): ReportModel => ({
  ...model,
  sections: model.sections.map((section) =>
    section.table === undefined ? section : { ...section, table: { ...section.table, rows: [] } },
  ),
});

const rowsPerSlice = 2_000;

function* slicesOf(model: ReportModel): Generator<DrawingWork['piece']> {
  for (const [section, { table }] of model.sections.entries()) {
    const rows = table?.rows ?? [];
    for (let start = 0; start < rows.length; start += rowsPerSlice)
      yield { section, rows: rows.slice(start, start + rowsPerSlice) };
  }
}
