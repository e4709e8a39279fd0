import { ColumnShapes, type CodeShape } from '#shared/exchange/columnShapes.ts';
import { type OddCells, takenAsItStands } from './oddCells.ts';

type Doubtful = { text: string; group: string; shape: CodeShape; rows: number[] };
type Column = { shapes: ColumnShapes; doubtful: Map<string, Doubtful> };

/** Codes of which only the rest of their column shows whether another program rewrote them: kept until that is read. */
export class DoubtfulCells {
  readonly #columns = new Map<string, Column>();

  /** `group` is what the row's code belongs to, such as the product of a lot. */
  note(name: string, row: number, text: string, group: string): void {
    const column = this.#columns.get(name) ?? { shapes: new ColumnShapes(), doubtful: new Map<string, Doubtful>() };
    this.#columns.set(name, column);
    const shape = column.shapes.note(text, group);
    if (shape === undefined) return;
    const key = `${group}\u0000${text}`;
    const known = column.doubtful.get(key);
    if (known === undefined) column.doubtful.set(key, { text, group, shape, rows: [row] });
    else known.rows.push(row);
  }

  /** After the last row: notes those that were rewritten. */
  tell(odd: OddCells): void {
    for (const [name, { shapes, doubtful }] of this.#columns)
      for (const { text, group, shape, rows } of doubtful.values()) {
        const saying = shapes.sayingOf(text, group, shape);
        if (saying !== undefined) for (const row of rows) odd.note(name, row, text, takenAsItStands(saying));
      }
  }
}
