import { z } from 'zod';
import { type Draft, useDraft } from '#renderer/client/index.ts';
import type { CellText, Correction, UnfitCell } from '#shared/exchange/contract.ts';

/** A cell that was typed over: what the file holds, and what it should. */
export type MendedCell = CellText & { value: string };
/** One that no longer fits: what the file holds by now, null where there is no such cell. */
export type UnfitMended = MendedCell & { now: string | null };
type Cell = Pick<CellText, 'file' | 'row' | 'column'>;

const text = z.string();
const mendedCells = z.array(z.object({ file: text, row: z.number(), column: text, text, value: text }));
const none: MendedCell[] = [];

const keyOf = ({ file, row, column }: Cell): string => [row, file, column].join('\u0000');

export type MendedCells = {
  /** Cells of the files at hand, in the order they were typed. */
  all: readonly MendedCell[];
  /** Those whose cell holds something else in the files at hand than when it was typed over. */
  unfit: readonly UnfitMended[];
  /** How many were typed over before, while no files are at hand. */
  waiting: number;
  /** What the host is to try: everything that was typed. It passes over what does not fit, and says so. */
  corrections: readonly Correction[];
  typedIn: (cell: Cell) => string | undefined;
  /** Types over a cell; the text that it holds takes that back. */
  type: (held: CellText, value: string) => void;
  /** What was typed over cells of the files at hand is forgotten: it was imported. */
  forget: () => void;
  /** What no longer fits is forgotten. */
  forgetUnfit: () => void;
  draft: Pick<Draft<MendedCell[]>, 'restored' | 'clear'>;
};

/** What the last check found in the files at hand; undefined before the first. */
export type Known = { unfit: readonly UnfitCell[] } | undefined;

/**
 * What was typed over cells, kept while it is not imported: over a new choice of files and a restart too. A cell that
 * still holds what it held when it was typed over gets that again, in the same files as in ones exported anew.
 */
export function useMendedCells(known: Known): MendedCells {
  const draft = useDraft('import', none, mendedCells);
  const holds = new Map(known?.unfit.map((cell) => [keyOf(cell), cell.text]));
  /** Typed over since the check, a cell fits again: its text is the one the check told. */
  const isUnfit = (cell: MendedCell): boolean => holds.has(keyOf(cell)) && holds.get(keyOf(cell)) !== cell.text;
  const all = known === undefined ? none : draft.value.filter((cell) => !isUnfit(cell));
  const unfit = draft.value.filter(isUnfit).map((cell) => ({ ...cell, now: holds.get(keyOf(cell)) ?? null }));
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
    unfit,
    waiting: known === undefined ? draft.value.length : 0,
    corrections: draft.value.map((cell) => ({
      file: cell.file,
      row: cell.row,
      column: cell.column,
      value: cell.value,
      held: cell.text,
    })),
    typedIn: (cell) => typed.get(keyOf(cell)),
    type,
    forget: () => draft.set(draft.value.filter(isUnfit)),
    forgetUnfit: () => draft.set(draft.value.filter((cell) => !isUnfit(cell))),
    draft,
  };
}

/** The corrections that a check found to fit: those that are imported. */
export function fitting(corrections: readonly Correction[], unfit: readonly UnfitCell[]): Correction[] {
  const passedOver = new Set(unfit.map(keyOf));
  return corrections.filter((cell) => !passedOver.has(keyOf(cell)));
}

/** Whether two lists correct the same cells in the same way, in whatever order. */
export function areSame(some: readonly Correction[], others: readonly Correction[]): boolean {
  const values = new Map(others.map((cell) => [keyOf(cell), cell]));
  return (
    some.length === others.length &&
    some.every((cell) => {
      const other = values.get(keyOf(cell));
      return other?.value === cell.value && other.held === cell.held;
    })
  );
}

/** What the cell of a row holds, among cells whose texts are known. */
export function heldBy(known: readonly CellText[]): (cell: Cell) => CellText | undefined {
  const texts = new Map(known.map((cell) => [keyOf(cell), cell]));
  return (cell) => texts.get(keyOf(cell));
}
