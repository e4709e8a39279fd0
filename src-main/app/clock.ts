import type { Moment } from '#shared/kernel/dates.ts';

/** The source of time; tests pass in their own. */
export type Clock = { now(): Moment; offsetMinutes(at: Moment): number };

const startedAt = performance.timeOrigin;

/** The computer's clock, in microseconds. */
export const systemClock: Clock = {
  // performance.now() alone would drift from a clock that was set; Date.now() alone has only milliseconds.
  now: () => {
    const wall = Date.now();
    const fine = startedAt + performance.now();
    return Math.round((Math.abs(fine - wall) < 5 ? fine : wall) * 1000);
  },
  offsetMinutes: (at) => 0 - new Date(at / 1000).getTimezoneOffset(),
};
