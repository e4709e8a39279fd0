import type { ExportFile } from '#shared/exchange/columns.ts';
import { fieldsOf } from '#shared/exchange/rows.ts';

/**
 * The key of a file's records, and the column a second one is reported at. Serial links have no key; movements have
 * one where they have an id (MovementTable).
 */
const keys: Partial<Record<ExportFile, { fields: readonly string[]; column: string }>> = {
  products: { fields: ['code'], column: 'code' },
  partners: { fields: ['code'], column: 'code' },
  locations: { fields: ['code'], column: 'code' },
  lots: { fields: ['product', 'lot', 'sublot'], column: 'lot' },
};

/** Finds keys that occur twice in a file. */
export class DuplicateKeys {
  readonly column: string;
  readonly #places: readonly number[];
  readonly #firstRows = new Map<string, number>();

  constructor(file: ExportFile) {
    const fields = fieldsOf(file);
    this.column = keys[file]?.column ?? '';
    this.#places = (keys[file]?.fields ?? []).map((field) => fields.indexOf(field));
  }

  /** The key of a row's values, one text; undefined where the file has none or it cannot be read. */
  keyOf(values: readonly unknown[]): string | undefined {
    if (this.#places.length === 0) return undefined;
    const parts = this.#places.map((place) => values[place]);
    // A control character is in no tidied code, so different keys never join to the same text.
    return parts.every((part) => typeof part === 'string') ? parts.join('\u0000') : undefined;
  }

  /** Registers the key of a row, and answers the earlier row that has it. */
  firstRowWith(key: string, row: number): number | undefined {
    const first = this.#firstRows.get(key);
    if (first === undefined) this.#firstRows.set(key, row);
    return first;
  }
}
