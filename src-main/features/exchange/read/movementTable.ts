import { columnsOf, type ColumnType } from '#shared/exchange/columns.ts';
import { type CellValue, fieldsOf } from '#shared/exchange/rows.ts';
import type { RowValues } from './tableReader.ts';

const numeric: readonly ColumnType[] = ['days', 'cost', 'quantity', 'time'];
const rowPlace = fieldsOf('movements').indexOf('row');
const idPlace = fieldsOf('movements').indexOf('id');
const atPlace = fieldsOf('movements').indexOf('at');
/** Two rows that differ only in their number and in how they write the zone are equal. */
const notContent = [rowPlace, fieldsOf('movements').indexOf('offsetMinutes')];

/**
 * All movements of an export, held by column until they can be sent in the order of time: a million rows as objects
 * would take several times the memory. Texts that repeat are kept once.
 */
export class MovementTable {
  readonly #columns: Column[];
  readonly #ids = new TextColumn();
  /** Where the id with a code of `#ids` is. */
  readonly #indexOfId: number[] = [];
  #count = 0;
  #latest = Number.NEGATIVE_INFINITY;
  #isInOrder = true;
  #sorted = new Uint32Array(0);

  constructor() {
    const types = new Map<string, ColumnType>(columnsOf('movements').map(({ field, spec }) => [field, spec.type]));
    this.#columns = fieldsOf('movements').map((field) => {
      const type = types.get(field);
      if (field === 'id') return this.#ids;
      return type === undefined || numeric.includes(type) ? new NumberColumn() : new TextColumn();
    });
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Adds a row. A row with the id of an earlier row is not added: it either repeats that one (`repeats`) or
   * contradicts it. Returns that earlier row's number.
   */
  add(values: RowValues): { repeats: boolean; row: number } | undefined {
    const earlier = this.#indexWithId(values[idPlace]);
    if (earlier !== undefined)
      return { repeats: this.#saysTheSame(earlier, values), row: Number(this.#columns[rowPlace]?.at(earlier)) };
    for (let place = 0; place < this.#columns.length; place += 1) this.#columns[place]?.push(values[place] ?? null);
    this.#indexOfId[this.#ids.lastCode] = this.#count;
    this.#count += 1;
    const at = Number(values[atPlace]);
    if (at < this.#latest) this.#isInOrder = false;
    this.#latest = at;
    return undefined;
  }

  #indexWithId(id: CellValue | undefined): number | undefined {
    const code = typeof id === 'string' && id !== '' ? this.#ids.codeOf(id) : undefined;
    return code === undefined ? undefined : this.#indexOfId[code];
  }

  #saysTheSame(index: number, values: RowValues): boolean {
    return this.#columns.every((column, place) => notContent.includes(place) || column.at(index) === values[place]);
  }

  /** Whether the rows so far were added in the order of their times. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }

  /** Up to `size` rows from a place in the order of time, then of row, as columns. The order is that of the rows so far. */
  columns(start: number, size: number): CellValue[][] {
    const end = Math.min(start + size, this.#count);
    const indexes = this.#isInOrder ? range(start, end) : this.#order().subarray(start, end);
    return this.#columns.map((column) => Array.from(indexes, (index) => column.at(index)));
  }

  #order(): Uint32Array {
    if (this.#sorted.length === this.#count) return this.#sorted;
    const at = this.#columns[atPlace];
    const moments = Float64Array.from({ length: this.#count }, (_, index) => Number(at?.at(index)));
    const moment = (index: number): number => moments[index] ?? 0;
    this.#sorted = Uint32Array.from({ length: this.#count }, (_, index) => index).sort(
      (a, b) => moment(a) - moment(b) || a - b,
    );
    return this.#sorted;
  }
}

const range = (start: number, end: number): Uint32Array =>
  Uint32Array.from({ length: end - start }, (_, offset) => start + offset);

const firstCapacity = 1024;

type Column = TextColumn | NumberColumn;

/** Texts, each different one kept once and known by a code; the blank text is 0. */
class TextColumn {
  readonly #texts: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);
  #rows = new Uint32Array(firstCapacity);
  #count = 0;
  /** The code of the text pushed last. */
  lastCode = 0;

  push(value: CellValue): void {
    const code = this.#register(value);
    if (this.#count === this.#rows.length) this.#rows = doubled(this.#rows, new Uint32Array(this.#count * 2));
    this.#rows[this.#count] = code;
    this.#count += 1;
    this.lastCode = code;
  }

  #register(value: CellValue): number {
    // Half the cells of an export are blank, and most others repeat the row before.
    if (value === '') return 0;
    if (value === this.#texts[this.lastCode]) return this.lastCode;
    const text = String(value);
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const own = copyOf(text);
    this.#codes.set(own, this.#texts.length);
    return this.#texts.push(own) - 1;
  }

  at(index: number): string {
    return this.#texts[this.#rows[index] ?? 0] ?? '';
  }

  codeOf(text: string): number | undefined {
    return this.#codes.get(text);
  }
}

/** The engine keeps a long piece of a text as a view of the whole, which here is a quarter of a megabyte of the file. */
const copyOf = (text: string): string => (text.length < shortestView ? text : ` ${text}`.slice(1));
const shortestView = 13;

/** Numbers, with NaN for none. */
class NumberColumn {
  #rows = new Float64Array(firstCapacity);
  #count = 0;

  push(value: CellValue): void {
    if (this.#count === this.#rows.length) this.#rows = doubled(this.#rows, new Float64Array(this.#count * 2));
    this.#rows[this.#count] = value === null ? Number.NaN : Number(value);
    this.#count += 1;
  }

  at(index: number): number | null {
    const value = this.#rows[index] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }
}

function doubled<A extends Uint32Array | Float64Array>(full: A, wider: A): A {
  wider.set(full);
  return wider;
}
