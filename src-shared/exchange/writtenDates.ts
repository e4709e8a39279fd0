import { msg } from '#shared/kernel/message.ts';
import type { CellSaying } from './rewritten.ts';

/** Days as spreadsheets number them, from 1899-12-30: those of our time have five digits. */
const numberedDay = /^([2-7]\d{4})(?:[.,]\d+)?$/;
const dayZero = Date.UTC(1899, 11, 30);
const msOfDay = 86_400_000;

/** The first days of calendars that programs count from: an empty field reads as one of them. */
const emptyDate =
  /^(?:0+|0{4}-0{2}-0{2}|0001-01-01|1601-01-01|1753-01-01|1899-12-3[01]|1900-01-0[01]|1904-01-01|1969-12-31)(?:[T ]0?0:00.*)?$/;

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
  return (shown) => msg`“${shown}” is no calendar date. Write it as YYYY-MM-DD, such as 2026-01-31.`;
}
