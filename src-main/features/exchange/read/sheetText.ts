import type { ColumnType } from '#shared/exchange/columns.ts';
import { CellFault } from './faults.ts';

/** A cell of a workbook that is not plain text. `numberFormat` is what the sheet shows a number by, `shown` what stands for a cell that cannot be read. */
export type SheetCell =
  | { kind: 'number'; value: number; numberFormat: string }
  | { kind: 'date'; value: Date }
  | { kind: 'unusable'; why: string; shown: string };

export const isSheetCell = (cell: unknown): cell is SheetCell => typeof cell === 'object' && cell !== null;

const asText = 'Format the cell as text and type it again';

/** Formats that show a whole number as its digits. With any other, the sheet shows something else than the number. */
const plainFormats = ['General', '0', '@', ''];

/**
 * The text a CSV file would hold for the cell, so that one way of reading serves both.
 * A fault where the sheet may have changed what was meant: leading zeros, times without a zone, results of formulas.
 */
export function sheetText(cell: SheetCell, type: ColumnType): string | CellFault {
  switch (cell.kind) {
    case 'unusable':
      return new CellFault(cell.why);
    case 'date':
      return dateText(cell.value, type);
    case 'number':
      return numberText(cell, type);
  }
}

/** What the cell holds, for a person to recognise it. */
export function shownText(cell: SheetCell): string {
  switch (cell.kind) {
    case 'unusable':
      return cell.shown;
    case 'date':
      return Number.isNaN(cell.value.getTime()) ? '' : cell.value.toISOString().replace(/(?:T00:00:00)?\.000Z$/, '');
    case 'number':
      return String(cell.value);
  }
}

function dateText(value: Date, type: ColumnType): string | CellFault {
  if (type === 'time')
    return new CellFault(
      'A date cell has no offset from UTC. Write the time as text, such as 2026-01-31T08:00:00+01:00.',
    );
  if (type !== 'date') return new CellFault(`The sheet made a date of this cell. ${asText}.`);
  if (Number.isNaN(value.getTime()))
    return new CellFault('This is no calendar date. Write it as text, such as 2026-01-31.');
  if (value.getTime() % 86_400_000 !== 0)
    return new CellFault('The date has a time of day. Write the date alone, such as 2026-01-31.');
  return value.toISOString().slice(0, 10);
}

function numberText(cell: { value: number; numberFormat: string }, type: ColumnType): string | CellFault {
  switch (type) {
    case 'days':
    case 'cost':
    case 'quantity':
      return String(cell.value);
    case 'date':
      return new CellFault(
        'The date is stored as a number. Format the cell as a date, or write it as text such as 2026-01-31.',
      );
    case 'time':
      return new CellFault('The time is stored as a number. Write it as text, such as 2026-01-31T08:00:00+01:00.');
    default:
      if (!Number.isSafeInteger(cell.value))
        return new CellFault(`The sheet made a number of this cell and may have changed it. ${asText}.`);
      if (!plainFormats.includes(cell.numberFormat))
        return new CellFault(`The sheet shows this number in another form than it stores. ${asText}.`);
      return String(cell.value);
  }
}
