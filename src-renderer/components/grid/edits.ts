import { fold } from '#shared/kernel/fold.ts';

/** A row as it stands in a grid: the text of each cell, as it was typed or pasted. */
export type GridRow = readonly string[];
export type GridRows = readonly GridRow[];

export type Cell = { row: number; col: number };
/** Cells side by side, both ends among them. */
export type Range = { top: number; bottom: number; left: number; right: number };

export const rangeOf = (one: Cell, other: Cell): Range => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.col, other.col),
  right: Math.max(one.col, other.col),
});

export const isBlankRow = (row: GridRow): boolean => row.every((cell) => cell.trim() === '');

/** Which columns there are, and which of them are not typed into. */
export type Columns = readonly { fixed?: boolean | undefined }[];

/** The rows with other texts within a range; fixed columns stay. Blank rows at the end are no rows. */
function edited(
  rows: GridRows,
  columns: Columns,
  range: Range,
  textOf: (row: number, col: number, before: string) => string,
): GridRows {
  const all = Array.from({ length: Math.max(rows.length, range.bottom + 1) }, (_, row): GridRow => {
    const before = rows[row] ?? columns.map(() => '');
    if (row < range.top || row > range.bottom) return before;
    const after = columns.map(({ fixed }, col) => {
      const text = before[col] ?? '';
      return fixed === true || col < range.left || col > range.right ? text : textOf(row, col, text);
    });
    return after.every((text, col) => text === before[col]) ? before : after;
  });
  const kept = all.slice(0, all.findLastIndex((row) => !isBlankRow(row)) + 1);
  return kept.length === rows.length && kept.every((row, index) => row === rows[index]) ? rows : kept;
}

export const withCell = (rows: GridRows, columns: Columns, { row, col }: Cell, text: string): GridRows =>
  edited(rows, columns, { top: row, bottom: row, left: col, right: col }, () => text);

export const cleared = (rows: GridRows, columns: Columns, range: Range): GridRows =>
  edited(rows, columns, range, () => '');

/** The first row of the range in all of it; of one row alone, the row above in it. */
export function filledDown(rows: GridRows, columns: Columns, range: Range): GridRows {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  return from < 0 ? rows : edited(rows, columns, range, (_row, col) => rows[from]?.[col] ?? '');
}

export const withoutRows = (rows: GridRows, { top, bottom }: Range): GridRows =>
  rows.filter((_row, index) => index < top || index > bottom);

export type Pasted = {
  rows: GridRows;
  /** What was pasted into; undefined when nothing was. */
  range: Range | undefined;
  /** The first cell that had no place, and how many: nothing is pasted then. */
  outside: { line: number; column: number; text: string; count: number } | undefined;
  /** Heads that came along and are none of the grid's: their columns are left out. */
  leftOut: readonly string[];
};

/**
 * Pastes a block at the beginning of a range, below which the grid grows; one cell goes into all of the range. A block
 * whose first line says the names of columns goes into these, whatever their order.
 * @param labels the names of the columns
 */
export function pasted(
  rows: GridRows,
  columns: Columns,
  range: Range,
  block: readonly (readonly string[])[],
  labels: readonly string[],
): Pasted {
  const heads = headsIn(block, labels);
  const { lines, cols, leftOut } = heads ?? {
    lines: block,
    cols: Array.from({ length: Math.max(...block.map(({ length }) => length)) }, (_, at) => range.left + at),
    leftOut: [],
  };
  const isOne = lines.length === 1 && lines[0]?.length === 1;
  if (isOne)
    return { rows: edited(rows, columns, range, () => lines[0]?.[0] ?? ''), range, outside: undefined, leftOut };
  const into = {
    top: range.top,
    bottom: range.top + lines.length - 1,
    left: heads === undefined ? range.left : 0,
    right: heads === undefined ? Math.min(range.left + cols.length, columns.length) - 1 : columns.length - 1,
  };
  const lost = lines.flatMap((cells, line) =>
    cells.flatMap((text, at) => {
      const col = cols[at];
      if (col === undefined || text.trim() === '') return [];
      const column = columns[col];
      const fits = column !== undefined && (column.fixed !== true || rows[range.top + line]?.[col] === text);
      return fits ? [] : [{ line: line + 1 + (heads === undefined ? 0 : 1), column: at + 1, text }];
    }),
  );
  if (lost[0] !== undefined) return { rows, range: undefined, outside: { ...lost[0], count: lost.length }, leftOut };
  const text = (row: number, col: number, before: string): string => {
    const at = cols.indexOf(col);
    return at < 0 ? before : (lines[row - range.top]?.[at] ?? '');
  };
  return { rows: edited(rows, columns, into, text), range: into, outside: undefined, leftOut };
}

/** The columns of a block by the names in its first line; undefined where that says none, or one by chance. */
function headsIn(block: readonly (readonly string[])[], labels: readonly string[]) {
  const [first = [], ...lines] = block;
  const known = labels.map(named);
  const cols = first.map((head): number | undefined => {
    const at = head.trim() === '' ? -1 : known.indexOf(named(head));
    return at < 0 ? undefined : at;
  });
  const found = cols.filter((col) => col !== undefined);
  const isHead = lines.length > 0 && new Set(found).size === found.length && found.length >= Math.min(2, first.length);
  if (!isHead || found.length === 0) return undefined;
  return { lines, cols, leftOut: first.filter((head, at) => cols[at] === undefined && head.trim() !== '') };
}

const named = (head: string): string => fold(head).trim().replace(/\s+/g, ' ');

/** The texts of a range, for the clipboard. */
export const textsIn = (rows: GridRows, { top, bottom, left, right }: Range): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, at) =>
    Array.from({ length: right - left + 1 }, (_cell, beside) => rows[top + at]?.[left + beside] ?? ''),
  );
