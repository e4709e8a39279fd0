import { exportFiles } from '#shared/exchange/columns.ts';
import { FaultList, quote } from './faults.ts';
import type { WorkbookFile, WorkerMessage } from './protocol.ts';
import { type RawBatch, readFile, type Send } from './readFile.ts';
import { openWorkbook, rawCells, type Sheet } from './workbookRecords.ts';

const batchRows = 5000;

/** Reads the sheets of a workbook as `readFile` reads files. */
export async function readWorkbook(
  workbook: WorkbookFile,
  send: Send,
  post: (message: WorkerMessage) => void,
): Promise<void> {
  const sheets = await open(workbook, send);
  post({ kind: 'parsed' });
  for (const file of exportFiles) {
    const sheet = sheets.find((candidate) => candidate.file === file);
    if (sheet !== undefined)
      await readFile({ file, name: sheet.name, strict: false, batches: batchesOf(sheet) }, send, post);
  }
}

/** The sheets that are there. What concerns the workbook as a whole is reported at once. */
async function open(workbook: WorkbookFile, send: Send): Promise<Sheet[]> {
  const whole = new FaultList(quote(workbook.name));
  try {
    const { sheets, strays } = await openWorkbook(workbook.path);
    const lists = strays.map(({ name, fault }) => {
      const list = new FaultList(quote(name));
      list.addFatal(fault);
      return list;
    });
    if (sheets.length === 0 && strays.length === 0) {
      whole.add({
        row: 1,
        column: '',
        code: 'FILE_TYPE',
        message: `The workbook holds no sheet of an export: ${exportFiles.join(', ')}.`,
      });
      lists.push(whole);
    }
    if (lists.length > 0) await send({ kind: 'source', faults: lists.flatMap((list) => list.kept) });
    return sheets;
  } catch (error) {
    whole.addFatal(error);
    await send({ kind: 'source', faults: whole.kept });
    return [];
  }
}

async function* batchesOf(sheet: Sheet): AsyncGenerator<RawBatch> {
  const rows = sheet.rows();
  // A sheet without a cell still lacks its header.
  const total = Math.max(1, rows.length);
  for (let start = 0; start < total; start += batchRows) {
    const end = Math.min(start + batchRows, total);
    const records = Array.from({ length: end - start }, (_, offset) => rawCells(rows[start + offset] ?? []));
    yield { records, done: end, total };
  }
}
