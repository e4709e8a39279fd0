import { quote } from './faults.ts';

type Odd = { row: number; rows: number; message: string };

/** So many different texts of a column are told one by one. */
const mostTold = 20;

/** Texts that look rewritten but may be meant: each is told once, at the first of its rows. */
export class OddCells {
  readonly #columns = new Map<string, { told: Map<string, Odd>; more: Odd | undefined }>();

  note(column: string, row: number, text: string, message: string): void {
    const odd = this.#columns.get(column) ?? { told: new Map<string, Odd>(), more: undefined };
    this.#columns.set(column, odd);
    const known = odd.told.get(text) ?? (odd.told.size < mostTold ? undefined : odd.more);
    if (known !== undefined) known.rows += 1;
    else if (odd.told.size < mostTold) odd.told.set(text, { row, rows: 1, message });
    else odd.more = { row, rows: 1, message };
  }

  findings(): { row: number; column: string; message: string }[] {
    return [...this.#columns].flatMap(([column, { told, more }]) => [
      ...[...told].map(([text, { row, rows, message }]) => ({
        row,
        column,
        message: `“${quote(text)}” ${message} It is taken as it stands${rows === 1 ? '' : `, in ${rows} rows`}.`,
      })),
      ...(more === undefined
        ? []
        : [
            {
              row: more.row,
              column,
              message: `From this row on ${more.rows} more cells of the column look rewritten too.`,
            },
          ]),
    ]);
  }
}
