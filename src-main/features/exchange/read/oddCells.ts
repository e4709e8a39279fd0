import { quote } from './faults.ts';
import { RowSpans } from './rowSpans.ts';

type Told = { rows: RowSpans; text: string; message: string };

/** So many different texts of a column are told one by one. */
const mostTold = 20;

/**
 * Cells that may say something else than was meant: each of their texts, and what is said of it, is told once, at the first of its rows, with a
 * message that goes on behind it and lacks its full stop; beyond the first twenty texts of a column by their rows.
 */
export class OddCells {
  readonly #columns = new Map<string, { told: Map<string, Told>; more: RowSpans }>();

  note(column: string, row: number, text: string, message: string): void {
    const odd = this.#columns.get(column) ?? { told: new Map<string, Told>(), more: new RowSpans() };
    this.#columns.set(column, odd);
    const key = `${text}\u0000${message}`;
    const told = odd.told.get(key);
    if (told !== undefined) told.rows.add(row);
    else if (odd.told.size === mostTold) odd.more.add(row);
    else {
      const rows = new RowSpans();
      rows.add(row);
      odd.told.set(key, { rows, text, message });
    }
  }

  findings(): { row: number; column: string; message: string }[] {
    return [...this.#columns].flatMap(([column, { told, more }]) => [
      ...Array.from(told.values(), ({ rows, text, message }) => ({
        row: rows.first,
        column,
        message: `“${quote(text)}” ${message}${rows.count === 1 ? '' : `, in ${rows.count} rows: ${rows.words}`}.`,
      })),
      ...(more.count === 0
        ? []
        : [
            {
              row: more.first,
              column,
              message: `And ${more.count} more ${more.count === 1 ? 'cell' : 'cells'} of the column like these, in ${more.count === 1 ? 'row' : 'rows'} ${more.words}.`,
            },
          ]),
    ]);
  }
}
