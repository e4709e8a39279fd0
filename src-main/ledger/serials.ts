import type { Work } from '#main/store/work.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';
import type { Posting } from './posting.ts';

type LotName = { lot: string; sublot: string };

/**
 * Where a serial is, counted over all lots it was ever named with: pieces in the plant, and pieces
 * that left it for a customer (or, for serials named on issue, into production) and have not come back.
 * More than one in all means it would be in two places. `lots` are those that movements name it with and
 * that were not undone, oldest first. `emptyReturns` are returns that found no piece outside, so that undoing
 * one sends none out again; a posting stands for itself until the journal has it.
 */
export type Whereabouts = {
  inPlant: number;
  outside: number;
  lots: (LotName & { times: number })[];
  emptyReturns: Set<number | Posting>;
};

export class Serials {
  readonly #work: Work;
  readonly #startsEmpty: boolean;
  readonly #known = new Map<string, Whereabouts>();

  constructor(work: Work, startsEmpty: boolean) {
    this.#work = work;
    this.#startsEmpty = startsEmpty;
  }

  of(product: ProductFacts, serial: string): Whereabouts {
    const key = `${product.id}\u001f${serial}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#startsEmpty ? nowhere() : this.#read(product, serial);
    this.#known.set(key, found);
    return found;
  }

  /** Notes that a movement names a serial with a lot, or with `times` -1 that one that did so is undone. */
  name(product: ProductFacts, unit: UnitFacts, times: 1 | -1): void {
    nameLot(this.of(product, unit.serial), unit, times);
  }

  /** Notes the number under which the journal has a posting. */
  settle(posting: Posting, id: number): void {
    if (!comesBack(posting.product, posting.kind) || posting.serial === '') return;
    const { emptyReturns } = this.of(posting.product, posting.serial);
    if (emptyReturns.delete(posting)) emptyReturns.add(id);
  }

  #read(product: ProductFacts, serial: string): Whereabouts {
    const history = serialHistory(this.#work, product, serial);
    const where = nowhere();
    if (history.length === 0) return where;
    for (const move of history) {
      if (move.reversesId !== null || move.isReversed === 1) continue;
      if (move.namesFrom === 1) nameLot(where, { lot: move.fromLot, sublot: move.fromSublot }, 1);
      if (move.namesTo === 1 && move.fromUnitId !== move.toUnitId)
        nameLot(where, { lot: move.toLot, sublot: move.toSublot }, 1);
    }
    const count = new PieceCount(product);
    for (const move of history) count.take(move);
    return { ...where, inPlant: count.inPlant, outside: count.outside, emptyReturns: count.emptyReturns };
  }
}

const nowhere = (): Whereabouts => ({ inPlant: 0, outside: 0, lots: [], emptyReturns: new Set() });

/** Counts a piece that leaves or comes back, or that such a movement is undone. */
export function countOutside(where: Whereabouts, product: ProductFacts, posting: Posting): void {
  const { kind, reverses } = posting;
  if (leaves(product, kind)) where.outside = Math.max(0, where.outside + (reverses === null ? 1 : -1));
  if (!comesBack(product, kind)) return;
  if (reverses !== null) {
    const undone = 'posted' in reverses ? reverses.posted.id : reverses.posting;
    where.outside += where.emptyReturns.has(undone) ? 0 : 1;
  } else if (where.outside > 0) where.outside -= 1;
  else where.emptyReturns.add(posting);
}

function nameLot({ lots }: Whereabouts, { lot, sublot }: LotName, times: 1 | -1): void {
  const known = lots.find((one) => one.lot === lot && one.sublot === sublot);
  if (known === undefined) {
    if (times === 1) lots.push({ lot, sublot, times });
    return;
  }
  known.times += times;
  if (known.times === 0) lots.splice(lots.indexOf(known), 1);
}

/** A movement as the whereabouts of one serial see it; flags are 0 or 1. */
export type SerialMove = {
  id: number;
  at: number;
  kind: string;
  reversesId: number | null;
  isReversed: number;
  fromUnitId: number;
  toUnitId: number;
  leavesPlace: number;
  reachesPlace: number;
  namesFrom: number;
  namesTo: number;
  fromLot: string;
  fromSublot: string;
  toLot: string;
  toSublot: string;
};

/** Every movement that names a serial, in the order they happened. */
export const serialHistory = (work: Work, product: ProductFacts, serial: string): SerialMove[] =>
  work.all<SerialMove>(selectHistory, { serial, productId: product.id });

/** Counts the pieces of a serial along its history. */
export class PieceCount {
  inPlant = 0;
  outside = 0;
  readonly #product: ProductFacts;
  readonly emptyReturns = new Set<number>();
  /** Movements undone before they happened, which only a clock that was set back can do. */
  readonly #neverWere = new Set<number>();
  readonly #met = new Set<number>();

  constructor(product: ProductFacts) {
    this.#product = product;
  }

  take(move: SerialMove): void {
    this.#met.add(move.id);
    if (this.#product.stockManaged)
      this.inPlant += move.namesTo * move.reachesPlace - move.namesFrom * move.leavesPlace;
    const { reversesId } = move;
    if (reversesId !== null && !this.#met.has(reversesId)) this.#neverWere.add(reversesId);
    else if (!this.#neverWere.has(move.id)) this.#goOut(move);
  }

  #goOut({ id, kind, reversesId }: SerialMove): void {
    if (leaves(this.#product, kind)) this.outside = Math.max(0, this.outside + (reversesId === null ? 1 : -1));
    if (!comesBack(this.#product, kind)) return;
    if (reversesId !== null) this.outside += this.emptyReturns.has(reversesId) ? 0 : 1;
    else if (this.outside > 0) this.outside -= 1;
    else this.emptyReturns.add(id);
  }
}

const namesOnIssue = (product: ProductFacts): boolean => product.serialTracking === 'on-issue';

/** Kinds after which a serial is outside. A consumed stock serial is gone; one named on issue now sits in a product. */
/** What takes goods out of stock kept without serials names the piece it takes: it is nowhere else from then on. */
const takesForGood = ['consumption', 'scrap', 'sample', 'supplier-return', 'adjustment'];
const leaves = (product: ProductFacts, kind: string): boolean =>
  kind === 'shipment' || (namesOnIssue(product) && takesForGood.includes(kind));
const comesBack = (product: ProductFacts, kind: string): boolean =>
  kind === 'customer-return' || (kind === 'production-return' && namesOnIssue(product));

// `serial <> ''` lets SQLite use the index that holds serials only; two halves, because an "or" over both units would read every movement.
const selectHistory = `with named as (select id from unit where serial = @serial and serial <> '' and product_id = @productId), moved as (
    select m.id from named n join movement m on m.to_unit_id = n.id
    union select m.id from named n join movement m on m.from_unit_id = n.id and m.from_unit_id <> m.to_unit_id)
  select m.id, m.at, m.kind, m.reverses_id as reversesId, exists (select 1 from movement b where b.reverses_id = m.id) as isReversed,
    m.from_unit_id as fromUnitId, m.to_unit_id as toUnitId, m.from_place_id is not null as leavesPlace, m.to_place_id is not null as reachesPlace,
    f.serial = @serial as namesFrom, t.serial = @serial as namesTo, f.lot as fromLot, f.sublot as fromSublot, t.lot as toLot, t.sublot as toSublot
  from moved cross join movement m on m.id = moved.id join unit f on f.id = m.from_unit_id join unit t on t.id = m.to_unit_id
  order by m.at, m.id`;
