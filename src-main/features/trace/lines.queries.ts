import type { Database } from 'better-sqlite3';
import type { LineColumns } from '#main/trace/lines.ts';
import { type Flow, noFlow } from '#shared/recalls/figures.ts';
import { figureKinds, placeStatusReference } from './figureKinds.ts';
import { type PostedRow, readNamedAfter } from './feed.queries.ts';
import { readRenamed, replayFlows } from './flows.queries.ts';
import { prepared } from './wanted.queries.ts';

type Line = { unit: number; figureKind: number; reference: number; amount: number };

const sliceRows = 8_192;

/** Unit, figure kind and partner share one number that SQLite hands over exactly: 26, 4 and 23 bits. */
const partnerRoom = 2 ** 23;

/** The figures that goods take along when they get their name later. */
export const takenOver = ['opening', 'received', 'produced', 'adjusted'] as const;
const isTakenOver = (figureKind: number): boolean => takenOver.some((name) => figureKinds[name] === figureKind);

/** What a recall adds up, of every unit: a line for each movement that counts in a figure, and for each balance. */
export function readLines(db: Database): LineColumns {
  const partners = prepared<{ last: number }>(db, 'select coalesce(max(id), 0) as last from partner').get()?.last ?? 0;
  if (partners >= partnerRoom) throw new RangeError(`the trace index holds up to ${partnerRoom} partners`);
  const renamed = new Set(readRenamedUnits(db));
  const lines = new GrowingLines();
  const last = prepared<{ last: number }>(db, 'select coalesce(max(id), 0) as last from movement').get()?.last ?? 0;
  const headings = db.prepare<[number, number], number>(`select ${heading} ${countingRows}`).pluck();
  const amounts = db.prepare<[number, number], number>(`select ${amount} ${countingRows}`).pluck();
  for (let first = 0; first < last; first += sliceRows) {
    const sizes = amounts.all(first, first + sliceRows);
    const codes = headings.all(first, first + sliceRows);
    for (let row = 0; row < codes.length; row += 1) {
      const code = codes[row] ?? 0;
      // Below 2^53, so that dividing and multiplying is exact; the remainder operator is slow on such numbers.
      const unitAndKind = Math.floor(code / partnerRoom);
      const unit = unitAndKind >>> 4;
      const figureKind = unitAndKind & 15;
      if (renamed.size > 0 && isTakenOver(figureKind) && renamed.has(unit)) continue;
      lines.add(unit, figureKind, code - unitAndKind * partnerRoom, sizes[row] ?? 0);
    }
  }
  for (const { unit, figureKind, reference, amount } of [...readBalanceLines(db), ...renamedLines(db, [...renamed])]) {
    lines.add(unit, figureKind, reference, amount);
  }
  return lines.columns();
}

/** Named and unnamed units share the figures of their goods as a recall does. */
function renamedLines(db: Database, renamed: number[]): Line[] {
  if (renamed.length === 0) return [];
  const flows = replayFlows(db, renamed);
  return renamed.flatMap((unit) => {
    const flow = flows.get(unit);
    if (flow === undefined) return [];
    return takenOver.map(
      (name): Line => ({ unit, figureKind: figureKinds[name], reference: 0, amount: Number(flow[name]) }),
    );
  });
}

export type RenewedFigures = { unit: number; flow: Flow };

/**
 * The figures of units that may change by what was posted because their goods got or lost a name: both
 * units of such a movement, units with names taken or given that goods came to, and all that were named from them since.
 */
export function readRenewedFigures(db: Database, posted: readonly PostedRow[]): RenewedFigures[] {
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

/** Goods that come back under a name count for it; a movement that undoes another has its ends swapped. */
const heading = `((case when (m.kind in ('customer-return', 'production-return')) <> (m.reverses_id is not null) then m.from_unit_id else m.to_unit_id end) * 16
    + case m.kind when 'consumption' then ${figureKinds.consumed} when 'output' then ${figureKinds.produced}
      when 'shipment' then ${figureKinds.shipped} when 'receipt' then ${figureKinds.received} when 'opening' then ${figureKinds.opening}
      when 'production-return' then ${figureKinds.consumed} when 'customer-return' then ${figureKinds.returned}
      when 'supplier-return' then ${figureKinds.returnedToSupplier} when 'scrap' then ${figureKinds.scrapped}
      when 'sample' then ${figureKinds.sampled} else ${figureKinds.adjusted} end) * ${partnerRoom}
    + case when m.kind in ('shipment', 'customer-return') then coalesce(m.partner_id, 0) else 0 end`;
/** What is undone cancels out; an adjustment's sign is its own direction. */
const amount = `m.quantity * case when m.kind = 'adjustment' then case when m.to_place_id is null then -1 else 1 end
    when (m.kind = 'production-return') <> (m.reverses_id is not null) then -1 else 1 end`;
const countingRows = `from movement m where m.id > ? and m.id <= ? and m.kind not in ('put-away', 'transfer', 'status', 'assign') order by m.id`;

function readBalanceLines(db: Database): Line[] {
  const rows = prepared<{ unit: number; placeId: number; status: string; amount: number }>(
    db,
    'select unit_id as unit, place_id as placeId, status, quantity as amount from balance',
  ).all();
  return rows.map(({ unit, placeId, status, amount }) => ({
    unit,
    figureKind: figureKinds.onHand,
    reference: placeStatusReference(placeId, status),
    amount,
  }));
}

const readRenamedUnits = (db: Database): number[] =>
  prepared<{ id: number }>(
    db,
    `select from_unit_id as id from movement where from_unit_id > 0 and from_unit_id <> to_unit_id
      union select to_unit_id from movement where from_unit_id > 0 and from_unit_id <> to_unit_id`,
  )
    .all()
    .map(({ id }) => id);

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
