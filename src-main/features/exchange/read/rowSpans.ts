/** So many runs of rows are named one by one. */
const mostNamed = 12;

/** Rows of a file as a sentence names them: runs of them from the first to the last, and how many lie beyond those named. */
export class RowSpans {
  count = 0;
  readonly #spans: { first: number; last: number }[] = [];
  #unnamed = 0;
  #last = 0;

  /** Rows come in the order of the file. */
  add(row: number): void {
    this.count += 1;
    this.#last = row;
    const open = this.#spans.at(-1);
    if (open !== undefined && this.#unnamed === 0 && row <= open.last + 1) open.last = row;
    else if (this.#spans.length < mostNamed) this.#spans.push({ first: row, last: row });
    else this.#unnamed += 1;
  }

  get first(): number {
    return this.#spans[0]?.first ?? 0;
  }

  /** Such as “3, 7–9 and 12 more up to row 400”. */
  get words(): string {
    const named = this.#spans.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
    return this.#unnamed === 0 ? named : `${named} and ${this.#unnamed} more up to row ${this.#last}`;
  }
}
