/**
 * A moment is a whole number of microseconds since 1970-01-01T00:00:00Z, below 2^52 (year 2112).
 * A plain date is `YYYY-MM-DD` and knows no zone. The contract carries moments as UTC ISO strings.
 */
export type Moment = number;
export type PlainDate = string;

const isoMoment = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})$/;
/** 2^52 µs, the year 2112: up to here sums and differences of moments are exact, as the trace index needs them. */
const momentLimit = 2 ** 52;
const microsPerMinute = 60_000_000;
export const microsPerDay = 86_400_000_000;

/** Years outside this span are typing slips or empty fields read as a date, not records of a plant. */
const firstYear = 1970;
const lastYear = 2199;

/** The day number (days since 1970-01-01) of a real calendar date, else undefined. */
export function dayNumber(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < firstYear || year > lastYear) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const real = new Date(time);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) return undefined;
  return time / 86_400_000;
}

export const isPlainDate = (text: string): boolean => dayNumber(text) !== undefined;

/** Adds whole days to a plain date. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const day = dayNumber(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return new Date((day + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Adds calendar months to a plain date; where the month reached has no such day, it is its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  if (dayNumber(date) === undefined) throw new RangeError(`not a date: ${date}`);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** The last day that is meant: of a month without a day ("2027-03") its last one; undefined for what is no date. */
export function lastDayMeant(text: string): PlainDate | undefined {
  if (isPlainDate(text)) return text;
  const first = `${text}-01`;
  return isPlainDate(first) ? addDays(addMonths(first, 1), -1) : undefined;
}

/** Whole days from one plain date to another; below zero where that comes before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (first === undefined || last === undefined) throw new RangeError(`not dates: ${from}, ${to}`);
  return last - first;
}

/** Reads ISO 8601 with an offset or Z, at most microseconds; undefined for anything else. */
export function parseMoment(text: string): Moment | undefined {
  return parseMomentWithOffset(text)?.moment;
}

/** As parseMoment, with the offset the text was written with, in minutes east of UTC. */
export function parseMomentWithOffset(text: string): { moment: Moment; offsetMinutes: number } | undefined {
  const match = isoMoment.exec(text);
  if (match === null) return undefined;
  const day = dayNumber(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? '0')];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetMinutes = readOffset(match[6] ?? 'Z');
  if (offsetMinutes === undefined) return undefined;
  const fraction = Number((match[5] ?? '').padEnd(6, '0'));
  const moment =
    day * microsPerDay + ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction - offsetMinutes * microsPerMinute;
  return Math.abs(moment) < momentLimit ? { moment, offsetMinutes } : undefined;
}

function readOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 14 || minutes > 59) return undefined;
  const size = hours * 60 + minutes;
  return text.startsWith('-') ? 0 - size : size;
}

/** Writes a moment as UTC ISO text: seconds, then as many decimals as it needs, in threes. */
export function formatMoment(moment: Moment): string {
  const text = new Date(Math.floor(moment / 1000)).toISOString();
  const micros = ((moment % 1_000_000) + 1_000_000) % 1_000_000;
  if (micros === 0) return `${text.slice(0, 19)}Z`;
  return micros % 1000 === 0 ? text : `${text.slice(0, 23)}${String(micros % 1000).padStart(3, '0')}Z`;
}

/** The moment a date begins at an offset from UTC. */
export const startOfDay = (date: PlainDate, offsetMinutes: number): Moment =>
  (dayNumber(date) ?? 0) * microsPerDay - offsetMinutes * microsPerMinute;

/** The beginning of a moment's day. */
export const midnightOf = (moment: Moment, offsetMinutes: number): Moment =>
  Math.floor((moment + offsetMinutes * microsPerMinute) / microsPerDay) * microsPerDay -
  offsetMinutes * microsPerMinute;

/** Whether a moment is the beginning of its day, as programs write a day whose time they do not know. */
export const isMidnight = (moment: Moment, offsetMinutes: number): boolean =>
  moment === midnightOf(moment, offsetMinutes);

/** The latest moment that is meant: of a day without a time its end. */
export const latestMeant = (moment: Moment, offsetMinutes: number): Moment =>
  isMidnight(moment, offsetMinutes) ? moment + microsPerDay - 1 : moment;

/** The plain date of a moment at an offset from UTC. */
export function dateOf(moment: Moment, offsetMinutes = 0): PlainDate {
  const day = Math.floor((Math.floor(moment / 1000) + offsetMinutes * 60_000) / msOfDay);
  // Rows of an import mostly happened on the day of the row before, and writing a date costs more than all else here.
  if (day !== dayWritten.day) dayWritten = { day, date: new Date(day * msOfDay).toISOString().slice(0, 10) };
  return dayWritten.date;
}

const msOfDay = 86_400_000;
let dayWritten: { day: number; date: PlainDate } = { day: 0, date: '1970-01-01' };
