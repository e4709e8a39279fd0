import type { Event, Row, RuleProduct } from './language.ts';

/** The day a lot expires, by "product|lot|sublot"; null when it never does. */
export type Dates = Map<string, string | null>;

/** What a command would add, while it is judged. */
export type Draft = {
  codes: Set<string>;
  events: Event[];
  dates: Dates;
  findings: number;
  rows: Map<Event, Row>;
  imported: boolean;
};
export type Piece = {
  row: Row;
  at: number;
  product: RuleProduct;
  serial: string;
  quantity: bigint;
  undoes: Event | null;
};

export const newDraft = (dates: Dates, imported: boolean): Draft => ({
  codes: new Set(),
  events: [],
  dates,
  findings: 0,
  rows: new Map(),
  imported,
});

/** In which turn of its timestamp batch a piece moves: goods that come back, goods that get a name and what undoes others come last. */
export function turnOf({ row, product, undoes }: Piece): number {
  if (undoes !== null) return 3;
  if (row.kind === 'put-away' || row.kind === 'assign') return 2;
  return findsItsLot(row, product) ? 1 : 0;
}

/** A serial named on issue that comes back goes back to its lot. What is issued is of the lot the row names, or of none. */
export const findsItsLot = ({ kind, lot, serial }: Row, product: RuleProduct): boolean =>
  product.serials === 'on-issue' &&
  (kind === 'customer-return' || kind === 'production-return') &&
  serial !== '' &&
  lot === '';
