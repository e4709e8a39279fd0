import { msg } from '#shared/kernel/message.ts';
import { exportFiles } from '#shared/exchange/columns.ts';
import type { CellText } from '#shared/exchange/contract.ts';
import { cellsOfFile } from './cellsOfFile.ts';
import { IssueList, quote } from './faults.ts';
import type { CellOfExport, ReadProgress, WorkbookFile } from './protocol.ts';
import { type FileToRead, type RawBatch, readFile, type RowsWish, type Send } from './readFile.ts';
import { openWorkbook, type Sheet } from './workbookRecords.ts';

const batchRows = 5000;

/** Reads the sheets of a workbook as `readFile` reads files. */
export async function readWorkbook(
  workbook: WorkbookFile,
  wish: RowsWish,
  send: Send,
  progress: (at: ReadProgress) => void,
): Promise<void> {
  const sheets = await open(workbook, send);
  progress({ kind: 'parsed' });
  for (const file of exportFiles) {
    const sheet = sheets.find((candidate) => candidate.file === file);
    if (sheet !== undefined) await readFile(fileOf(sheet), wish, send, progress);
  }
}

/** What these cells of a workbook hold. */
export async function workbookCells(
  workbook: WorkbookFile,
  cells: readonly CellOfExport[],
  progress: (at: ReadProgress) => void,
): Promise<CellText[]> {
  const sheets = await sheetsOf(workbook.path);
  progress({ kind: 'parsed' });
  const texts: CellText[] = [];
  for (const sheet of sheets) texts.push(...(await cellsOfFile(fileOf(sheet), cells)));
  return texts;
}

/** A fault of the workbook was reported when its rows were read. */
async function sheetsOf(path: string): Promise<Sheet[]> {
  try {
    return (await openWorkbook(path)).sheets;
  } catch (error) {
    new IssueList('').addFatal(error);
    return [];
  }
}

const fileOf = (sheet: Sheet): FileToRead => ({
  file: sheet.file,
  name: sheet.name,
  strict: false,
  hidden: sheet.hidden,
  batches: batchesOf(sheet),
});

/** The sheets that are there. What concerns the workbook as a whole is reported at once. */
async function open(workbook: WorkbookFile, send: Send): Promise<Sheet[]> {
  const whole = new IssueList(quote(workbook.name));
  try {
    const { sheets, strays } = await openWorkbook(workbook.path);
    const lists = strays.map(({ name, fault }) => {
      const list = new IssueList(quote(name));
      list.addFatal(fault);
      return list;
    });
    if (sheets.length === 0 && strays.length === 0) {
      whole.add({
        row: 1,
        column: '',
        code: 'FILE_TYPE',
        text: msg`The workbook holds no sheet of an export: ${exportFiles.join(', ')}.`,
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
    const records = Array.from({ length: end - start }, (_, offset) => rows[start + offset] ?? []);
    yield { records, done: end, total };
  }
}
