import { longestText } from '#shared/kernel/text.ts';
import { type SheetCell, shownText } from './sheetText.ts';

/** A cell as it is in the file: text from CSV, also typed cells from a workbook. */
export type RawCell = string | SheetCell | undefined;

/**
 * A requested cell, and the text to be read instead of its own, if any; where `held` is given, only while it holds
 * that.
 */
export type AskedCell = { row: number; column: string; value?: string; held?: string | undefined };

/**
 * What an asked cell holds, and what was read instead where that is something else; `unfit` where that was for another
 * text than the cell holds, and so was passed over.
 */
export type FoundCell = { row: number; column: string; text: string; instead: string | undefined; unfit?: true };

/**
 * Cells of one file, requested by row and column: returns what each holds, and puts another text in its place where
 * one is given. CSV and workbook both pass here, before anything judges the cell.
 */
export class CellBook {
  readonly found: FoundCell[] = [];
  readonly lastRow: number;
  readonly #byRow: ReadonlyMap<number, readonly AskedCell[]>;

  constructor(cells: readonly AskedCell[]) {
    this.#byRow = Map.groupBy(cells, ({ row }) => row);
    this.lastRow = cells.reduce((last, { row }) => Math.max(last, row), 0);
  }

  asksFor(row: number): boolean {
    return this.#byRow.has(row);
  }

  /**
   * The record with the given texts in place. `placeOf` returns a column's index in it; undefined where it has no
   * such cell.
   */
  pass(row: number, record: readonly RawCell[], placeOf: (column: string) => number | undefined): readonly RawCell[] {
    const changed = [...record];
    for (const { column, value, held: expected } of this.#byRow.get(row) ?? []) {
      const at = placeOf(column);
      if (at === undefined) continue;
      const held = record[at];
      const text = textOf(held);
      if (expected !== undefined && expected !== text) {
        this.found.push({ row, column, text, instead: undefined, unfit: true });
        continue;
      }
      this.found.push({ row, column, text, instead: value === (held ?? '') ? undefined : value });
      if (value !== undefined) changed[at] = value;
    }
    return changed;
  }
}

const textOf = (cell: RawCell): string => {
  const text = typeof cell === 'object' ? shownText(cell) : (cell ?? '');
  return text.length > longestText ? text.slice(0, longestText).toWellFormed() : text;
};
