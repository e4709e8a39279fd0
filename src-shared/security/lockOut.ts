import type { Moment } from '#shared/kernel/dates.ts';

/** So many wrong passwords in a row lock an account. */
export const failuresToLock = 5;
/** So many may be tried at once, so that they lock the account when all are wrong; one always, where it is not locked. */
export const guessesAtOnce = (failures: number): number => Math.max(1, failuresToLock - failures);
const firstLockMinutes = 15;
const microsecondsPerMinute = 60_000_000;
const longestLockMinutes = 24 * 60;
/** Whoever else could let people in is locked out too: then nobody's guesses may keep the last one out for long. */
export const shortLockMinutes = 1;

/**
 * Until when an account is locked, given how many wrong passwords came in a row and when the last did; 0 when it is not.
 * Every further series of five doubles the time, up to a day, or the longest that is given.
 */
export function lockedUntil(failures: number, lastFailureAt: Moment, longestMinutes = longestLockMinutes): Moment {
  if (failures < failuresToLock) return 0;
  const series = Math.floor(failures / failuresToLock);
  const minutes = Math.min(firstLockMinutes * 2 ** (series - 1), longestMinutes);
  return lastFailureAt + minutes * microsecondsPerMinute;
}
