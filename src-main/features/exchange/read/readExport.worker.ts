import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { cellsOfFile } from './cellsOfFile.ts';
import { csvRecords } from './csvRecords.ts';
import type { WorkerMessage, WorkerTask } from './protocol.ts';
import { readFile } from './readFile.ts';

/** Reads an export beside the main thread. What it is told and what it says stands in protocol.ts. */
const port = parentPort ?? insideWorkerOnly();
// readExport starts this worker and hands it nothing else.
const task = workerData as WorkerTask;
const { listing } = task;

let room = task.credits;
port.on('message', () => {
  room += 1;
});

const post = (message: WorkerMessage): void => port.postMessage(message);

/** Waits while the reader is behind, so that rows do not pile up between the two threads. */
async function send(message: WorkerMessage): Promise<void> {
  while (room === 0) await once(port, 'message');
  room -= 1;
  post(message);
}

if (listing.kind === 'workbook') {
  // Loading the workbook parser takes as long as reading a small folder of CSV files, which need none of it.
  const { readWorkbook, workbookCells } = await import('./readWorkbook.ts');
  if (task.kind === 'rows') await readWorkbook(listing.workbook, task.corrections, send, post);
  else await send({ kind: 'cells', cells: await workbookCells(listing.workbook, task.cells, post) });
} else {
  for (const { file, name, path } of listing.files) {
    const source = { file, name, strict: true, batches: csvRecords(path) };
    if (task.kind === 'rows') await readFile(source, task.corrections, send, post);
    else await send({ kind: 'cells', cells: await cellsOfFile(source, task.cells) });
  }
}
post({ kind: 'done' });

function insideWorkerOnly(): never {
  throw new Error('this module runs as a worker only');
}
