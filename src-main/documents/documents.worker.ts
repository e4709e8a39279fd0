import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { serveWork } from '#main/worker/serveWork.ts';
import type { ReportCell, ReportModel, ReportTable } from '#shared/kernel/reportModel.ts';
import { toFileError } from './fileErrors.ts';
import type { DocumentTask, DrawingWork } from './protocol.ts';

/** Draws a document beside the main thread. */
serveWork<DrawingWork>(async ({ task, model, file }, { pieces, progress, handOver }) => {
  const rows = model.sections.map((): (readonly ReportCell[])[] => []);
  for await (const slice of pieces()) for (const row of slice.rows) rows[slice.section]?.push(row);
  try {
    // Opened before anything is drawn, so that no one waits for a document that has no place to go.
    const handle = file === undefined ? undefined : openSync(file, 'wx');
    const bytes = await drawn(task, withRows(model, rows), (done, total) =>
      progress({ phase: done === total ? 'finish' : 'draw', done, total }),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const size = bytes.length;
    if (handle === undefined) {
      const own = new Uint8Array(bytes);
      handOver(own.buffer);
      return { size, sha256, bytes: own };
    }
    write(handle, bytes);
    return { size, sha256 };
  } catch (error) {
    throw file === undefined ? error : toFileError(error, file);
  }
});

const withRows = (model: ReportModel, rows: readonly ReportTable['rows'][]): ReportModel => ({
  ...model,
  sections: model.sections.map((section, index) =>
    section.table === undefined ? section : { ...section, table: { ...section.table, rows: rows[index] ?? [] } },
  ),
});

/** Only the drawing that is wanted is loaded: the PDF library alone takes as long as a page. */
async function drawn(
  task: DocumentTask,
  whole: ReportModel,
  progress: (done: number, total: number) => void,
): Promise<Buffer> {
  if (task.format === 'excel') {
    const { drawExcel } = await import('./excel.ts');
    return drawExcel(whole, { progress });
  }
  if (task.format === 'csv') {
    const { drawCsv } = await import('./csv.ts');
    return drawCsv(whole, { progress });
  }
  const { drawPdf } = await import('./pdf.ts');
  return await drawPdf(whole, { ...task, progress });
}

/** On the disk for certain before anybody hears of it. A worker that ends early has its files closed by Node. */
function write(handle: number, bytes: Buffer): void {
  writeFileSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}
