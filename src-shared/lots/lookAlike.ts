/**
 * What is left of a name when all is taken away that people mistake when they read or type it: case, blanks, O and 0,
 * and I, l and 1. Two names of which the same is left look alike.
 */
export const looksOf = (name: string): string =>
  name.toLowerCase().replace(/\s+/gu, '').replace(/o/g, '0').replace(/[il]/g, '1');
