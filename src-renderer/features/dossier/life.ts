import { parseQuantity } from '#shared/kernel/quantity.ts';
import { type StatusLetter, statusLetters } from '#shared/lots/vocabulary.ts';
import type { Movements, UnitPage } from './dossier.hooks.ts';

/** How much lay in the plant by status from one moment to the next, in millionths. */
export type Spell = { from: number; until: number; lying: Readonly<Record<StatusLetter, bigint>> };

type Row = Pick<Movements['rows'][number], 'at' | 'quantity' | 'from' | 'to' | 'statusFrom' | 'status'>;

/**
 * The life of goods as spells between their movements, the oldest first, told backwards from what lies here now.
 * `movements` are the newest ones, newest first; `isWhole` says whether they are all. Nothing where what lies here does
 * not follow from them, as with goods that got their lot later: half a life would be a wrong one.
 */
export function lifeOf(stock: UnitPage['stock'], movements: readonly Row[], isWhole: boolean, now: number): Spell[] {
  const lying = { A: 0n, Q: 0n, R: 0n };
  const add = (status: string, quantity: bigint): void => {
    const letter = statusLetters.find((one) => status.startsWith(one));
    if (letter !== undefined) lying[letter] += quantity;
  };
  for (const { status, quantity } of stock) add(status, parseQuantity(quantity) ?? 0n);
  const spells: Spell[] = [];
  let until = now;
  // What is of one time is one step, whatever the order of its rows.
  for (const [at, rows] of Map.groupBy(movements, (row) => Date.parse(row.at))) {
    if (statusLetters.some((letter) => lying[letter] < 0n)) return [];
    const [next] = spells;
    // What only went from one location to another is no other spell.
    if (next !== undefined && statusLetters.every((letter) => next.lying[letter] === lying[letter])) next.from = at;
    else if (at < until) spells.unshift({ from: at, until, lying: { ...lying } });
    until = at;
    for (const { from, to, statusFrom, status, quantity } of rows) {
      const moved = parseQuantity(quantity) ?? 0n;
      if (to !== '') add(status, -moved);
      if (from !== '') add(statusFrom, moved);
    }
  }
  const isExplained = statusLetters.every((letter) => (isWhole ? lying[letter] === 0n : lying[letter] >= 0n));
  const empty = (spell: Spell | undefined): boolean =>
    spell !== undefined && statusLetters.every((letter) => spell.lying[letter] === 0n);
  // Gone is gone: the bar ends with the last of it.
  while (empty(spells.at(-1))) spells.pop();
  return isExplained ? spells : [];
}

/** How much lay there in all. */
export const total = ({ lying }: Spell): bigint => lying.A + lying.Q + lying.R;
