import { z } from 'zod';
import { type Draft, useDraft } from '#renderer/client/index.ts';
import type { CellText, Correction } from '#shared/exchange/contract.ts';

/** A cell that was typed over: what the file holds, and what it should. */
export type MendedCell = CellText & { value: string };
type Cell = Pick<CellText, 'file' | 'row' | 'column'>;

const text = z.string();
const mendedCells = z.array(z.object({ file: text, row: z.number(), column: text, text, value: text }));
const none: MendedCell[] = [];

const keyOf = ({ file, row, column }: Cell): string => [row, file, column].join('\u0000');

export type MendedCells = {
  /** Cells of the files at hand, in the order they were typed. */
  all: readonly MendedCell[];
  /** How many were typed over before, in files that are not at hand yet. */
  waiting: number;
  typedIn: (cell: Cell) => string | undefined;
  /** Types over a cell; the text that it holds takes that back. */
  type: (held: CellText, value: string) => void;
  /** Other files come to hand: what was typed over cells of these is forgotten. */
  forget: () => void;
  draft: Pick<Draft<MendedCell[]>, 'restored' | 'clear'>;
};

/** What is known of the files at hand: cells and what they hold, and what the last check corrected. */
export type Known = { cells: readonly CellText[]; corrections: readonly Correction[] };

/**
 * What was typed over cells of the files at hand, kept while it is not imported. After a restart the files are no
 * longer at hand: chosen again, a cell that still holds what it held gets back what was typed over it.
 */
export function useMendedCells({ cells, corrections }: Known): MendedCells {
  const draft = useDraft('import', none, mendedCells);
  const heldIn = heldBy(cells);
  const corrected = new Set(corrections.map(keyOf));
  const isAtHand = (cell: MendedCell): boolean => corrected.has(keyOf(cell)) || heldIn(cell)?.text === cell.text;
  const all = draft.value.filter(isAtHand);
  const others = draft.value.filter((cell) => !isAtHand(cell));
  const typed = new Map(all.map((cell) => [keyOf(cell), cell.value]));

  function type(held: CellText, value: string): void {
    const cell = { file: held.file, row: held.row, column: held.column, text: held.text, value };
    const next = new Map(draft.value.map((one) => [keyOf(one), one]));
    if (value === held.text) next.delete(keyOf(held));
    else next.set(keyOf(held), cell);
    draft.set([...next.values()]);
  }

  return {
    all,
    waiting: others.length,
    typedIn: (cell) => typed.get(keyOf(cell)),
    type,
    forget: () => draft.set(others),
    draft,
  };
}

export const correctionsOf = (mended: readonly MendedCell[]): readonly Correction[] =>
  mended.map(({ file, row, column, value }) => ({ file, row, column, value }));

/** Whether two lists correct the same cells in the same way, in whatever order. */
export function areSame(some: readonly Correction[], others: readonly Correction[]): boolean {
  const values = new Map(others.map((cell) => [keyOf(cell), cell.value]));
  return some.length === others.length && some.every((cell) => values.get(keyOf(cell)) === cell.value);
}

/** What the cell of a row holds, among cells whose texts are known. */
export function heldBy(known: readonly CellText[]): (cell: Cell) => CellText | undefined {
  const texts = new Map(known.map((cell) => [keyOf(cell), cell]));
  return (cell) => texts.get(keyOf(cell));
}
