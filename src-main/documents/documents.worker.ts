import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { isLotlineError } from '#shared/kernel/errors.ts';
import type { ReportCell, ReportModel } from '#shared/kernel/reportModel.ts';
import { sayFileError } from './fileErrors.ts';
import type { RowsMessage, WorkerMessage, WorkerStart } from './protocol.ts';

/** Draws a document beside the main thread. What it is told and what it says stands in protocol.ts. */
const port = parentPort ?? insideWorkerOnly();
// makeDocument starts this worker and hands it nothing else.
const { task, model, file } = workerData as WorkerStart;
const say = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

const rows = model.sections.map((): (readonly ReportCell[])[] => []);
port.on('message', (message: RowsMessage) => {
  if ('done' in message) void draw();
  else for (const row of message.rows) rows[message.section]?.push(row);
});

async function draw(): Promise<void> {
  try {
    // Opened before anything is drawn, so that nobody waits for a document that has nowhere to go.
    const handle = file === undefined ? undefined : openSync(file, 'wx');
    const bytes = await drawn(withRows());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const size = bytes.length;
    if (handle === undefined) {
      const own = new Uint8Array(bytes);
      say({ size, sha256, bytes: own }, [own.buffer]);
    } else {
      write(handle, bytes);
      say({ size, sha256 });
    }
  } catch (error) {
    const said = file === undefined ? error : sayFileError(error, file);
    if (!isLotlineError(said)) throw said;
    say({ refused: { code: said.code, message: said.message, details: said.details } });
  } finally {
    port.close();
  }
}

const withRows = (): ReportModel => ({
  ...model,
  sections: model.sections.map((section, index) =>
    section.table === undefined ? section : { ...section, table: { ...section.table, rows: rows[index] ?? [] } },
  ),
});

/** Only the drawing that is wanted is loaded: the PDF library alone takes as long as a page. */
async function drawn(whole: ReportModel): Promise<Buffer> {
  const progress = (done: number, total: number): void =>
    say({ phase: done === total ? 'finish' : 'draw', done, total });
  if (task.format === 'excel') {
    const { drawExcel } = await import('./excel.ts');
    return drawExcel(whole, { progress });
  }
  const { drawPdf } = await import('./pdf.ts');
  return await drawPdf(whole, { ...task, progress });
}

/** On the disk for certain before anybody is told. A worker that ends early has its files closed by Node. */
function write(handle: number, bytes: Buffer): void {
  writeFileSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

function insideWorkerOnly(): never {
  throw new Error('this module runs as a worker only');
}
