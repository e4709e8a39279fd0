import type { ReactNode } from 'react';

export type TableColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by where all rows are here; a column without it does not sort. Figures as bigint or number, not as text. */
  sortBy?: (row: Row) => string | number | bigint;
  /** Figures stand at the end of their column. */
  figure?: boolean;
  /** Takes the room that is left, and may break lines. */
  wide?: boolean;
  /** How wide it is in a long table, in pixels; there no column can be as wide as its widest cell. */
  width?: number;
};

/** A column's id to sort by it, "-id" the other way round, "" for the order the answer came in. */
export type Sort = string;
