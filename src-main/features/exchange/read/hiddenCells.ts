import { msg } from '#shared/kernel/message.ts';
import type { OddFinding } from './oddCells.ts';
import { RowSpans } from './rowSpans.ts';
import { type Attributes, isOn } from './xmlPart.ts';

/** How a workbook keeps a sheet from being seen: `veryHidden` ones are in no menu of the spreadsheet. */
export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/**
 * Rows and columns of a sheet that are hidden and not blank, from 0: by hand, by a filter or as part of a closed
 * group.
 */
export type HiddenCells = { rows: readonly number[]; columns: readonly number[] };

/** A row of less than a point, or a column of less than a fifth of a digit, is not to be seen either. */
const [leastHeight, leastWidth] = [1, 0.2];

/** Gathers the attributes of a sheet's rows and columns (ISO/IEC 29500-1, 18.3.1.13 and 18.3.1.73). */
export class HiddenParts {
  readonly #rows = new Set<number>();
  readonly #columns: { first: number; last: number }[] = [];

  noteRow(row: number, { hidden = '0', ht = '' }: Attributes): void {
    if (isOn(hidden) || (ht !== '' && Number(ht) < leastHeight)) this.#rows.add(row);
  }

  noteColumns({ hidden = '0', width = '', min = '', max = '' }: Attributes): void {
    if (isOn(hidden) || (width !== '' && Number(width) < leastWidth))
      this.#columns.push({ first: Number(min) - 1, last: Number(max) - 1 });
  }

  /** Those in which a cell is not "", of columns one below their header. */
  among(rows: readonly (readonly string[] | undefined)[]): HiddenCells {
    const isFilled = (column: number): boolean => rows.some((cells, row) => row > 0 && (cells?.[column] ?? '') !== '');
    const width = rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
    const columns = this.#columns.flatMap(({ first, last }) =>
      Array.from({ length: Math.max(0, Math.min(last, width - 1) - first + 1) }, (_, at) => first + at),
    );
    return {
      rows: [...this.#rows].filter((row) => rows[row]?.some((cell) => cell !== '') === true),
      columns: [...new Set(columns)].filter(isFilled),
    };
  }
}

/**
 * What is hidden in a sheet is read all the same, since a filter that was left on must not lose goods. It is
 * reported, since the person at the sheet did not see it. `nameOf` returns the header's name of a column.
 */
export function hiddenFindings(
  state: SheetState,
  { rows, columns }: HiddenCells,
  nameOf: (column: number) => string,
): OddFinding[] {
  const findings: OddFinding[] = [];
  if (state !== 'visible') {
    const text =
      state === 'hidden'
        ? msg`The sheet is hidden, and is read all the same. Show it, and see whether it belongs to the export.`
        : msg`The sheet is hidden even from the menu that shows hidden sheets, and is read all the same. Show it, and see whether it belongs to the export.`;
    findings.push({ row: 1, column: '', text });
  }
  for (const column of columns) {
    const text = msg`The column is hidden in the sheet, and is read all the same. Show it, and see whether it says what is meant.`;
    findings.push({ row: 1, column: nameOf(column), text });
  }
  const below = rows.filter((row) => row > 0);
  if (below.length > 0) {
    const spans = new RowSpans();
    for (const row of below) spans.add(row + 1);
    const text =
      spans.count === 1
        ? msg`Row ${spans.words} is hidden in the sheet, by hand or by a filter, and read all the same. Show all rows, and see whether they belong to the export.`
        : msg`${spans.count} rows are hidden in the sheet, by hand or by a filter, and read all the same: ${spans.words}. Show all rows, and see whether they belong to the export.`;
    findings.push({ row: spans.first, column: '', text });
  }
  return findings;
}
