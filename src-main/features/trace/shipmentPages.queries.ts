import type { Database } from 'better-sqlite3';
import { cut, type Slice } from './traced.queries.ts';
import { compareMovements, type LotMovement, readReceiptsAndShipments } from './traceLists.queries.ts';
import type { WalkedUnits } from './walkedUnits.queries.ts';

/** What is known of a trace's shipments before they are read. */
export type ShipmentsSeen = {
  /** Those of units of which only the store knows which count. */
  read: readonly LotMovement[];
  /** Units whose shipments all count, by their places in the walk, and since when each can have any. */
  places: readonly number[];
  since: Float64Array;
  /** How many shipments there are, by place. */
  counts: Int32Array;
};

const firstUnits = 256;

/** Shipments in order of time, read page by page: units are asked in the order in which they can have any. */
export class ShipmentPages {
  readonly count: number;
  readonly #db: Database;
  readonly #units: WalkedUnits;
  readonly #seen: ShipmentsSeen;
  readonly #inOrder: Float64Array;
  /** In order, of every unit that can have any before `#readUntil`. */
  #rows: readonly LotMovement[];
  #readUntil = Number.NEGATIVE_INFINITY;
  #unitsRead = 0;

  constructor(db: Database, units: WalkedUnits, seen: ShipmentsSeen) {
    this.#db = db;
    this.#units = units;
    this.#seen = seen;
    this.#inOrder = seen.since.toSorted();
    this.#rows = seen.read;
    this.count = seen.places.reduce((sum, place) => sum + (seen.counts[place] ?? 0), seen.read.length);
    this.#readUntil = this.#inOrder[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Undefined where more than so many units would have to be read. */
  page(slice: Slice, mostUnits: number): readonly LotMovement[] | undefined {
    if (slice.offset >= this.count) return [];
    const last = Math.min(slice.offset + slice.limit, this.count);
    for (let units = firstUnits; !this.#isCertain(last); units *= 2) {
      if (this.#readUntil === Number.POSITIVE_INFINITY)
        throw new Error('the index counts shipments that are not there');
      if (this.#unitsRead >= mostUnits) return undefined;
      this.#readNext(Math.max(units, last - this.#rows.length));
    }
    return cut(this.#rows, slice);
  }

  /** Whether the first so many rows cannot be changed by what is not read yet. */
  #isCertain(rows: number): boolean {
    const last = this.#rows[rows - 1];
    return last !== undefined && last.at < this.#readUntil;
  }

  #readNext(units: number): void {
    const { places, since } = this.#seen;
    const from = this.#readUntil;
    const through = this.#inOrder[Math.min(this.#unitsRead + units, this.#inOrder.length) - 1] ?? from;
    const next = places.filter((_place, at) => (since[at] ?? 0) >= from && (since[at] ?? 0) <= through);
    const { shipments } = readReceiptsAndShipments(this.#db, this.#units.name(next), this.#units.book);
    this.#rows = [...this.#rows, ...shipments].sort(compareMovements(this.#units.book));
    this.#unitsRead += next.length;
    this.#readUntil = this.#inOrder[this.#unitsRead] ?? Number.POSITIVE_INFINITY;
  }
}
