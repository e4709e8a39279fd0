import type { Work } from '#main/store/work.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';
import { PieceCount, type PieceMove } from './pieces.ts';
import type { Posting, Sides } from './posting.ts';

type LotName = { lot: string; sublot: string };

/**
 * Where a serial is, counted over all lots it was ever named with. `lots` are those that movements name it with and
 * that were not undone, oldest first.
 */
export type Whereabouts = { pieces: PieceCount; lots: (LotName & { times: number })[] };

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
    const found = this.#startsEmpty ? { pieces: new PieceCount(product), lots: [] } : this.#read(product, serial);
    this.#known.set(key, found);
    return found;
  }

  /** Notes that a movement names a serial with a lot, or undoes one that did, and counts the piece. */
  take(posting: Posting, { fromUnit, toUnit }: Sides, serial: string): void {
    const { product, reverses } = posting;
    const where = this.of(product, serial);
    for (const unit of new Set([fromUnit, toUnit]))
      if (unit.serial !== '') nameLot(where, unit, reverses === null ? 1 : -1);
    const leaves = posting.from !== null && fromUnit.serial !== '' ? 1 : 0;
    const reaches = posting.to !== null && toUnit.serial !== '' ? 1 : 0;
    const undoes = reverses === null ? null : 'posted' in reverses ? reverses.posted.id : reverses.posting;
    where.pieces.take({ key: posting, at: posting.at, kind: posting.kind, undoes, step: reaches - leaves });
  }

  /** Notes the number under which the journal has a posting. */
  settle(posting: Posting, id: number): void {
    if (posting.serial !== '') this.of(posting.product, posting.serial).pieces.settle(posting, id);
  }

  #read(product: ProductFacts, serial: string): Whereabouts {
    const where: Whereabouts = { pieces: new PieceCount(product), lots: [] };
    for (const move of serialHistory(this.#work, product, serial)) {
      where.pieces.take(pieceMove(move));
      if (move.reversesId !== null || move.isReversed === 1) continue;
      if (move.namesFrom === 1) nameLot(where, { lot: move.fromLot, sublot: move.fromSublot }, 1);
      if (move.namesTo === 1 && move.fromUnitId !== move.toUnitId)
        nameLot(where, { lot: move.toLot, sublot: move.toSublot }, 1);
    }
    return where;
  }
}

function nameLot({ lots }: Whereabouts, { lot, sublot }: LotName | UnitFacts, times: 1 | -1): void {
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
  /** The entry it was recorded with. */
  entrySeq: number;
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

/** What a movement of the journal does to the pieces of a serial. */
export const pieceMove = (move: SerialMove): PieceMove => ({
  key: move.id,
  at: move.at,
  kind: move.kind,
  undoes: move.reversesId,
  step: move.namesTo * move.reachesPlace - move.namesFrom * move.leavesPlace,
});

// `serial <> ''` lets SQLite use the index that holds serials only; two halves, because an "or" over both units would read every movement.
const selectHistory = `with named as (select id from unit where serial = @serial and serial <> '' and product_id = @productId), moved as (
    select m.id from named n join movement m on m.to_unit_id = n.id
    union select m.id from named n join movement m on m.from_unit_id = n.id and m.from_unit_id <> m.to_unit_id)
  select m.id, m.entry_seq as entrySeq, m.at, m.kind, m.reverses_id as reversesId, exists (select 1 from movement b where b.reverses_id = m.id) as isReversed,
    m.from_unit_id as fromUnitId, m.to_unit_id as toUnitId, m.from_place_id is not null as leavesPlace, m.to_place_id is not null as reachesPlace,
    f.serial = @serial as namesFrom, t.serial = @serial as namesTo, f.lot as fromLot, f.sublot as fromSublot, t.lot as toLot, t.sublot as toSublot
  from moved cross join movement m on m.id = moved.id join unit f on f.id = m.from_unit_id join unit t on t.id = m.to_unit_id
  order by m.at, m.id`;
