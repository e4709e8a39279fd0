import type { Database } from 'better-sqlite3';
import type { LineColumns } from '#main/trace/figures/lines.ts';
import { isStatus } from '#shared/kernel/status.ts';
import { type Flow, noFlow } from '#shared/recalls/figures.ts';
import { figureKinds, locationStatusReference, repeatedShipments } from '#main/trace/figures/figureKinds.ts';
import { type JournalSlice, type PostedMovementRow, readNamedAfter } from './feed.queries.ts';
import { replayFlows } from '../flows.queries.ts';
import { readRenamed, readRenamedUnits } from '../wholeUnits.queries.ts';
import { readNumbers } from './numbers.queries.ts';
import { countings } from './postedLines.ts';
import { prepared } from '../wanted.queries.ts';

type Line = { unit: number; figureKind: number; reference: number; amount: number };

/** The figures that goods take along when they get their name later. */
export const attributed = ['opening', 'received', 'produced', 'adjusted'] as const;
const isAttributed = (figureKind: number): boolean => attributed.some((name) => figureKinds[name] === figureKind);

/** Gathers what a recall adds up, of every unit: a line for each movement that counts in a figure, and for each balance. */
export class LineFeed {
  readonly #db: Database;
  readonly #lines = new GrowingLines();
  readonly #renamed: Set<number>;
  readonly #shipments: ShipmentCount;

  constructor(db: Database, nodes: number) {
    this.#db = db;
    this.#shipments = new ShipmentCount(nodes);
    this.#renamed = readRenamedUnits(db);
  }

  take({ rows, what, target, shift, quantity, partner }: JournalSlice): void {
    for (let row = 0; row < rows; row += 1) {
      const counting = countings[what[row] ?? 0];
      if (counting === undefined) continue;
      const { figureKind, ofSource, sign } = counting;
      const unit = (target[row] ?? 0) + (ofSource ? (shift[row] ?? 0) : 0);
      if (this.#renamed.size > 0 && isAttributed(figureKind) && this.#renamed.has(unit)) continue;
      const reference = counting.byPartner ? (partner[row] ?? 0) : counting.reference;
      this.#lines.add(unit, figureKind, reference, sign * (quantity[row] ?? 0));
      if (figureKind === figureKinds.shipped && reference > 0) this.#shipments.add(unit, reference, sign);
    }
  }

  /** The lines taken, with what lies where and the figures of goods that got their name later. */
  columns(): LineColumns {
    for (const { rows, unit, reference, quantity } of readBalances(this.#db)) {
      for (let row = 0; row < rows; row += 1)
        this.#lines.add(unit[row] ?? 0, figureKinds.onHand, reference[row] ?? 0, quantity[row] ?? 0);
    }
    for (const { unit, partner, more } of this.#shipments.repeated())
      this.#lines.add(unit, repeatedShipments, partner, more);
    for (const { unit, figureKind, reference, amount } of renamedLines(this.#db, [...this.#renamed]))
      this.#lines.add(unit, figureKind, reference, amount);
    return this.#lines.columns();
  }
}

/** Counts shipments of units to partners; nearly all are the first and only one of their unit, which costs no map. */
class ShipmentCount {
  /** By unit, the partner of its first shipment. */
  readonly #first: Int32Array;
  readonly #counts = new Map<number, Map<number, number>>();

  constructor(nodes: number) {
    this.#first = new Int32Array(nodes + 1);
  }

  add(unit: number, partner: number, by: 1 | -1): void {
    const first = this.#first[unit] ?? 0;
    if (first === 0 && by === 1) {
      this.#first[unit] = partner;
      return;
    }
    const counts = this.#counts.get(unit) ?? new Map([[first, 1]]);
    this.#counts.set(unit, counts.set(partner, (counts.get(partner) ?? 0) + by));
  }

  /** How many there are beyond the first. */
  *repeated(): Generator<{ unit: number; partner: number; more: number }> {
    for (const [unit, counts] of this.#counts)
      for (const [partner, count] of counts) if (count > 1) yield { unit, partner, more: count - 1 };
  }
}

/** Named and unnamed units share the figures of their goods as a recall does. */
function renamedLines(db: Database, renamed: number[]): Line[] {
  if (renamed.length === 0) return [];
  const flows = replayFlows(db, renamed);
  return renamed.flatMap((unit) => {
    const flow = flows.get(unit);
    if (flow === undefined) return [];
    return attributed.map(
      (name): Line => ({ unit, figureKind: figureKinds[name], reference: 0, amount: Number(flow[name]) }),
    );
  });
}

export type RenewedFigures = { unit: number; flow: Flow };

/**
 * The figures of units that may change by what was posted because their goods got or lost a name: both
 * units of such a movement, units with names taken or given that goods came to, and all that were named from them since.
 */
export function readRenewedFigures(db: Database, posted: readonly PostedMovementRow[]): RenewedFigures[] {
  const firstChange = new Map<number, number>();
  for (const row of posted) {
    const at = Math.min(row.at, row.undoneAt ?? row.at);
    for (const unit of [row.source, row.target]) firstChange.set(unit, Math.min(at, firstChange.get(unit) ?? at));
  }
  const renamed = new Set(readRenamed(db, [...firstChange.keys()]));
  for (const unit of firstChange.keys()) if (!renamed.has(unit)) firstChange.delete(unit);
  if (firstChange.size === 0) return [];
  const units = readNamedAfter(db, firstChange);
  const flows = replayFlows(db, units);
  return units.map((unit) => ({ unit, flow: flows.get(unit) ?? noFlow() }));
}

/** Stock on hand; the reference combines place and status. */
function readBalances(db: Database) {
  const found = prepared<{ status: string }>(db, 'select distinct status from balance').all();
  const statuses = new Set(['A', ...found.map(({ status }) => status).filter(isStatus)]);
  const codes = Array.from(statuses, (status) => `when '${status}' then ${locationStatusReference(0, status)}`);
  const reference = `place_id * ${locationStatusReference(1, 'A')} + case status ${codes.join(' ')} else 0 end`;
  return readNumbers(db, { table: 'balance', columns: { unit: 'unit_id', reference, quantity: 'quantity' } });
}

class GrowingLines {
  #columns = lineRoom(4096);
  #count = 0;

  add(unit: number, figureKind: number, reference: number, amount: number): void {
    if (this.#count === this.#columns.unit.length) this.#grow();
    this.#columns.unit[this.#count] = unit;
    this.#columns.figureKind[this.#count] = figureKind;
    this.#columns.reference[this.#count] = reference;
    this.#columns.amount[this.#count] = amount;
    this.#count += 1;
  }

  columns(): LineColumns {
    const { unit, figureKind, reference, amount } = this.#columns;
    const count = this.#count;
    return {
      unit: unit.subarray(0, count),
      figureKind: figureKind.subarray(0, count),
      reference: reference.subarray(0, count),
      amount: amount.subarray(0, count),
    };
  }

  #grow(): void {
    const room = lineRoom(this.#count * 2);
    room.unit.set(this.#columns.unit);
    room.figureKind.set(this.#columns.figureKind);
    room.reference.set(this.#columns.reference);
    room.amount.set(this.#columns.amount);
    this.#columns = room;
  }
}

const lineRoom = (count: number) => ({
  unit: new Int32Array(count),
  figureKind: new Uint8Array(count),
  reference: new Int32Array(count),
  amount: new Float64Array(count),
});
