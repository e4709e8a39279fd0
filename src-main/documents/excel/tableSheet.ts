import type { ReportCell, ReportTable } from '#shared/kernel/reportModel.ts';
import { type Formats, misfit } from '../format.ts';
import { isRightAligned } from '../kinds.ts';
import { fill } from '../words.ts';
import { type CellMaker, cellXml, columnLetters, decimalsOf, textCell } from './cells.ts';
import { style } from './styles.ts';

/** A column of a sheet: its header, its width in characters, and what is in it of a row of the report. */
export type SheetColumn = {
  header: string;
  right: boolean;
  width: number;
  /** By unit, so that pieces stay whole numbers beside kilograms. */
  decimals: ReadonlyMap<string, number>;
  index: number;
  part: 'value' | 'unit' | 'word';
};

/** Room for the widest value, and for the header with its filter's arrow as far as it does not wrap. */
const widthOf = (header: string, most: number): number =>
  Math.min(60, Math.max(8, most + 2, Math.min(34, header.length + 4)));

/** The columns of a table's sheet: an amount and its unit are in two, so that amounts can be summed. */
export function sheetColumns(table: ReportTable, formats: Formats): SheetColumn[] {
  return table.columns.flatMap(({ header, kind }, index): SheetColumn[] => {
    let [most, unitMost] = [0, 0];
    const decimals = new Map<string, number>();
    for (const row of table.rows) {
      const cell = row[index] ?? null;
      if (typeof cell === 'string') most = Math.max(most, cell.length);
      else if (typeof cell === 'number') most = Math.max(most, 8, String(cell).length + 2);
      else if (cell !== null) {
        decimals.set(cell.unit, Math.max(decimals.get(cell.unit) ?? 0, decimalsOf(cell.amount)));
        most = Math.max(most, cell.amount.length + 2);
        unitMost = Math.max(unitMost, cell.unit.length);
      }
    }
    if (kind === 'date') most = 10;
    if (kind === 'dateTime') most = 16;
    // Moments are written in one zone, which the header names.
    const shown = kind === 'dateTime' ? `${header} (${formats.zone})` : header;
    const right = isRightAligned(kind);
    const value: SheetColumn = { header: shown, right, width: widthOf(shown, most), decimals, index, part: 'value' };
    if (kind === 'status') {
      const word = fill(formats.words.inWords, { column: header });
      const widest = Math.max(0, ...table.rows.map((row) => wordOf(formats, row[index] ?? null).length));
      return [value, { header: word, right: false, width: widthOf(word, widest), decimals, index, part: 'word' }];
    }
    if (kind !== 'quantity') return [value];
    const unit = fill(formats.words.unitOf, { column: header });
    return [value, { header: unit, right: false, width: widthOf(unit, unitMost), decimals, index, part: 'unit' }];
  });
}

/** A letter is for filters, the word beside it for people. */
const wordOf = (formats: Formats, cell: ReportCell): string =>
  typeof cell === 'string' ? formats.statusWord(cell) : '';

const rowsPerPiece = 500;

type SheetPart = { from: number; to: number; make: CellMaker; formats: Formats; drawn: () => void };

/**
 * The XML of a sheet with rows `from` to `to` of a table, in pieces: a header that stays in sight, with a filter.
 * `drawn` hears of every row.
 */
export function* tableSheet(
  table: ReportTable,
  columns: readonly SheetColumn[],
  { from, to, make, formats, drawn }: SheetPart,
): Generator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const reference = rangeOf(columns.length, to - from);
  yield `${sheetStart(
    reference,
    columns.map(({ width }) => width),
    true,
  )}<sheetData><row r="1">${columns
    .map(({ header, right }, index) =>
      cellXml(`${letters[index]}1`, { text: header, style: right ? style.headerRight : style.header }),
    )
    .join('')}</row>`;
  for (let start = from; start < to; start += rowsPerPiece) {
    let piece = '';
    for (let row = start; row < Math.min(to, start + rowsPerPiece); row += 1) {
      const number = row - from + 2;
      const cells = table.rows[row] ?? [];
      piece += `<row r="${number}">`;
      columns.forEach((column, index) => {
        piece += cellXml(`${letters[index]}${number}`, cellOf(table, column, cells, { make, formats }));
      });
      piece += '</row>';
      drawn();
    }
    yield piece;
  }
  yield `</sheetData><autoFilter ref="${reference}"/>${sheetEnd}`;
}

function cellOf(
  table: ReportTable,
  column: SheetColumn,
  row: readonly ReportCell[],
  { make, formats }: Pick<SheetPart, 'make' | 'formats'>,
) {
  const cell = row[column.index] ?? null;
  const { kind } = table.columns[column.index] ?? misfit('text', column.index);
  if (column.part === 'word') return cell === null ? undefined : textCell(wordOf(formats, cell));
  const unit = typeof cell === 'object' && cell !== null ? cell.unit : undefined;
  if (column.part === 'value') return make(kind, cell, column.decimals.get(unit ?? ''));
  return unit === undefined ? undefined : textCell(unit);
}

/** Where a table with so many columns and rows is, its header among them. */
export const rangeOf = (columns: number, rows: number): string => `A1:${columnLetters(columns - 1)}${rows + 1}`;

/** What comes before the rows of a sheet. */
export function sheetStart(reference: string, widths: readonly number[], frozen: boolean): string {
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${reference}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${frozen ? '' : ' showGridLines="0" tabSelected="1"'}>${frozen ? pane : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
  ].join('');
}

/** What comes after them: printed across one page's width. */
export const sheetEnd =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>';
