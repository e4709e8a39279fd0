/** A seeded source of chance: the same seed gives the same plant, byte for byte. */
export type Chance = {
  /** A whole number from low to high, both included. */
  between: (low: number, high: number) => number;
  /** True in so many of a hundred cases. */
  percent: (share: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
};

/** A multiply-with-shift generator over 32 bits (the construction known as mulberry32). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    percent: (share) => next() * 100 < share,
    pick: (list) => {
      const found = list[between(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
  };
}
