import { columnsOf, type ExportFile } from '#shared/exchange/columns.ts';
import type { RowsEvent } from './read/readExport.ts';

/** Some rows of one file, and which of their cells are filled. */
export type Said<E extends RowsEvent> = { event: E; fields: ReadonlySet<string> };

/**
 * The filled cells of each master record of an export: a blank cell, like an absent column, leaves what the store
 * holds as it is. `fieldsThere` are the columns the file has.
 */
export class FilledCells {
  readonly #columns: readonly string[];
  readonly #fieldsThere: ReadonlySet<string>;
  /** By the blanks of a row: most rows of a file leave the same few cells blank. */
  readonly #fields = new Map<number, ReadonlySet<string>>();

  constructor(file: ExportFile, fieldsThere: readonly string[]) {
    this.#columns = columnsOf(file).map(({ field }) => field);
    this.#fieldsThere = new Set(fieldsThere);
  }

  /** The rows in their order, cut where others of their cells are blank. */
  *runs<E extends RowsEvent>(event: E): Generator<Said<E>> {
    for (let start = 0; start < event.rows.length; ) {
      const blanks = event.blanks[start] ?? 0;
      let end = start + 1;
      while (end < event.rows.length && event.blanks[end] === blanks) end += 1;
      yield { event: sliceOf(event, start, end), fields: this.#fieldsSaid(blanks) };
      start = end;
    }
  }

  #fieldsSaid(blanks: number): ReadonlySet<string> {
    const known = this.#fields.get(blanks);
    if (known !== undefined) return known;
    const filled = this.#columns.filter(
      (field, place) => this.#fieldsThere.has(field) && (blanks & (1 << place)) === 0,
    );
    const fields = new Set(filled);
    this.#fields.set(blanks, fields);
    return fields;
  }
}

/** Some of the rows of an event. */
export const sliceOf = <E extends RowsEvent>(event: E, start: number, end: number): E =>
  // Rows of one file stay rows of that file.
  ({ ...event, rows: event.rows.slice(start, end), blanks: event.blanks.slice(start, end) });
