import type { ExportFile } from '#shared/exchange/columns.ts';
import { type CellValue, fieldsOf } from '#shared/exchange/rows.ts';
import type { ReadValue } from './cellValues.ts';
import { DuplicateKeys } from './duplicateKeys.ts';
import { chunkRows, isWhole, type RowCollector } from './rowCollector.ts';
import type { TableReader } from './tableReader.ts';

const mostFaultyKeys = 10_000;

/** Rows of every file but movements: sent as they come, their keys kept. */
export class KeyedRows implements RowCollector {
  count = 0;
  readonly repeated = 0;
  readonly faultyKeys: string[] = [];
  readonly #table: TableReader;
  readonly #keys: DuplicateKeys;
  readonly #width: number;
  #columns: CellValue[][];

  constructor(file: ExportFile, table: TableReader) {
    this.#table = table;
    this.#keys = new DuplicateKeys(file);
    this.#width = fieldsOf(file).length;
    this.#columns = this.#emptyColumns();
  }

  add(values: ReadValue[]): void {
    const key = this.#keys.keyOf(values);
    const earlier = key === undefined ? undefined : this.#keys.firstRowWith(key, this.#table.row);
    if (earlier !== undefined) {
      this.#table.addFault(
        this.#keys.column,
        'DUPLICATE',
        `This stands in row ${earlier} already: keep one of the two.`,
      );
    } else if (isWhole(values)) {
      values.forEach((value, place) => this.#columns[place]?.push(value));
      this.count += 1;
    } else if (key !== undefined && this.faultyKeys.length < mostFaultyKeys) {
      this.faultyKeys.push(key);
    }
  }

  *ready(): Generator<CellValue[][]> {
    if ((this.#columns[0]?.length ?? 0) >= chunkRows) yield* this.rest();
  }

  *rest(): Generator<CellValue[][]> {
    if (this.#columns[0]?.length === 0) return;
    const columns = this.#columns;
    this.#columns = this.#emptyColumns();
    yield columns;
  }

  #emptyColumns(): CellValue[][] {
    return Array.from({ length: this.#width }, () => []);
  }
}
