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

/** Rows of which only those in sight are here. */
export type LongRows<Row> = {
  total: number;
  /** A row, or undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Hears which rows are in sight. */
  look: (first: number, end: number) => void;
};

/**
 * Rows that a person can choose. One at a time, a click or Space takes it; of `many`, a click opens a row, and Space or
 * the box in front of it takes it along, which `name` says to readers aloud.
 */
export type Choice<Row> = {
  isChosen: (row: Row) => boolean;
  choose: (row: Row) => void;
  many?: { name: (row: Row) => string };
};
