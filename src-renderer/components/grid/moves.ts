import type { Cell, GridRows } from './edits.ts';

/** How many rows, the blank ones at the end among them, and how many columns there are. */
export type Size = { rows: number; cols: number };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

const steps: Readonly<Record<string, readonly [row: number, col: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** So many rows are a page. */
const page = 15;

/** Where a key leads from a cell; undefined for keys that lead nowhere. */
export function movedBy({ key, ctrlKey, metaKey }: Key, at: Cell, size: Size, rows: GridRows): Cell | undefined {
  const isFar = ctrlKey || metaKey;
  const [down, right] = steps[key] ?? [];
  if (down !== undefined && right !== undefined)
    return isFar ? edgeFrom(at, [down, right], size, rows) : within({ row: at.row + down, col: at.col + right }, size);
  switch (key) {
    case 'Home':
      return { row: isFar ? 0 : at.row, col: 0 };
    case 'End':
      return { row: isFar ? Math.max(0, rows.length - 1) : at.row, col: size.cols - 1 };
    case 'PageUp':
      return within({ row: at.row - page, col: at.col }, size);
    case 'PageDown':
      return within({ row: at.row + page, col: at.col }, size);
    default:
      return undefined;
  }
}

export const within = ({ row, col }: Cell, size: Size): Cell => ({
  row: Math.min(Math.max(row, 0), size.rows - 1),
  col: Math.min(Math.max(col, 0), size.cols - 1),
});

/** The next cell in the order of reading, or the one before; undefined behind the last and before the first. */
export function nextCell({ row, col }: Cell, step: 1 | -1, size: Size): Cell | undefined {
  const at = row * size.cols + col + step;
  return at < 0 || at >= size.rows * size.cols ? undefined : { row: Math.floor(at / size.cols), col: at % size.cols };
}

/** As in a spreadsheet: to the last filled cell of a run, or over blank ones to the next filled one, or to the edge. */
function edgeFrom(from: Cell, [down, right]: readonly [number, number], size: Size, rows: GridRows): Cell {
  const isFilled = ({ row, col }: Cell): boolean => (rows[row]?.[col] ?? '') !== '';
  const stepped = ({ row, col }: Cell): Cell => within({ row: row + down, col: col + right }, size);
  const isSame = (one: Cell, other: Cell): boolean => one.row === other.row && one.col === other.col;
  const isInRun = isFilled(from) && isFilled(stepped(from));
  let at = from;
  // Each step goes nearer to the edge.
  while (!isSame(at, stepped(at))) {
    const next = stepped(at);
    if (isInRun && !isFilled(next)) return at;
    at = next;
    if (!isInRun && isFilled(at)) return at;
  }
  return at;
}
