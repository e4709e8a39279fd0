import type { CellValue } from '#shared/exchange/rows.ts';
import type { ReadValue } from './cellValues.ts';
import { CellFault } from './faults.ts';
import type { RowValues } from './tableReader.ts';

/** So many rows travel together. */
export const chunkRows = 5000;

/** Gathers the rows of one file for sending, and finds what only rows together show. */
export interface RowCollector {
  /** Rows without a fault. */
  readonly count: number;
  /** Rows left out because they only say again what an earlier one says. */
  readonly repeated: number;
  /** Keys of records that stand in the file, but not free of faults, so that what names them is not called unknown. */
  readonly faultyKeys: string[];
  add(values: ReadValue[]): void;
  /** Full chunks, by column. */
  ready(): Iterable<CellValue[][]>;
  /** What is left at the end of the file. */
  rest(): Iterable<CellValue[][]>;
}

/** A row without a fault holds plain values only: a time was split into two of them. */
export const isWhole = (values: ReadValue[]): values is RowValues =>
  !values.some((value) => value instanceof CellFault);
