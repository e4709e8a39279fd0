import type { Moment } from '#shared/kernel/dates.ts';

/** The source of time; tests pass in their own. `elapsed` counts on, in microseconds, whatever the clock is set to. */
export type Clock = { now(): Moment; elapsed(): number; offsetMinutes(at: Moment): number };

/** A point in time by both clocks. */
export type Instant = { now: Moment; elapsed: number };
export const instantOf = (clock: Clock): Instant => ({ now: clock.now(), elapsed: clock.elapsed() });

/**
 * The microseconds between two instants, by the clock that says more: one may be set back, the other may stand still
 * while the computer sleeps.
 */
export const timeBetween = (from: Instant, to: Instant): number =>
  Math.max(to.now - from.now, to.elapsed - from.elapsed);

const startedAt = performance.timeOrigin;

/** The computer's clock, in microseconds. */
export const systemClock: Clock = {
  // performance.now() alone would drift from a clock that was set; Date.now() alone has only milliseconds.
  now: () => {
    const wall = Date.now();
    const fine = startedAt + performance.now();
    return Math.round((Math.abs(fine - wall) < 5 ? fine : wall) * 1000);
  },
  elapsed: () => Number(process.hrtime.bigint() / 1000n),
  offsetMinutes: (at) => 0 - new Date(at / 1000).getTimezoneOffset(),
};
