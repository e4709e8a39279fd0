import { fold } from '#shared/kernel/fold.ts';

/**
 * Which of some names is meant by the letters typed so far, in any letter case and without accents: the next that begins
 * with them, round and round. The same letter again goes on to the next that begins with it.
 * @param at which one the focus is on; -1 for none
 * @returns -1 where none begins so
 */
export function nameTyped(names: readonly string[], typed: string, at: number): number {
  const letters = fold(typed);
  const [first = ''] = letters;
  if (first === '') return -1;
  const isOneLetter = [...letters].every((letter) => letter === first);
  const sought = isOneLetter ? first : letters;
  const from = isOneLetter ? at + 1 : Math.max(at, 0);
  const places = names.map((_, index) => (from + index) % names.length);
  return places.find((place) => fold(names[place] ?? '').startsWith(sought)) ?? -1;
}

/** Where an arrow, Home or End leads from one of so many; -1 for any other key. */
export function placeByKey(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
