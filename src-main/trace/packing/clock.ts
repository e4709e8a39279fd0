/**
 * How the moments of the compacted edges are kept: as whole ticks from the earliest (downstream) or back from
 * the latest (upstream), in 4 bytes where they fit and 5, 6 or 8 where not. Exact in every case.
 */
export type Clock = {
  readonly first: number;
  readonly last: number;
  /** Microseconds a tick: the coarsest of second, millisecond, microsecond that all moments are multiples of. */
  readonly tick: number;
};

/** Moments are µs since 1970 within ±2^52 (the years 1827 to 2112), so that the distance of any two is exact. */
export const farthestMoment = 2 ** 52;

export const isMoment = (at: number): boolean => Number.isInteger(at) && Math.abs(at) <= farthestMoment;

const ticks = [1_000_000, 1_000, 1] as const;

/** The clock that holds every moment of `at[0 .. count)` and of `known`. RangeError when one is no moment. */
export function clockFor(at: Float64Array, count: number, known?: Clock): Clock {
  let first = known?.first ?? Number.POSITIVE_INFINITY;
  let last = known?.last ?? Number.NEGATIVE_INFINITY;
  let level =
    known === undefined
      ? 0
      : Math.max(
          0,
          ticks.findIndex((tick) => tick === known.tick),
        );
  for (let i = 0; i < count; i++) {
    const moment = at[i]!;
    if (!isMoment(moment)) throw new RangeError(`not a moment: ${moment}`);
    if (moment < first) first = moment;
    if (moment > last) last = moment;
    // Products of safe integers below 2^53 are exact, so this is the test for a multiple.
    while (level < 2 && Math.floor(moment / ticks[level]!) * ticks[level]! !== moment) level++;
  }
  return first > last ? { first: 0, last: 0, tick: 1_000_000 } : { first, last, tick: ticks[level]! };
}

/** How many values the low part of a tick count has: 1 when the high part of 32 bits holds it all. */
export function radixOf(clock: Clock): number {
  const range = (clock.last - clock.first) / clock.tick;
  if (range < 2 ** 32) return 1;
  if (range < 2 ** 40) return 2 ** 8;
  return range < 2 ** 48 ? 2 ** 16 : 2 ** 32;
}
