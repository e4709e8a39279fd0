import { useSyncExternalStore } from 'react';
import type { CellText, Correction } from '#shared/exchange/contract.ts';

/** A cell that was typed over: what the file holds, and what it should. */
export type MendedCell = CellText & { value: string };
type Cell = Pick<CellText, 'file' | 'row' | 'column'>;

/** By cell, in the order they were typed. Kept outside the screen, which may be left and opened again. */
let cells: ReadonlyMap<string, MendedCell> = new Map();
const listeners = new Set<() => void>();

const keyOf = ({ file, row, column }: Cell): string => [row, file, column].join('\u0000');

function change(next: ReadonlyMap<string, MendedCell>): void {
  cells = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type MendedCells = {
  all: readonly MendedCell[];
  typedIn: (cell: Cell) => string | undefined;
  /** Types over a cell; the text that it holds takes that back. */
  type: (held: CellText, value: string) => void;
};

/** What was typed over cells of the files at hand. */
export function useMendedCells(): MendedCells {
  const now = useSyncExternalStore(subscribe, () => cells);
  return { all: [...now.values()], typedIn: (cell) => now.get(keyOf(cell))?.value, type };
}

function type(held: CellText, value: string): void {
  const next = new Map(cells);
  if (value === held.text) next.delete(keyOf(held));
  else next.set(keyOf(held), { ...held, value });
  change(next);
}

/** Other files are at hand. */
export const forgetMendedCells = (): void => change(new Map());

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
