import type { Moment } from '#shared/kernel/dates.ts';

/** So many wrong passwords in a row lock an account. */
export const failuresToLock = 5;
const firstLockMinutes = 15;
const microsecondsPerMinute = 60_000_000;
const longestLockMinutes = 24 * 60;

/**
 * Until when an account is locked, given how many wrong passwords came in a row and when the last did; 0 when it is not.
 * Every further series of five doubles the time, up to a day.
 */
export function lockedUntil(failures: number, lastFailureAt: Moment): Moment {
  if (failures < failuresToLock) return 0;
  const series = Math.floor(failures / failuresToLock);
  const minutes = Math.min(firstLockMinutes * 2 ** (series - 1), longestLockMinutes);
  return lastFailureAt + minutes * microsecondsPerMinute;
}
