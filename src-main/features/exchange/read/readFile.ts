import type { ExportFile } from '#shared/exchange/columns.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { IssueList } from './faults.ts';
import { KeyedRows } from './keyedRows.ts';
import { MovementRows } from './movementRows.ts';
import type { Chunk } from './rowCollector.ts';
import type { OddFinding } from './oddCells.ts';
import type { ReadItem, ReadProgress, ReadWish } from './protocol.ts';
import { CellBook, type RawCell } from './cellBook.ts';
import { TableReader } from './tableReader.ts';

/** Some records of a file, header first, and how far it is read. */
export type RawBatch = { records: readonly (readonly RawCell[])[]; done: number; total: number };

export type FileToRead = {
  file: ExportFile;
  name: string;
  /** Whether each record must have as many cells as the header. */
  strict: boolean;
  /** Whether its movements are known to come in the order of their times. */
  isInOrder?: boolean;
  batches: AsyncIterable<RawBatch>;
  /**
   * What is hidden in a sheet; `columnAt` returns the header's name of a column. To be called once the sheet is read.
   */
  hidden?: ((columnAt: (place: number) => string) => OddFinding[]) | undefined;
};

/** Texts to be read instead of those in cells of the export, and contents of rows to be told. */
export type RowsWish = Pick<Extract<ReadWish, { kind: 'rows' }>, 'corrections' | 'known'>;

/** Where the rows go: answers when there is room for more. */
export type Send = (item: ReadItem) => Promise<void>;

/**
 * Reads one file to its end: first sends its columns, then its rows as it goes (movements: all at the end, in order
 * of time, unless they are in it already), then its faults. Under a header with a fault no row is sent: what the
 * unreadable column holds is unknown.
 */
export async function readFile(
  source: FileToRead,
  { corrections, known }: RowsWish,
  send: Send,
  progress: (told: ReadProgress) => void,
): Promise<void> {
  const { file, name } = source;
  const faults = new IssueList(name);
  const table = new TableReader(file, faults, source.strict, new Set(known));
  const book = new CellBook(corrections.filter((correction) => correction.file === name));
  const rows = file === 'movements' ? new MovementRows(table, source.isInOrder ?? false) : new KeyedRows(file, table);
  let isOpen = false;
  let hasGoodHeader = false;
  const open = async (): Promise<void> => {
    isOpen = true;
    await send({ kind: 'opened', file, name, fields: table.fields });
  };
  const readBatch = async (batch: RawBatch): Promise<void> => {
    for (const record of batch.records) {
      if (!table.hasHeader) {
        table.readHeader(record);
        hasGoodHeader = faults.count === 0;
        await open();
        continue;
      }
      const row = table.nextRow(record, book);
      const values = row === undefined ? undefined : table.readRow(row);
      if (values !== undefined) rows.add(values);
    }
    progress({ kind: 'progress', file, done: batch.done, total: batch.total });
    await sendAll(rows.ready());
  };
  const sendAll = async (chunks: Iterable<Chunk>): Promise<void> => {
    for (const chunk of chunks) if (hasGoodHeader) await send({ kind: 'rows', file, ...chunk });
  };
  let isComplete = false;
  try {
    for await (const batch of source.batches) await readBatch(batch);
    table.insistOnHeader();
    isComplete = hasGoodHeader;
  } catch (error) {
    faults.addFatal(error);
  }
  if (!isOpen) await open();
  await sendAll(rows.rest());
  const { count, repeated, faulty } = rows;
  const found = {
    faults: faults.kept,
    faultCount: faults.count,
    faulty,
    corrected: book.found,
    contents: table.contents,
    leftOut: table.leftOut,
    findings: [...(source.hidden?.((place) => table.columnAt(place)) ?? []), ...table.findings()].map(
      ({ text, ...where }) => ({ ...where, message: inEnglish(text) }),
    ),
    toldCells: table.toldCells,
  };
  await send({ kind: 'closed', file, name, rows: hasGoodHeader ? count : 0, repeated, ...found, isComplete });
}
