import type { CellSaying } from '#shared/exchange/rewritten.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { quote } from './faults.ts';
import { RowSpans } from './rowSpans.ts';

/**
 * The message about a cell: of its text as a sentence quotes it, and `rows`, which follow the last word where there
 * are several.
 */
export type OddSaying = (text: string, rows: MessageValue) => Message;

type Told = { rows: RowSpans; text: string; saying: OddSaying };
export type OddFinding = { row: number; column: string; text: Message };

/** Of a cell that may be meant as it is. */
export const takenAsItStands =
  (said: CellSaying): OddSaying =>
  (text, rows) =>
    msg`${said(text)} It is taken as it stands${rows}.`;

export const keyOfCell = (column: string, text: string): string => `${column}\u0000${text}`;

/** So many different texts of a column are reported one by one. */
const mostTold = 20;

/**
 * Cells that may mean something else than they hold: each of their texts is reported once, at the first of its rows;
 * beyond the first twenty texts of a column by their rows alone.
 */
export class OddCells {
  /** The reported cells, and those reported by their rows alone: by column and text. */
  readonly told = new Set<string>();
  readonly #columns = new Map<string, { told: Map<string, Told>; more: RowSpans }>();

  note(column: string, row: number, text: string, saying: OddSaying): void {
    const odd = this.#columns.get(column) ?? { told: new Map<string, Told>(), more: new RowSpans() };
    this.#columns.set(column, odd);
    this.told.add(keyOfCell(column, text));
    const key = JSON.stringify(saying(text, ''));
    const told = odd.told.get(key);
    if (told !== undefined) told.rows.add(row);
    else if (odd.told.size === mostTold) odd.more.add(row);
    else {
      const rows = new RowSpans();
      rows.add(row);
      odd.told.set(key, { rows, text, saying });
    }
  }

  findings(): OddFinding[] {
    return [...this.#columns].flatMap(([column, { told, more }]) => [
      ...Array.from(told.values(), ({ rows, text, saying }) => ({
        row: rows.first,
        column,
        text: saying(quote(text), rows.count === 1 ? '' : msg`, in ${rows.count} rows: ${rows.words}`),
      })),
      ...(more.count === 0
        ? []
        : [
            {
              row: more.first,
              column,
              text:
                more.count === 1
                  ? msg`And 1 more cell of the column like these, in row ${more.words}.`
                  : msg`And ${more.count} more cells of the column like these, in rows ${more.words}.`,
            },
          ]),
    ]);
  }
}
