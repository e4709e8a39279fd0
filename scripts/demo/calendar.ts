import { addDays, dayNumber } from '#shared/kernel/dates.ts';

/** A moment of the plant in its local time: a plain date and minutes since midnight. */
export type LocalTime = { date: string; minute: number };

/** Minutes since midnight of a clock time such as "07:30". */
export const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** 0 for Monday … 6 for Sunday. */
export const weekday = (date: string): number => (dayOf(date) + 3) % 7;

export const isWorkday = (date: string): boolean => weekday(date) < 5;

export const daysBetween = (first: string, second: string): number => dayOf(second) - dayOf(first);

/** The working day so many working days after a date. */
export function workdaysAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** All working days from first to last, both included. */
export function workdays(first: string, last: string): string[] {
  const found: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkday(day)) found.push(day);
  return found;
}

/** ISO 8601 with the plant's offset: central European time, summer time from 29 March 2026. */
export function isoText({ date, minute }: LocalTime): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:00${date < '2026-03-29' ? '+01:00' : '+02:00'}`;
}

function dayOf(date: string): number {
  const day = dayNumber(date);
  if (day === undefined) throw new RangeError(`not a date: ${date}`);
  return day;
}
