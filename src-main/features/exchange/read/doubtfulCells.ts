import { ofGoods } from '#shared/exchange/codeRemains.ts';
import { ColumnShapes, type CodeShape, isDayNumber, isLeftOver } from '#shared/exchange/columnShapes.ts';
import { NumbersByWidth, shorterThanOthers } from '#shared/exchange/lostZeros.ts';
import { type OddCells, takenAsItStands } from './oddCells.ts';

type Doubtful = { text: string; group: string; shape: CodeShape; rows: number[] };
type Column = { shapes: ColumnShapes; doubtful: Map<string, Doubtful>; numbers: Map<string, NumbersByWidth> };

/** Documents, places and runs are numbered by several programs; these are by one. */
const ofOneWidth = /^(?:code|work_order|(?:parent_|component_)?product|partner|supplier)$|lot$|serial$/;

/** Codes of which only the rest of their column shows whether another program rewrote them: kept until that is read. */
export class DoubtfulCells {
  readonly #columns = new Map<string, Column>();

  /** `group` is what the row's code belongs to, such as the product of a lot; `isNumber` that a sheet holds a number. */
  note(
    name: string,
    { row, text, group, isNumber }: { row: number; text: string; group: string; isNumber: boolean },
  ): void {
    const column = this.#columnOf(name);
    const shape = column.shapes.note(text, group);
    if (shape === 'number') {
      if (ofOneWidth.test(name)) numbersOf(column, group).note(text, row, isNumber);
      if (ofGoods.test(name) && isDayNumber(text)) keep(column, { row, text, group, shape: 'day' });
      return;
    }
    if (shape !== undefined && (!isLeftOver(shape) || ofGoods.test(name))) keep(column, { row, text, group, shape });
  }

  /** Notes a code whose text alone shows that it was rewritten. */
  noteRewritten(name: string, text: string): void {
    this.#columnOf(name).shapes.noteRewritten(text);
  }

  /** After the last row: notes those that were rewritten. */
  tell(odd: OddCells): void {
    for (const [name, { shapes, doubtful, numbers }] of this.#columns) {
      for (const { text, group, shape, rows } of doubtful.values()) {
        const saying = shapes.sayingOf(text, group, shape);
        if (saying !== undefined) for (const row of rows) odd.note(name, row, text, takenAsItStands(saying));
      }
      for (const { text, rows, digits } of [...numbers.values()].flatMap((group) => group.shortened()))
        for (const row of rows) odd.note(name, row, text, takenAsItStands(shorterThanOthers(digits)));
    }
  }

  #columnOf(name: string): Column {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const made = {
      shapes: new ColumnShapes(),
      doubtful: new Map<string, Doubtful>(),
      numbers: new Map<string, NumbersByWidth>(),
    };
    this.#columns.set(name, made);
    return made;
  }
}

function keep(column: Column, { row, text, group, shape }: Omit<Doubtful, 'rows'> & { row: number }): void {
  const key = `${group}\u0000${text}`;
  const known = column.doubtful.get(key);
  if (known === undefined) column.doubtful.set(key, { text, group, shape, rows: [row] });
  else known.rows.push(row);
}

function numbersOf({ numbers }: Column, group: string): NumbersByWidth {
  const known = numbers.get(group);
  if (known !== undefined) return known;
  const made = new NumbersByWidth();
  numbers.set(group, made);
  return made;
}
