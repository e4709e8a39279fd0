import type { Work } from '#main/store/work.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { sayUnit } from '#shared/kernel/unit.ts';
import { trackingFault } from '#shared/movements/tracking.ts';
import { Balances, type StockLine } from './balances.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';
import { movementText } from './movementText.ts';
import { Nodes } from './nodes.ts';
import type { Posted, PostedBy, Posting, PostingFault, Sides } from './posting.ts';
import { countOutside, Serials } from './serials.ts';
import { lotOfReturn, sidesOf, turnOf } from './sides.ts';
import { type LateSerial, serialTimelineFault, stockAsOf, timelineFault } from './timeline.ts';

type Serial = { serial: string; posting: Posting };
type Touched = { line: StockLine; unit: UnitFacts; place: string; posting: Posting; change: number };

/**
 * The only writer of stock. Takes movements instant by instant, in the order they happened; a balance
 * must hold after all movements of one instant, since plants often give a whole document one time. A
 * movement dated before the journal's last one is checked against every later balance at the end.
 * Once anything is found wrong nothing more is written, and the caller undoes the unit of work; it goes
 * on counting so that every fault can be told.
 */
export class Poster {
  readonly nodes: Nodes;
  readonly #work: Work;
  readonly #by: PostedBy;
  readonly #balances: Balances;
  readonly #serials: Serials;
  /** The journal's last moment when this began: what is dated before it is late. */
  readonly #lastAt: number;
  readonly #late = new Map<number, { unit: UnitFacts; postings: [Posting, ...Posting[]] }>();
  readonly #lateSerials = new Map<string, LateSerial & { postings: [Posting, ...Posting[]] }>();
  #faulty = false;
  #rowStart = 0;

  constructor(work: Work, by: PostedBy, products: (id: number) => ProductFacts) {
    const last = work.one<{ at: number | null }>('select max(at) as at from movement')?.at ?? null;
    this.#work = work;
    this.#by = by;
    this.nodes = new Nodes(work, products);
    this.#balances = new Balances(work, last === null);
    this.#serials = new Serials(work, last === null);
    this.#lastAt = last ?? Number.NEGATIVE_INFINITY;
  }

  /** Posts all movements of one instant, in the order of their rows. */
  postInstant(postings: readonly Posting[]): { posted: Posted[]; faults: PostingFault[] } {
    const faults: PostingFault[] = [];
    const touched = new Map<string, Touched>();
    const serials = new Map<string, Serial>();
    const sides = new Map<Posting, Sides>();
    for (const turn of [0, 1, 2]) {
      for (const posting of postings) {
        if (turnOf(posting) !== turn) continue;
        const fault = this.#namingFault(posting);
        if (fault !== undefined) faults.push(fault);
        else sides.set(posting, this.#apply(posting, sides, touched, serials));
      }
    }
    this.#checkLines(touched, faults);
    this.#checkSerials(serials, faults);
    if (faults.length > 0) this.#faulty = true;
    const posted = new Map<Posting, Posted>();
    for (const posting of inOrder(postings)) {
      const both = sides.get(posting);
      if (both !== undefined) posted.set(posting, { ...both, posting, id: this.#insert(posting, both, posted) });
    }
    return { posted: postings.flatMap((posting) => posted.get(posting) ?? []), faults };
  }

  /** Checks late movements against every later balance, then writes the balances. */
  finish(): PostingFault[] {
    const faults = this.#faulty
      ? []
      : [
          ...[...this.#late.values()].flatMap((late) => timelineFault(this.#work, late) ?? []),
          ...[...this.#lateSerials.values()].flatMap((late) => serialTimelineFault(this.#work, late) ?? []),
        ];
    if (faults.length > 0) this.#faulty = true;
    if (!this.#faulty) this.#balances.write();
    return faults;
  }

  #namingFault(posting: Posting): PostingFault | undefined {
    const { product } = posting;
    if (posting.reverses !== null) return undefined;
    const fault = trackingFault(product, {
      ...posting,
      ...lotOfReturn(posting, this.#serials),
      from: posting.from?.kind ?? null,
      to: posting.to?.kind ?? null,
    });
    if (fault !== undefined) return { posting, ...fault };
    if (posting.serial === '' || posting.lot === '') return undefined;
    const other = this.#serials
      .of(product, posting.serial)
      .lots.find(({ lot, sublot }) => lot !== '' && (lot !== posting.lot || sublot !== posting.sublot));
    if (other === undefined || (other.lot === posting.lot && other.sublot === '')) return undefined;
    const message = `Serial ${posting.serial} of ${product.code} belongs to lot ${other.lot}${other.sublot === '' ? '' : ` / ${other.sublot}`}. Correct the lot or the serial.`;
    return { posting, column: 'lot', code: 'SERIAL_IN_USE', message };
  }

  #apply(
    posting: Posting,
    known: ReadonlyMap<Posting, Sides>,
    touched: Map<string, Touched>,
    serials: Map<string, Serial>,
  ): Sides {
    const late = posting.at < this.#lastAt;
    const stockAt = (unit: UnitFacts): number => {
      if (posting.from === null) return 0;
      const line = { unitId: unit.id, placeId: posting.from.id, status: posting.statusFrom };
      if (!late) return this.#balances.quantity(line);
      // The journal has this instant's movements only once all of them are known.
      return stockAsOf(this.#work, line, posting.at) + (touched.get(touchedKey(line))?.change ?? 0);
    };
    const sides = undoneSides(posting, known) ?? sidesOf(posting, this.nodes, this.#serials, stockAt);
    if (posting.product.stockManaged) {
      this.#change(posting, sides.fromUnit, posting.from, posting.statusFrom, -posting.quantity, touched);
      this.#change(posting, sides.toUnit, posting.to, posting.statusTo, posting.quantity, touched);
    }
    this.#countSerial(posting, sides, serials, late);
    if (late && posting.product.stockManaged) {
      for (const unit of new Set([sides.fromUnit, sides.toUnit])) {
        const known = this.#late.get(unit.id);
        if (known === undefined) this.#late.set(unit.id, { unit, postings: [posting] });
        else known.postings.push(posting);
      }
    }
    return sides;
  }

  #change(
    posting: Posting,
    unit: UnitFacts,
    place: Posting['from'],
    status: string,
    quantity: number,
    touched: Map<string, Touched>,
  ): void {
    if (place === null) return;
    const line = { unitId: unit.id, placeId: place.id, status };
    this.#balances.add(line, quantity);
    const key = touchedKey(line);
    const before = touched.get(key);
    const change = (before?.change ?? 0) + quantity;
    // The fault of a line is told at the last row that took from it.
    if (before === undefined || quantity < 0) touched.set(key, { line, unit, place: place.code, posting, change });
    else before.change = change;
  }

  #countSerial(posting: Posting, { fromUnit, toUnit }: Sides, serials: Map<string, Serial>, late: boolean): void {
    const { product } = posting;
    const serial = toUnit.serial === '' ? fromUnit.serial : toUnit.serial;
    if (serial === '') return;
    const where = this.#serials.of(product, serial);
    const step = posting.reverses === null ? 1 : -1;
    for (const unit of new Set([fromUnit, toUnit])) if (unit.serial !== '') this.#serials.name(product, unit, step);
    if (product.stockManaged && posting.from !== null && fromUnit.serial !== '') where.inPlant -= 1;
    if (product.stockManaged && posting.to !== null && toUnit.serial !== '') where.inPlant += 1;
    countOutside(where, product, posting);
    const key = `${product.id}/${serial}`;
    serials.set(key, { serial, posting });
    const known = this.#lateSerials.get(key);
    if (known !== undefined) known.postings.push(posting);
    else if (late) this.#lateSerials.set(key, { product, serial, postings: [posting] });
  }

  #checkLines(touched: Map<string, Touched>, faults: PostingFault[]): void {
    for (const { line, unit, place, posting } of touched.values()) {
      const quantity = this.#balances.quantity(line);
      if (this.#balances.isInexact(line)) {
        faults.push({
          posting,
          column: 'quantity',
          code: 'VALIDATION',
          message: `${sayUnit(unit)} would reach more than can be stored. Check the quantity.`,
        });
      }
      if (quantity >= 0 || posting.at < this.#lastAt) continue;
      const message = `${sayUnit(unit)} at ${place} in status ${line.status} would fall to ${formatQuantity(quantity)} at ${formatMoment(posting.at)}. Check the quantity, the lot, the place and the status, and whether an earlier movement is missing.`;
      faults.push({ posting, column: 'quantity', code: 'INSUFFICIENT_QTY', message });
      // Counted on from nothing, so that one missing receipt is one fault and not one per later row.
      this.#balances.add(line, -quantity);
    }
  }

  #checkSerials(serials: Map<string, Serial>, faults: PostingFault[]): void {
    for (const [key, { serial, posting }] of serials) {
      const where = this.#serials.of(posting.product, serial);
      // Where a late movement names the serial too, its whole history is asked at the end.
      if (where.inPlant + where.outside <= 1 || this.#lateSerials.has(key)) continue;
      const place = where.outside > 0 ? 'with a customer or in a product' : 'in the plant';
      const message = `Serial ${serial} of ${posting.product.code} would be in two places: it is already ${place}. A serial is one piece; correct the serial, or book the movement that brought it back.`;
      faults.push({ posting, column: 'serial', code: 'SERIAL_IN_USE', message });
      where.inPlant = Math.min(where.inPlant, 1);
      where.outside = Math.min(where.outside, 1 - where.inPlant);
    }
  }

  #insert(posting: Posting, { fromUnit, toUnit }: Sides, posted: ReadonlyMap<Posting, Posted>): number {
    if (this.#faulty) return 0;
    const reversesId = undoneId(posting, posted);
    const by = this.#by;
    const runId = posting.workOrder === '' ? null : this.nodes.run(posting.workOrder, posting.run);
    const rowStart = posting.continuesRow ? this.#rowStart : null;
    const { id, digest } = this.#work.journal.nextMovement((next) =>
      movementText({
        ...posting,
        id: next,
        entrySeq: this.#work.journal.entrySeq,
        recordedAt: by.recordedAt,
        fromUnit,
        toUnit,
        from: posting.from?.code ?? '',
        to: posting.to?.code ?? '',
        partner: posting.partner?.code ?? '',
        person: by.person,
        workstation: by.workstation,
        rowStart,
        reversesId,
      }),
    );
    if (!posting.continuesRow) this.#rowStart = id;
    this.#serials.settle(posting, id);
    this.#work.run(
      insertMovement,
      id,
      this.#work.journal.entrySeq,
      posting.at,
      posting.offsetMinutes,
      by.recordedAt,
      posting.kind,
      posting.document,
      posting.line,
      fromUnit.id,
      toUnit.id,
      posting.quantity,
      posting.from?.id ?? null,
      posting.to?.id ?? null,
      posting.statusFrom,
      posting.statusTo,
      runId,
      posting.equipment,
      posting.partner?.id ?? null,
      posting.unitCost,
      posting.reason,
      posting.evidence,
      by.person,
      by.workstation,
      posting.externalId,
      posting.rowKey,
      rowStart,
      reversesId,
      digest,
    );
    return id;
  }
}

const touchedKey = ({ unitId, placeId, status }: StockLine): string => `${unitId}/${placeId}/${status}`;

/** The sides of the movement a reversal undoes, swapped. */
function undoneSides({ reverses }: Posting, known: ReadonlyMap<Posting, Sides>): Sides | undefined {
  if (reverses === null) return undefined;
  const original = 'posted' in reverses ? reverses.posted : known.get(reverses.posting);
  return original === undefined ? undefined : { fromUnit: original.toUnit, toUnit: original.fromUnit };
}

function undoneId({ reverses }: Posting, posted: ReadonlyMap<Posting, Posted>): number | null {
  if (reverses === null) return null;
  return 'posted' in reverses ? reverses.posted.id : (posted.get(reverses.posting)?.id ?? null);
}

/** The order of rows, but a movement stands in the journal before the one that undoes it. */
const inOrder = (postings: readonly Posting[]): Posting[] => [
  ...postings.filter((posting) => posting.reverses === null),
  ...postings.filter((posting) => posting.reverses !== null),
];

const insertMovement = `insert into movement (id, entry_seq, at, offset_minutes, recorded_at, kind, document, line, from_unit_id, to_unit_id,
  quantity, from_place_id, to_place_id, status_from, status_to, run_id, equipment, partner_id, unit_cost, reason, evidence, person, workstation,
  external_id, row_key, row_start, reverses_id, digest)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
