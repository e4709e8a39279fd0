import { fold } from '#shared/kernel/fold.ts';

/** A table as it was pasted or read of a sheet: texts by row and column. */
export type TableTexts = readonly (readonly string[])[];

/** Where a table names its columns, what each of them is, and the names that are none of ours. */
export type TableHeads<Head extends string> = {
  row: number;
  columns: readonly (Head | undefined)[];
  leftOut: readonly string[];
};

/** Titles and legends may stand above the names of the columns. */
const mostAbove = 20;

/** A name as it is compared: "Balloon #" is "balloon", "Sheet / Zone" is "sheetzone". */
const keyOf = (name: string): string => {
  const key = fold(name).replace(/[^\p{L}\p{N}#]+/gu, '');
  return key.length > 1 ? key.replace(/#$/, '') : key;
};

/** What tables call their columns, each name once. */
export function headNames<Head extends string>(
  names: readonly (readonly [Head, readonly string[]])[],
): ReadonlyMap<string, Head> {
  const all = new Map<string, Head>();
  for (const [head, called] of names) for (const name of called) if (!all.has(keyOf(name))) all.set(keyOf(name), head);
  return all;
}

/**
 * The first row that names two columns and more. What is named twice is read where it stands first; other names are told and never
 * guessed at.
 */
export function headsIn<Head extends string>(
  table: TableTexts,
  names: ReadonlyMap<string, Head>,
): TableHeads<Head> | undefined {
  for (const [row, cells] of table.slice(0, mostAbove).entries()) {
    const found = cells.map((cell) => names.get(keyOf(cell)));
    const columns = found.map((head, at) => (head === undefined || found.indexOf(head) < at ? undefined : head));
    if (columns.filter((head) => head !== undefined).length < 2) continue;
    return { row, columns, leftOut: cells.filter((cell, at) => columns[at] === undefined && cell.trim() !== '') };
  }
  return undefined;
}
