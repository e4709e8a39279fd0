import { type MessageValue, msg } from '#shared/kernel/message.ts';

/** So many runs of rows are named one by one. */
const mostNamed = 12;

/** Rows of a file as a sentence names them: runs of them from the first to the last, and how many lie beyond those named. */
export class RowSpans {
  readonly #rows: number[] = [];

  add(row: number): void {
    this.#rows.push(row);
  }

  get count(): number {
    return this.#rows.length;
  }

  get first(): number {
    return this.#rows.reduce((first, row) => Math.min(first, row), this.#rows[0] ?? 0);
  }

  /** Such as “3, 7–9 and 12 more up to row 400”. */
  get words(): MessageValue {
    const rows = [...new Set(this.#rows)].sort((a, b) => a - b);
    const spans: { first: number; last: number }[] = [];
    let named = 0;
    for (const row of rows) {
      const open = spans.at(-1);
      if (open !== undefined && row === open.last + 1) open.last = row;
      else if (spans.length < mostNamed) spans.push({ first: row, last: row });
      else break;
      named += 1;
    }
    const words = spans.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
    const more = rows.length - named;
    return more === 0 ? words : msg`${words} and ${more} more up to row ${rows.at(-1) ?? 0}`;
  }
}
