import { z } from 'zod';
import { type Draft, useDraft } from '#renderer/client/index.ts';
import type { CellText, Correction, EarlierRow, UnfitCell } from '#shared/exchange/contract.ts';

/** A cell that was typed over: what the file holds, and what it should. */
export type MendedCell = CellText & { value: string };
/** One that no longer fits: what the file holds by now, null where there is no such cell. */
export type UnfitMended = MendedCell & { now: string | null };
/** One that was typed over for an earlier import of the same row. */
export type EarlierCell = MendedCell & Pick<EarlierRow, 'at' | 'by' | 'reason'>;
type Cell = Pick<CellText, 'file' | 'row' | 'column'>;

const text = z.string();
const mendedCells = z.array(z.object({ file: text, row: z.number(), column: text, text, value: text }));
const none: MendedCell[] = [];

const keyOf = ({ file, row, column }: Cell): string => [row, file, column].join('\u0000');

/** A row of a file by one name. */
export const rowName = ({ file, row }: Pick<Cell, 'file' | 'row'>): string => `${row} ${file}`;

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
  /** Types over several cells, and answers what the host is to try then. */
  typeAll: (cells: readonly MendedCell[]) => readonly Correction[];
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

  function typeAll(cells: readonly MendedCell[]): readonly Correction[] {
    const next = new Map(draft.value.map((one) => [keyOf(one), one]));
    for (const { file, row, column, text: held, value } of cells)
      if (value === held) next.delete(keyOf({ file, row, column }));
      else next.set(keyOf({ file, row, column }), { file, row, column, text: held, value });
    draft.set([...next.values()]);
    return [...next.values()].map(correctionOf);
  }

  return {
    all,
    unfit,
    waiting: known === undefined ? draft.value.length : 0,
    corrections: draft.value.map(correctionOf),
    typedIn: (cell) => typed.get(keyOf(cell)),
    type: (held, value) => void typeAll([{ ...held, value }]),
    typeAll,
    forget: () => draft.set(draft.value.filter(isUnfit)),
    forgetUnfit: () => draft.set(draft.value.filter((cell) => !isUnfit(cell))),
    draft,
  };
}

const correctionOf = ({ file, row, column, text: held, value }: MendedCell): Correction => ({
  file,
  row,
  column,
  value,
  held,
});

/** The cells of rows that were imported before corrected, but for those that hold the same again. */
export const cellsOfEarlier = (rows: readonly EarlierRow[], typedIn: MendedCells['typedIn']): EarlierCell[] =>
  rows.flatMap(({ file, row, cells, ...when }) =>
    cells
      .map(({ column, held, value }) => ({ file, row, column, text: held, value, ...when }))
      .filter((cell) => typedIn(cell) !== cell.value),
  );

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
