import type { ExportFile } from '#shared/exchange/columns.ts';
import { msg } from '#shared/kernel/message.ts';
import { type CellValue, fieldsOf } from '#shared/exchange/rows.ts';
import type { ReadValue } from './cellValues.ts';
import { DuplicateKeys } from './duplicateKeys.ts';
import type { FaultyRow, Respelt } from './protocol.ts';
import { type Chunk, chunkRows, isWhole, mostFaulty, type RowCollector } from './rowCollector.ts';
import type { TableReader } from './tableReader.ts';

/** Rows of every file but movements: sent as they come, their keys kept. */
export class KeyedRows implements RowCollector {
  count = 0;
  readonly repeated = 0;
  readonly faulty: FaultyRow[] = [];
  readonly #table: TableReader;
  readonly #keys: DuplicateKeys;
  readonly #width: number;
  #columns: CellValue[][];
  #blanks: number[] = [];
  #respelt = new Map<number, Respelt>();

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
        msg`This stands in row ${earlier} already: keep one of the two.`,
      );
    } else if (isWhole(values)) {
      values.forEach((value, place) => this.#columns[place]?.push(value));
      this.#blanks.push(this.#table.blanks);
      if (this.#table.respelt !== undefined) this.#respelt.set(this.#table.row, this.#table.respelt);
      this.count += 1;
    } else if (key !== undefined && this.faulty.length < mostFaulty) {
      this.faulty.push({ row: this.#table.row, key });
    }
  }

  *ready(): Generator<Chunk> {
    if ((this.#columns[0]?.length ?? 0) >= chunkRows) yield* this.rest();
  }

  *rest(): Generator<Chunk> {
    if (this.#columns[0]?.length === 0) return;
    const respelt = this.#respelt.size === 0 ? {} : { respelt: this.#respelt };
    const chunk = { columns: this.#columns, blanks: this.#blanks, ...respelt };
    this.#columns = this.#emptyColumns();
    this.#blanks = [];
    this.#respelt = new Map();
    yield chunk;
  }

  #emptyColumns(): CellValue[][] {
    return Array.from({ length: this.#width }, () => []);
  }
}
