import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { CellSaying } from './rewritten.ts';

/** Days as spreadsheets number them, from 1899-12-30: those of our time have five digits. */
const numberedDay = /^([2-7]\d{4})(?:[.,]\d+)?$/;
const dayZero = Date.UTC(1899, 11, 30);
const msOfDay = 86_400_000;

/** The first days of calendars that programs count from: an empty field reads as one of them. */
const emptyDate =
  /^(?:0+|0{4}-0{2}-0{2}|0001-01-01|1601-01-01|1753-01-01|1899-12-3[01]|1900-01-0[01]|1904-01-01|1969-12-31)(?:[T ]0?0:00.*)?$/;

/** A date in the orders of programs: a year first or last, the signs between its parts alike or none. */
const dateOfAnyYear =
  /^(?:(?<year>\d{4})(?<sign>[-/.]?)(?<first>\d{2})\k<sign>(?<second>\d{2})|(?<one>\d{2})(?<mark>[-/.])(?<other>\d{2})\k<mark>(?<last>\d{4}))(?:[T ]\d.*)?$/;

/** Days of a year behind all use that programs write for one that never comes. */
const neverDays = /^(?:1231|3112|1230|3012|0101)$/;
const firstYearWithoutUse = 2200;

const asBlank = msg`A date that the store has, or that follows from the product, stands.`;

/**
 * The message about a text by which a program writes that there is no date, `rows` after the last word: one that
 * never comes, such as 9999-12-31, and all zeros. Undefined for anything else: a year that was mistyped is no such text.
 */
export function noDateSaying(text: string): ((text: string, rows: MessageValue) => Message) | undefined {
  const { year, first, second, one, other, last } = dateOfAnyYear.exec(text)?.groups ?? {};
  const [number, day] = [Number(year ?? last), `${first ?? one}${second ?? other}`];
  if (Number.isNaN(number)) return undefined;
  if (number === 0 && day === '0000')
    return (shown, rows) =>
      msg`“${shown}” is how programs write that there is no date. It is read as a blank cell${rows}. ${asBlank}`;
  const isNever = number === 9999 || day === '9999' || (number >= firstYearWithoutUse && neverDays.test(day));
  if (!isNever) return undefined;
  return (shown, rows) =>
    msg`“${shown}” is how programs write a day that never comes. It is read as a blank cell${rows}. ${asBlank}`;
}

/** Why a text is no date, and what to do. */
export function writtenDateIssue(text: string): CellSaying {
  const [, day] = numberedDay.exec(text) ?? [];
  if (day !== undefined) {
    const meant = new Date(dayZero + Number(day) * msOfDay).toISOString().slice(0, 10);
    return (shown) =>
      msg`“${shown}” is the number under which a spreadsheet keeps a day, mostly ${meant}. Format the column as dates, and export it again as YYYY-MM-DD.`;
  }
  if (emptyDate.test(text))
    return (shown) =>
      msg`“${shown}” is what a program makes of an empty date. Leave the cell blank, or write the day as YYYY-MM-DD, such as 2026-01-31.`;
  if (isFarOff(text))
    return (shown) => msg`“${shown}” lies outside the years that can be kept, 1970 to 2199. Correct its year.`;
  return (shown) => msg`“${shown}” is no calendar date. Write it as YYYY-MM-DD, such as 2026-01-31.`;
}

/** Whether a date of the calendar lies in a year that no plant means. */
function isFarOff(text: string): boolean {
  const day = /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
