import type { CellValue } from '#shared/exchange/rows.ts';
import type { ReadValue } from './cellValues.ts';
import { CellIssue } from './faults.ts';
import type { FaultyRow, Respelt } from './protocol.ts';
import type { RowValues } from './tableReader.ts';

/** So many rows travel together: the receiver begins soon, and unpacking them blocks its thread only shortly. */
export const chunkRows = 1000;

/** So many rows with faults are kept by what they are about. */
export const mostFaulty = 10_000;

/**
 * Rows by column, and of master records which cells of each are blank (`TableReader.blanks`), of movements the keys of
 * their content (`movementKeys`). `respelt` has, by the numbers of the few rows that have any, `TableReader.respelt`.
 */
export type Chunk = {
  columns: CellValue[][];
  blanks: number[];
  keys?: Uint8Array;
  respelt?: ReadonlyMap<number, Respelt>;
};

/** Gathers the rows of one file for sending, and finds what only rows together show. */
export interface RowCollector {
  /** Rows without a fault. */
  readonly count: number;
  /** Rows left out because they only repeat an earlier one. */
  readonly repeated: number;
  /** Rows with faults, so that what follows from them is not called a fault too. */
  readonly faulty: FaultyRow[];
  add(values: ReadValue[]): void;
  /** Full chunks. */
  ready(): Iterable<Chunk>;
  /** What is left at the end of the file. */
  rest(): Iterable<Chunk>;
}

/** A row without a fault holds plain values only: a time was split into two of them. */
export const isWhole = (values: ReadValue[]): values is RowValues =>
  !values.some((value) => value instanceof CellIssue);
