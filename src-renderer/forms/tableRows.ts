import type { TFunction } from 'i18next';
import type { AnyColumn } from '#renderer/components/grid/cells.ts';
import type { GridRows } from '#renderer/components/grid/edits.ts';
import type { TableRead } from '#shared/exchange/vocabulary.ts';
import type { Message } from '#shared/kernel/message.ts';
import type { Fault, Faults } from './faults.ts';

/** The texts of a row by the names of the columns they go to. */
export type RowTexts = Readonly<Record<string, string>>;
type Understood = {
  columns: readonly (string | undefined)[];
  leftOut: readonly string[];
  rows: readonly { texts: RowTexts }[];
};

/** How rows are read of a workbook (`into` says it to the host) and of a table that is pasted. */
export type TableOfRows = {
  into: TableRead;
  read: (block: readonly (readonly string[])[]) => Understood | undefined;
};

export const rowsIn = (rows: readonly RowTexts[], columns: readonly AnyColumn[]): GridRows =>
  rows.map((texts) => columns.map(({ name }) => texts[name] ?? ''));

/** Faults by the places of their rows. */
export function faultsByRow(
  faults: readonly { row: number; field: string; text: Message }[],
): ReadonlyMap<number, Faults> {
  const byRow = new Map<number, Record<string, Fault>>();
  for (const { row, field, text } of faults) byRow.set(row, { [field]: { text }, ...byRow.get(row) });
  return byRow;
}

/** A table of another program as one of the grid's own: its columns by their labels, then those that are left out. */
export function underOwnNames(table: Understood | undefined, columns: readonly AnyColumn[], t: TFunction) {
  if (table === undefined) return undefined;
  const said = new Set(table.rows.flatMap(({ texts }) => Object.keys(texts)));
  const shown = columns.filter(({ name }) => said.has(name) || table.columns.includes(name));
  return [
    [...shown.map(({ label }) => t(label)), ...table.leftOut],
    ...rowsIn(
      table.rows.map(({ texts }) => texts),
      shown,
    ),
  ];
}
