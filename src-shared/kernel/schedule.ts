import { addDays, dayNumber, type Moment, type PlainDate } from './dates.ts';
import { dayIn, timeIn } from './zones.ts';

/** How often something is done by itself. */
export const periods = ['day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

/**
 * When something is done by itself, in the plant's time. `day` is 1 to 7 for Monday to Sunday, or the day of a month, of
 * which a shorter one takes its last; of what is done every day it says nothing. `time` is "HH:MM".
 */
export type Timing = { every: Period; day: number; time: string };

/** What is known of a schedule: since when it is so, and for which time it was done last. */
export type Scheduled = Timing & { since: Moment; lastDue: Moment | null };

/** A month and a day more than any span between two times of a schedule. */
const longestSpan = 33;

/** A clock that was set back by more than this was wrong before, and what it said then holds nothing up. */
const wrongClock: Moment = 2 * 86_400_000_000;

/**
 * For which time something is to be done just now: the last that has come, unless it was done for it, or was set up
 * later. What was missed while the program did not run is done once, however often it was missed.
 */
export function dueNow(scheduled: Scheduled, zone: string, now: Moment): Moment | undefined {
  const due = lastTime(scheduled, zone, now);
  const after = (known: Moment | null): boolean => known === null || due > known || known > now + wrongClock;
  return after(scheduled.since) && after(scheduled.lastDue) ? due : undefined;
}

/** The last time that has come, that very moment included. */
export function lastTime(timing: Timing, zone: string, now: Moment): Moment {
  const today = dayIn(zone, now / 1000);
  for (let back = 0; back <= longestSpan; back += 1) {
    const day = addDays(today, -back);
    if (!isDayOf(timing, day)) continue;
    const at = momentOn(timing, zone, day);
    if (at <= now) return at;
  }
  throw new RangeError(`no day of a schedule: ${timing.every} ${timing.day}`);
}

/** The first time that is still to come. */
export function nextTime(timing: Timing, zone: string, now: Moment): Moment {
  const today = dayIn(zone, now / 1000);
  for (let ahead = 0; ahead <= longestSpan; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isDayOf(timing, day)) continue;
    const at = momentOn(timing, zone, day);
    if (at > now) return at;
  }
  throw new RangeError(`no day of a schedule: ${timing.every} ${timing.day}`);
}

const momentOn = ({ time }: Timing, zone: string, day: PlainDate): Moment => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return timeIn(zone, day, hours * 60 + minutes) * 1000;
};

function isDayOf({ every, day }: Timing, date: PlainDate): boolean {
  if (every === 'day') return true;
  // 1 January 1970 was a Thursday.
  if (every === 'week') return (((dayNumber(date) ?? 0) + 3) % 7) + 1 === day;
  const own = Number(date.slice(8));
  return own === day || (own < day && addDays(date, 1).endsWith('-01'));
}
