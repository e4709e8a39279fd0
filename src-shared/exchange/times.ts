import { msg } from '#shared/kernel/message.ts';
import { dayNumber, type Moment, parseMomentWithOffset } from '#shared/kernel/dates.ts';
import type { CellSaying } from './rewritten.ts';

/** A time as it was written: the moment, and the offset from UTC in minutes. */
export type WrittenTime = { moment: Moment; offsetMinutes: number };

/** The parts of a date with a time, in the extended or the basic form of ISO 8601, with a blank or a T between. */
const dateAndTime = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:T|\s+)(\d{2})(?::?(\d{2}))(?::?(\d{2})(?:[.,](\d+))?)?\s*(\D.*)?$/i;
/**
 * Z, an offset with or without colon and minutes, and what programs write behind either: the zone's name in brackets
 * (Java), or its letters (Go).
 */
const zone =
  /^(?:(?:z|(?:etc\/)?(?:utc|gmt))|(?:utc|gmt)?([+\u2212-])(\d{2})(?::?(\d{2})(?::?00)?)?(?:\s+[a-z]{2,5})?)(?:\[[^\]]*\])?$/i;
const longestFraction = 6;
const mostOffsetHours = 14;

/** Days, and times as parts of them; a time of day alone is below one. */
const numberedTime = /^(?:[2-7]\d{4}(?:[.,]\d+)?|0?[.,]\d+)$/;

const example = msg`Write it as 2026-01-31T08:00:00+01:00 or 2026-01-31T07:00:00Z.`;

/**
 * Reads a time with an offset the ways programs write it: ISO 8601 (RFC 3339 among it), and as databases print it.
 * What is finer than a microsecond is cut off, so that the order of times stays. Answers why a text is none.
 */
export function readWrittenTime(text: string): WrittenTime | CellSaying {
  const match = dateAndTime.exec(text);
  if (match === null && numberedTime.test(text))
    return (shown) =>
      msg`“${shown}” is no time but the number under which a spreadsheet keeps a day or a time of day. Format the column as text, and write the time again with its day. ${example}`;
  const dayAlone = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (dayAlone !== null)
    return dayNumber(dayAlone.slice(1).join('-')) === undefined
      ? (shown) => msg`“${shown}” is no day of the calendar, and has no time of day. ${example}`
      : (shown) => msg`“${shown}” has no time of day. ${example}`;
  if (match === null) return (shown) => msg`“${shown}” is no time with an offset. ${example}`;
  const [, year, , month, day, hour = '', minute = '', second = '00', fraction = '', written = ''] = match;
  const date = `${year}-${month}-${day}`;
  if (dayNumber(date) === undefined)
    return (shown) => msg`“${shown}” names a day that is in no calendar, or far from any plant. Correct it.`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return (shown) =>
      msg`“${shown}” names an hour, minute or second that no clock shows. Correct it; midnight is 00:00 of the day that begins.`;
  if (written === '')
    return (shown) => msg`“${shown}” has no offset from UTC, so that nobody knows which moment is meant. ${example}`;
  const offset = zone.exec(written);
  if (offset === null)
    return /^[a-z]/i.test(written)
      ? (shown) => msg`“${shown}” names its zone by letters, which can mean several offsets. ${example}`
      : (shown) => msg`“${shown}” has an offset that cannot be read. ${example}`;
  const [, sign, hours = '00', minutes = '00'] = offset;
  if (Number(hours) > mostOffsetHours || Number(minutes) > 59)
    return (shown) => msg`“${shown}” has an offset from UTC that no place on earth has. Correct it.`;
  const offsetText = sign === undefined ? 'Z' : `${sign === '+' ? '+' : '-'}${hours}:${minutes}`;
  const micros = fraction.slice(0, longestFraction).padEnd(longestFraction, '0');
  return (
    parseMomentWithOffset(`${date}T${hour}:${minute}:${second}.${micros}${offsetText}`) ??
    ((shown) => msg`“${shown}” lies outside the years that can be kept, 1970 to 2112. Correct it.`)
  );
}
