import type { CellText, Correction, Fault } from '#shared/exchange/contract.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { Message } from '#shared/kernel/message.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { CellValue } from '#shared/exchange/rows.ts';
import type { FoundCell } from './cellBook.ts';

/** One file of an export, or the workbook: where it is, and its name in faults. */
export type CsvFile = { file: ExportFile; name: string; path: string };
export type WorkbookFile = { name: string; path: string };
export type Listing = { kind: 'csv'; files: CsvFile[] } | { kind: 'workbook'; workbook: WorkbookFile };

/**
 * A row with a fault and what it would have been about: the record it names, or the goods and the serial it moves, with
 * the mark of its id.
 */
export type FaultyRow = { row: number; key: string; serial?: number; id?: number | null };

/** A row as it stands in its file, and what it is known by. */
export type RowContent = { row: number; content: string };

/** What looks rewritten by another program and may be meant all the same: imported, and listed. */
export type OddCell = { row: number; column: string; message: string };

/** A cell of an export, as faults name it. */
export type CellOfExport = { file: string; row: number; column: string };

/** A cell of a sheet that cannot be taken as it stands; row and column count from 0. */
export type CellFault = { row: number; column: number; text: Message };

/**
 * A sheet that is no part of an export as it shows: the texts of its first `mostTableRows` rows, of `total` that reach down to the
 * last one with a cell. `notes` are about what is hidden in it.
 */
export type SheetTexts = {
  name: string;
  rows: string[][];
  total: number;
  /** Why nothing of it could be read. */
  fault: Message | null;
  faults: CellFault[];
  notes: Message[];
};

/**
 * What to read: all rows, with the corrections in place, and which have a known content; what some cells hold; or the sheets of a
 * workbook as tables of any kind.
 */
export type ReadWish =
  | { kind: 'rows'; corrections: readonly Correction[]; known: readonly string[] }
  | { kind: 'cells'; cells: readonly CellOfExport[] }
  | { kind: 'sheets' };

/** Codes of a row as they were spelt, by the names of its values: with other blanks than they are read with. */
export type Respelt = Readonly<Record<string, string>>;

/**
 * Events of reading an export, at the pace of the receiver. Rows travel by column (see `fieldsOf`): a quarter of the
 * work of as many objects.
 */
export type ReadItem =
  | { kind: 'source'; faults: Fault[] }
  | { kind: 'opened'; file: ExportFile; name: string; fields: readonly string[] }
  | {
      kind: 'rows';
      file: ExportFile;
      columns: CellValue[][];
      blanks: number[];
      keys?: Uint8Array;
      respelt?: ReadonlyMap<number, Respelt>;
    }
  | {
      kind: 'closed';
      file: ExportFile;
      name: string;
      rows: number;
      repeated: number;
      faults: Fault[];
      faultCount: number;
      faulty: FaultyRow[];
      isComplete: boolean;
      corrected: FoundCell[];
      contents: RowContent[];
      leftOut: number[];
      findings: OddCell[];
      toldCells: readonly string[];
    }
  | { kind: 'cells'; cells: CellText[] }
  | { kind: 'sheets'; sheets: SheetTexts[] }
  | { kind: 'refused'; code: ErrorCode; text: Message };

export type ReadProgress =
  | { kind: 'progress'; file: ExportFile; done: number; total: number }
  /** The workbook is parsed; what follows is done at the reader's pace. */
  | { kind: 'parsed' };

/** Reading an export in a worker. */
export type ReadWork = { input: { listing: Listing } & ReadWish; item: ReadItem; progress: ReadProgress; output: void };
