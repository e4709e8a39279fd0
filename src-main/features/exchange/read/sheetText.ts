import type { ColumnType } from '#shared/exchange/columns.ts';
import { dateFormatIssue, textShownBy } from '#shared/exchange/formatCodes.ts';
import { shownFigure } from '#shared/exchange/shownFigures.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { costDecimals, quantityDecimals } from '#shared/kernel/quantity.ts';
import { CellIssue, quote } from './faults.ts';
import type { OddSaying } from './oddCells.ts';

/**
 * A cell of a workbook that is not plain text. `numberFormat` is the format the sheet shows it by, `shown` the text
 * in place of a cell that cannot be read, `marks` how else its display differs from its content.
 */
export type SheetCell = { marks?: readonly CellMark[] } & (
  | { kind: 'number'; value: number; numberFormat: string }
  /** A number whose display the workbook does not define: `date` is the day it may mean. */
  | { kind: 'unsaid'; value: number; date: Date }
  | { kind: 'date'; value: Date; numberFormat: string }
  /** A text with a format that shows another one, or with marks. */
  | { kind: 'text'; value: string; numberFormat: string }
  | { kind: 'unusable'; why: Message; shown: string }
);

/**
 * All of a cell or a part of it is struck through, a part of its text stands higher or lower than the rest, or its letters
 * have the colour of the cell or are too small to be seen.
 */
export type CellMark = 'struck' | 'raised' | 'unseen';

/** The text of a cell; `odd` explains why the person who made the sheet may have seen something else. */
export type SheetReading = { text: string; odd?: readonly OddSaying[] } | CellIssue;

export const isSheetCell = (cell: unknown): cell is SheetCell => typeof cell === 'object' && cell !== null;

/** Formats that show a whole number as its digits. With any other, the sheet shows something else than the number. */
const plainFormats = ['General', '0', '@', ''];

/** A spreadsheet keeps and shows 15 significant digits: an identifier with more may have been another one. */
const keptDigits = 15;
const firstRounded = 10 ** keptDigits;

/**
 * The text a CSV file would hold for the cell, so that one way of reading serves both.
 * A fault where the sheet may have changed what was meant: leading zeros, times without a zone, results of formulas.
 */
export function sheetText(cell: SheetCell, type: ColumnType): SheetReading {
  const reading = readingOf(cell, type);
  if (cell.marks === undefined || reading instanceof CellIssue) return reading;
  const shown = cell.marks.filter((mark) => mark !== 'raised' || type === 'code');
  return { text: reading.text, odd: [...(reading.odd ?? []), ...shown.map((mark) => markMessages[mark])] };
}

const markMessages: Record<CellMark, OddSaying> = {
  struck: (text, rows) =>
    msg`“${text}” is struck through in the sheet, all of it or a part, and is read all the same. Clear the cell if that no longer holds${rows}.`,
  unseen: (text, rows) =>
    msg`“${text}” is not to be seen in the sheet, since its letters have the colour of the cell or are tiny, and is read all the same. Show it, and see whether it says what is meant${rows}.`,
  raised: (text, rows) =>
    msg`“${text}” has a part that the sheet shows higher or lower, such as the sign of a footnote, and is read with it. Take that out if it is no part of the code${rows}.`,
};

function readingOf(cell: SheetCell, type: ColumnType): SheetReading {
  switch (cell.kind) {
    case 'unusable':
      return new CellIssue(cell.why);
    case 'text':
      return textReading(cell);
    case 'date':
      return dateReading(cell, type);
    case 'number':
      return numberReading(cell, type);
    case 'unsaid':
      return unsaidReading(cell, type);
  }
}

/** What the cell holds, for a person to recognise it. */
export function shownText(cell: SheetCell): string {
  switch (cell.kind) {
    case 'unusable':
      return cell.shown;
    case 'text':
      return cell.value;
    case 'date':
      return Number.isNaN(cell.value.getTime()) ? '' : cell.value.toISOString().replace(/(?:T00:00:00)?\.000Z$/, '');
    case 'number':
    case 'unsaid':
      return String(cell.value);
  }
}

function dateText(value: Date, type: ColumnType): string | CellIssue {
  if (type === 'time')
    return new CellIssue(
      msg`A date cell has no offset from UTC. Write the time as text, such as 2026-01-31T08:00:00+01:00.`,
    );
  if (type !== 'date')
    return new CellIssue(msg`The sheet made a date of this cell. Format the cell as text and type it again.`);
  if (Number.isNaN(value.getTime()))
    return new CellIssue(msg`This is no calendar date. Write it as text, such as 2026-01-31.`);
  if (value.getTime() % 86_400_000 !== 0)
    return new CellIssue(msg`The date has a time of day. Write the date alone, such as 2026-01-31.`);
  return value.toISOString().slice(0, 10);
}

function dateReading({ value, numberFormat }: { value: Date; numberFormat: string }, type: ColumnType): SheetReading {
  const text = dateText(value, type);
  if (text instanceof CellIssue) return text;
  const issue = dateFormatIssue(numberFormat);
  // A third of March is one in every order.
  if (issue === undefined || (issue === 'order' && text.slice(5, 7) === text.slice(8))) return { text };
  const format = quote(numberFormat);
  const odd: OddSaying =
    issue === 'part'
      ? (quoted, rows) =>
          msg`“${quoted}” is read of a date of which the sheet shows a part only, by the format ${format}. Give the column a format with day, month and year, and see whether it is the right day${rows}.`
      : (quoted, rows) =>
          msg`“${quoted}” is read of a date of which the sheet shows day, month and year in an unusual order, by the format ${format}. Give the column a format with day, month and year, and see whether it is the right day${rows}.`;
  return { text, odd: [odd] };
}

/** Of a text a format shows what comes before and behind it, or nothing. */
function textReading({ value, numberFormat }: { value: string; numberFormat: string }): SheetReading {
  const shown = textShownBy(value, numberFormat).trim();
  if (shown === value.trim()) return { text: value };
  const format = quote(numberFormat);
  const odd: OddSaying =
    shown === ''
      ? (quoted, rows) =>
          msg`“${quoted}” is held by a cell in which the sheet shows nothing, by the format ${format}. See which of the two is meant, and type it into a cell with the format Text${rows}.`
      : (quoted, rows) =>
          msg`“${quoted}” is held by a cell in which the sheet shows “${quote(shown)}”, by the format ${format}. See which of the two is meant, and type it into a cell with the format Text${rows}.`;
  return { text: value, odd: [odd] };
}

const figures: readonly ColumnType[] = ['days', 'cost', 'quantity'];

function numberReading(cell: { value: number; numberFormat: string }, type: ColumnType): SheetReading {
  const text = numberText(cell, type);
  if (text instanceof CellIssue) return text;
  if (!figures.includes(type)) return { text };
  const shown = shownFigure(cell.value, cell.numberFormat);
  if (Number(shown) === Number(cell.value.toPrecision(keptDigits))) return { text };
  const format = quote(cell.numberFormat);
  const odd: OddSaying =
    shown === ''
      ? (quoted, rows) =>
          msg`“${quoted}” is held by a cell in which the sheet shows no figure, by the format ${format}. Give the column a format that shows the figure as it is, and see whether it is the right one${rows}.`
      : (quoted, rows) =>
          msg`“${quoted}” is held by a cell in which the sheet shows ${shown}, by the format ${format}. Give the column a format that shows the figure as it is, and see whether it is the right one${rows}.`;
  return { text, odd: [odd] };
}

/** The first and the last day that a number may be meant as: others are far from any plant. */
const [firstDay, lastDay] = [Date.UTC(1990, 0), Date.UTC(2100, 0)];

/** By its value: a date where the column needs one and the number is one of our time, else the number. */
function unsaidReading({ value, date }: { value: number; date: Date }, type: ColumnType): SheetReading {
  const mayBeDate = Number.isInteger(value) && date.getTime() >= firstDay && date.getTime() < lastDay;
  const day = mayBeDate ? date.toISOString().slice(0, 10) : '';
  const text = type === 'date' && mayBeDate ? day : numberText({ value, numberFormat: '' }, type);
  if (text instanceof CellIssue) return text;
  if (figures.includes(type) && !mayBeDate) return { text };
  const other =
    type === 'date'
      ? msg`the number ${value}`
      : mayBeDate
        ? msg`the date ${day}`
        : msg`another one with zeros before it`;
  const odd: OddSaying = (quoted, rows) =>
    msg`“${quoted}” is read of a number of which the workbook does not say how it is shown: it may be ${other}. Save the workbook again in a spreadsheet, and see what it shows${rows}.`;
  return { text, odd: [odd] };
}

function numberText(cell: { value: number; numberFormat: string }, type: ColumnType): string | CellIssue {
  switch (type) {
    case 'days':
      return figureText(cell.value, 0);
    case 'cost':
      return figureText(cell.value, costDecimals);
    case 'quantity':
      return figureText(cell.value, quantityDecimals);
    case 'date':
      return new CellIssue(
        msg`The date is stored as a number. Format the cell as a date, or write it as text such as 2026-01-31.`,
      );
    case 'time':
      return new CellIssue(msg`The time is stored as a number. Write it as text, such as 2026-01-31T08:00:00+01:00.`);
    default:
      if (!Number.isInteger(cell.value) || Math.abs(cell.value) >= firstRounded)
        return new CellIssue(
          msg`The sheet made a number of this cell and may have changed it. Format the cell as text and type it again.`,
        );
      if (!plainFormats.includes(cell.numberFormat))
        return new CellIssue(
          msg`The sheet shows this number in another form than it stores. Format the cell as text and type it again.`,
        );
      return String(cell.value);
  }
}

/**
 * A figure as the sheet shows it. What a double holds beyond 15 digits mostly is noise of the arithmetic; a figure
 * whose decimals the column could hold is left whole, so that nothing is rounded without a word.
 */
function figureText(value: number, decimals: number): string {
  const shown = Number(value.toPrecision(keptDigits));
  return String(Number(value.toFixed(decimals)) === shown ? shown : value);
}
