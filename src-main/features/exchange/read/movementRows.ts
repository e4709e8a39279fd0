import { movementKeys } from '#main/features/exchange/movementKey.ts';
import { msg } from '#shared/kernel/message.ts';
import { type CellValue, fieldsOf } from '#shared/exchange/rows.ts';
import { type MovementShape, movementShapeIssues } from '#shared/movements/shape.ts';
import { type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';
import type { ReadValue } from './cellValues.ts';
import { CellIssue, FileIssue } from './faults.ts';
import { goodsKey, idMark, serialMark } from './goods.ts';
import { MovementTable } from './movementTable.ts';
import type { FaultyRow, Respelt } from './protocol.ts';
import { type Chunk, chunkRows, isWhole, mostFaulty, type RowCollector } from './rowCollector.ts';
import type { TableReader } from './tableReader.ts';

/**
 * Movements: each checked in itself, then sent in order of time: all at the end of the file, or as they come where
 * they are known to be in that order.
 */
export class MovementRows implements RowCollector {
  repeated = 0;
  readonly faulty: FaultyRow[] = [];
  readonly #table: TableReader;
  readonly #movements = new MovementTable();
  readonly #respelt = new Map<number, Respelt>();

  readonly #isInOrder: boolean;
  #sent = 0;

  constructor(table: TableReader, isInOrder: boolean) {
    this.#table = table;
    this.#isInOrder = isInOrder;
  }

  get count(): number {
    return this.#movements.count;
  }

  add(values: ReadValue[]): void {
    const hasGoodShape = this.#checkShape(values);
    if (!hasGoodShape || !isWhole(values)) return this.#noteFaulty(values);
    const earlier = this.#movements.add(values);
    if (earlier === undefined && this.#table.respelt !== undefined)
      this.#respelt.set(this.#table.row, this.#table.respelt);
    if (this.#sent > 0 && !this.#movements.isInOrder)
      throw new FileIssue('FILE_DAMAGED', changedMeanwhile, { row: this.#table.row, column: 'at' });
    if (earlier === undefined) return;
    if (earlier.repeats) this.repeated += 1;
    else {
      // Which of the two has the id of the other is unknown.
      this.#noteFaulty(values, null);
      this.#table.addFault(
        'id',
        'DUPLICATE',
        msg`The movement in row ${earlier.row} has this id already, and says something else.`,
      );
    }
  }

  *ready(): Generator<Chunk> {
    while (this.#isInOrder && this.#movements.isInOrder && this.count - this.#sent >= chunkRows) yield this.#next();
  }

  *rest(): Generator<Chunk> {
    while (this.#sent < this.count) yield this.#next();
  }

  #next(): Chunk {
    const columns = this.#movements.columns(this.#sent, chunkRows);
    this.#sent = Math.min(this.#sent + chunkRows, this.count);
    return { columns, blanks: [], keys: movementKeys(columns), ...this.#respeltOf(columns[rowPlace] ?? []) };
  }

  #respeltOf(rows: readonly CellValue[]): Pick<Chunk, 'respelt'> {
    if (this.#respelt.size === 0) return {};
    const respelt = new Map<number, Respelt>();
    for (const row of rows) {
      const written = typeof row === 'number' ? this.#respelt.get(row) : undefined;
      if (typeof row === 'number' && written !== undefined) respelt.set(row, written);
    }
    return respelt.size === 0 ? {} : { respelt };
  }

  #noteFaulty(values: ReadValue[], id = idMark(values[place.id])): void {
    if (this.faulty.length >= mostFaulty) return;
    const [product, lot, serial] = [values[place.product], values[place.lot], values[place.serial]];
    this.faulty.push({ row: this.#table.row, key: goodsKey(product, lot), serial: serialMark(product, serial), id });
  }

  #checkShape(values: ReadValue[]): boolean {
    const shape = shapeOf(values);
    if (shape === undefined) return false;
    const faults = movementShapeIssues(shape);
    for (const { column, code, message } of faults) {
      if (!(values[placeOf(column)] instanceof CellIssue)) this.#table.addFault(column, code, message);
    }
    return faults.length === 0;
  }
}

const changedMeanwhile = msg`The file was changed while it was read. Wait until the export is finished, and import it again.`;

const fields = fieldsOf('movements');
const rowPlace = fields.indexOf('row');
const placeOf = (column: string): number =>
  fields.indexOf(column === 'status_from' ? 'statusFrom' : column === 'work_order' ? 'workOrder' : column);

const place = {
  kind: placeOf('kind'),
  product: placeOf('product'),
  lot: placeOf('lot'),
  sublot: placeOf('sublot'),
  serial: placeOf('serial'),
  quantity: placeOf('quantity'),
  from: placeOf('from'),
  to: placeOf('to'),
  statusFrom: placeOf('statusFrom'),
  status: placeOf('status'),
  workOrder: placeOf('workOrder'),
  run: placeOf('run'),
  partner: placeOf('partner'),
  id: placeOf('id'),
  reverses: placeOf('reverses'),
} as const;

/** Takes the place of a faulty cell, so that it is not reported as missing too. */
const unreadable = '?';

/**
 * The row in the form the shape rules need; undefined when its kind or an end cannot be read and it cannot be judged.
 */
function shapeOf(values: ReadValue[]): MovementShape | undefined {
  const kind = values[place.kind];
  if (!isKind(kind) || values[place.from] instanceof CellIssue || values[place.to] instanceof CellIssue)
    return undefined;
  const text = (at: number): string => {
    const value = values[at];
    return typeof value === 'string' ? value : unreadable;
  };
  const quantity = values[place.quantity];
  return {
    kind,
    lot: text(place.lot),
    sublot: text(place.sublot),
    serial: text(place.serial),
    quantity: typeof quantity === 'number' ? quantity : 0,
    from: text(place.from),
    to: text(place.to),
    statusFrom: text(place.statusFrom),
    status: text(place.status),
    workOrder: text(place.workOrder),
    run: text(place.run),
    partner: text(place.partner),
    isReversal: text(place.reverses) !== '',
  };
}

const isKind = (value: ReadValue | undefined): value is MovementKind => movementKinds.some((kind) => kind === value);
