import type { CellText } from '#shared/exchange/contract.ts';
import { CellBook } from './cellBook.ts';
import { IssueList } from './faults.ts';
import type { CellOfExport } from './protocol.ts';
import type { FileToRead } from './readFile.ts';
import { TableReader } from './tableReader.ts';

/** What these cells hold, as far as they are cells of this file; it is read no further than to the last of them. */
export async function cellsOfFile(
  { file, name, strict, batches }: FileToRead,
  cells: readonly CellOfExport[],
): Promise<CellText[]> {
  const book = new CellBook(cells.filter((cell) => cell.file === name).map(({ row, column }) => ({ row, column })));
  if (book.lastRow === 0) return [];
  // A fault of the file was reported when its rows were read.
  const ignored = new IssueList(name);
  const table = new TableReader(file, ignored, strict);
  try {
    for await (const { records } of batches) {
      for (const record of records) {
        if (table.hasHeader) table.nextRow(record, book);
        else table.readHeader(record);
        if (table.row >= book.lastRow) return textsOf(name, book);
      }
    }
  } catch (error) {
    ignored.addFatal(error);
  }
  return textsOf(name, book);
}

const textsOf = (file: string, { found }: CellBook): CellText[] =>
  found.map(({ row, column, text }) => ({ file, row, column, text }));
