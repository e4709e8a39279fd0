import { type Message, msg } from '#shared/kernel/message.ts';
import type { PartnerFacts, ProductFacts, UnitFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { latestMeant } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { fromMidnight, returnsBeyond, type TooMuch } from '#shared/movements/returns.ts';
import { crossingsInside, type WentInside, wentInside, wentInsideMessage } from './builtIn.queries.ts';
import { returnsNamedOtherwise, returnsOfOthers } from './suppliedLater.queries.ts';
import { NamedLater, type NamedWrongly } from './namedLater.queries.ts';
import { TakenOver } from './takenOver.queries.ts';
import {
  type CrossingRow,
  crossingsOfCustomer,
  crossingsOfOrder,
  crossingsOfSupplier,
  firstArrival,
  type Goods,
  lastMovement,
  otherCustomerOf,
} from './returns.queries.ts';

export type ReturnFinding = { row: number; column: 'quantity'; code: ErrorCode; text: Message };

type With = 'customer' | 'supplier' | 'order';

/** Kinds of movement over the plant's border, and who is on its other side. */
const crossingKinds: Partial<Record<string, { with: With; isReturn: boolean }>> = {
  shipment: { with: 'customer', isReturn: false },
  'customer-return': { with: 'customer', isReturn: true },
  receipt: { with: 'supplier', isReturn: false },
  'supplier-return': { with: 'supplier', isReturn: true },
  consumption: { with: 'order', isReturn: false },
  'production-return': { with: 'order', isReturn: true },
};

/** Returns of a product from or to one partner or work order in a unit of work, and what undoes goods that had gone there. */
type Group = {
  with: With;
  product: ProductFacts;
  partner: PartnerFacts | null;
  workOrder: string;
  /** The rows of the returns, by the numbers of their movements. */
  rows: Map<number, number>;
  units: Map<number, UnitFacts>;
  lastRow: number;
};

type OfProduct = { product: ProductFacts; rows: Map<number, number>; lastRow: number };

/** `why` is what makes it so beyond the plain count. */
type Told = {
  row: number;
  crossing: CrossingRow;
  tooMuch: TooMuch;
  why: 'unknown lot' | 'named later' | 'of others' | 'not yet used' | 'another run' | WentInside | null;
};

/**
 * Notes what a unit of work brings back from customers and work orders and sends back to suppliers, and finds at the
 * end which of it cannot be: more than had gone there. It is a finding when one of its causes came now: the return
 * itself, one before it, or what undoes goods that had gone there. What was found before is not told again.
 */
export class ReturnFindings {
  readonly #work: Work;
  /** The journal's last movement before this unit of work. */
  readonly lastBefore: number;
  readonly #takenOver: TakenOver;
  readonly #groups = new Map<string, Group>();
  readonly #unknownLots = new Set<string>();
  /** Products of which goods came back or got a name, by their numbers. */
  readonly #products = new Map<number, OfProduct>();

  constructor(work: Work) {
    this.#work = work;
    this.lastBefore = lastMovement(work);
    this.#takenOver = new TakenOver(work);
  }

  /** Notes a return that names a lot of which nothing was known before. */
  noteUnknownLot(product: ProductFacts, lot: string): void {
    this.#unknownLots.add(`${product.id} ${lot}`);
  }

  note(posted: PostedMovement): void {
    this.#noteCrossing(posted);
    this.#noteNames(posted);
  }

  #noteCrossing({ id, draft, fromUnit, toUnit }: PostedMovement): void {
    const crossing = crossingKinds[draft.kind];
    if (crossing === undefined || crossing.isReturn !== (draft.reverses === null)) return;
    const { product, partner, workOrder, row } = draft;
    const key = [crossing.with, product.id, partner?.id ?? 0, workOrder].join('\u001f');
    const known = this.#groups.get(key);
    const group = known ?? { ...crossing, product, partner, workOrder, rows: new Map(), units: new Map(), lastRow: 0 };
    if (known === undefined) this.#groups.set(key, group);
    const unit = draft.from === null ? fromUnit : toUnit;
    group.units.set(unit.id, unit);
    group.lastRow = Math.max(group.lastRow, row);
    if (crossing.isReturn) group.rows.set(id, row);
  }

  #noteNames({ id, draft, fromUnit, toUnit }: PostedMovement): void {
    const { kind, product, from, to, reverses, row } = draft;
    // What is split off or merged gets another lot, and no more of a name.
    const isNaming = fromUnit !== toUnit && from !== null && to !== null && draft.source === null;
    if (!isNaming && crossingKinds[kind] === undefined) return;
    const isReturn = crossingKinds[kind]?.isReturn ?? false;
    // Goods that went out explain more, unless that is undone.
    if (!isNaming && !isReturn && reverses === null) return;
    const known = this.#products.get(product.id) ?? { product, rows: new Map(), lastRow: 0 };
    known.rows.set(id, row);
    known.lastRow = Math.max(known.lastRow, row);
    this.#products.set(product.id, known);
  }

  /** What cannot be of what came back: under the name it bore then, and under one it got later. */
  async *all(): AsyncGenerator<ReturnFinding> {
    yield* this.#underTheirNames();
    for (const one of this.#products.values()) yield* this.#namedLater(one);
  }

  *#namedLater({ product, rows, lastRow }: OfProduct): Generator<ReturnFinding> {
    const named = new NamedLater(this.#work, product);
    const now = named.judge(({ undoneBy }) => undoneBy === null);
    const isOld = [...now.keys()].some((id) => id <= this.lastBefore);
    const before = isOld ? named.judge(this.#wasThere) : new Map<number, NamedWrongly>();
    const told = [...now.values()].filter(({ id, explained }) => explained < (before.get(id)?.explained ?? Infinity));
    const byRow = Map.groupBy(told, ({ id }) => rows.get(id) ?? lastRow);
    for (const [row, [first, ...others]] of byRow) {
      if (first === undefined) continue;
      const text = withOthers(assignedMessage(product, first), others.length);
      yield { row, column: 'quantity', code: 'INSUFFICIENT_QTY', text };
    }
  }

  readonly #wasThere = ({ id, undoneBy }: Pick<CrossingRow, 'id' | 'undoneBy'>): boolean =>
    id <= this.lastBefore && (undoneBy === null || undoneBy > this.lastBefore);

  /** One finding for each unit, at the last row that brought too much; of a range of serials one for all of them. */
  async *#underTheirNames(): AsyncGenerator<ReturnFinding> {
    for (const group of this.#groups.values()) {
      const lastOfUnit = new Map((await this.#doubtful(group)).map((told) => [unitAndWhy(told), told]));
      const byRow = Map.groupBy(lastOfUnit.values(), ({ row }) => row);
      for (const [row, [first, ...others]] of byRow) {
        if (first === undefined) continue;
        const text = withOthers(this.#say(group, first), others.length);
        yield { row, column: 'quantity', code: 'INSUFFICIENT_QTY', text };
      }
    }
  }

  /** What a customer sent back may have gone there before the store began. */
  async #doubtful(group: Group): Promise<Told[]> {
    const told = await this.#told(group);
    if (group.with !== 'customer') return told;
    const kept: Told[] = [];
    for (const one of told) if (!(await this.#takenOver.mayBeOlder(group.product.id, one.crossing))) kept.push(one);
    return kept;
  }

  /** The returns of a group that are too much now and were not before, in the order of time. */
  async #told(group: Group): Promise<Told[]> {
    const read = this.#read(group);
    const found = returnsBeyond(toCrossings(group, read, notUndone));
    const unknown = [
      ...(await this.#ofUnknownLots(group, read, found)),
      ...this.#namedOtherwise(group, read, found),
      ...this.#notYetUsed(group, read, found),
      ...(await this.#wentInside(group, read)),
    ];
    if (found.size === 0) return unknown;
    const rows = [...read, ...(await this.#inside(group, found.keys()))];
    const now = rows.length === read.length ? found : returnsBeyond(toCrossings(group, rows, notUndone));
    const isOld = [...now.keys()].some(({ row: { id } }) => id <= this.lastBefore);
    const before = new Map<number, TooMuch>();
    if (isOld)
      for (const [{ row }, tooMuch] of returnsBeyond(toCrossings(group, rows, this.#wasThere)))
        if (row.isInside !== true) before.set(row.id, tooMuch);
    const told = [...now].flatMap(([{ row }, tooMuch]): Told[] => {
      if (row.isInside === true || tooMuch.beyond <= (before.get(row.id)?.beyond ?? 0n)) return [];
      return [{ row: group.rows.get(row.id) ?? group.lastRow, crossing: row, tooMuch, why: null }];
    });
    return [...told, ...unknown];
  }

  /**
   * Goods that went without a lot may be any that come back with one, but none of a lot that was not there yet when they
   * went. A lot that only the list of lots names may have been.
   */
  async #ofUnknownLots(
    group: Group,
    rows: readonly CrossingRow[],
    known: ReadonlyMap<CrossingRow, TooMuch>,
  ): Promise<Told[]> {
    const { with: side, product, rows: now } = group;
    const plain = rows.filter(({ kind, lot, serial }) => kind === 'shipment' && lot === '' && serial === '');
    if (side !== 'customer' || plain.length === 0) return [];
    const lots = new Set(rows.filter(({ id }) => now.has(id)).map(({ lot }) => lot));
    lots.delete('');
    const told: Told[] = [];
    for (const lot of lots) {
      const { at } = (await this.#work.one(firstArrival, { productId: product.id, lot })) ?? { at: null };
      if (at === null && !this.#unknownLots.has(`${product.id} ${lot}`)) continue;
      const possible = rows.filter(
        (row) =>
          row.lot === lot || (plain.includes(row) && at !== null && latestMeant(row.at, row.offsetMinutes) >= at),
      );
      for (const [{ row }, tooMuch] of returnsBeyond(toCrossings(group, possible, notUndone))) {
        const place = now.get(row.id);
        if (place !== undefined && ![...known.keys()].some(({ id }) => id === row.id))
          told.push({ row: place, crossing: row, tooMuch, why: 'unknown lot' });
      }
    }
    return told;
  }

  /**
   * What a work order used in all may have been used too late, or by another run than the one that gave it back. What
   * names no run may be any run's.
   */
  #notYetUsed(group: Group, rows: readonly CrossingRow[], known: ReadonlyMap<CrossingRow, TooMuch>): Told[] {
    if (group.with !== 'order') return [];
    const runs = new Set(rows.flatMap(({ kind, run = '' }) => (kind === 'production-return' && run !== '' ? run : [])));
    const ways = [
      { why: 'not yet used' as const, possible: rows },
      ...Array.from(runs, (run) => ({
        why: 'another run' as const,
        possible: rows.filter((row) => row.run === run || (row.run === '' && row.kind === 'consumption')),
      })),
    ];
    const knownIds = new Set([...known.keys()].map(({ id }) => id));
    const told = new Map<number, Told>();
    for (const { why, possible } of ways) {
      const now = returnsBeyond(toCrossings(group, possible, notUndone, usedBy));
      if (now.size === 0) continue;
      const before = new Map<number, bigint>();
      for (const [{ row }, { beyond }] of returnsBeyond(toCrossings(group, possible, this.#wasThere, usedBy)))
        before.set(row.id, beyond);
      for (const [{ row }, tooMuch] of now) {
        if (knownIds.has(row.id) || told.has(row.id) || tooMuch.beyond <= (before.get(row.id) ?? 0n)) continue;
        told.set(row.id, { row: group.rows.get(row.id) ?? group.lastRow, crossing: row, tooMuch, why });
      }
    }
    return [...told.values()];
  }

  /** A piece that is in what left the plant cannot be given back by the work order that built it in. */
  async #wentInside(
    { with: side, product, workOrder, rows: now }: Group,
    rows: readonly CrossingRow[],
  ): Promise<Told[]> {
    const told: Told[] = [];
    if (side !== 'order') return told;
    for (const crossing of rows.filter(({ id, serial }) => serial !== '' && now.has(id)).filter(notUndone)) {
      const why = await wentInside(this.#work, { productId: product.id, serial: crossing.serial, workOrder });
      const tooMuch = { returned: BigInt(crossing.quantity), went: 0n, beyond: BigInt(crossing.quantity) };
      if (why !== undefined) told.push({ row: now.get(crossing.id) ?? 0, crossing, tooMuch, why });
    }
    return told;
  }

  /** Goods that came without a whole name go back as what they were named, and as no other; and from where they lie. */
  #namedOtherwise(
    { with: side, product, partner, rows: now }: Group,
    rows: readonly CrossingRow[],
    known: ReadonlyMap<CrossingRow, TooMuch>,
  ): Told[] {
    if (side !== 'supplier' || partner === null || now.size === 0) return [];
    const standing = rows.filter(notUndone);
    const of = { product, partnerId: partner.id };
    const told = new Set([...known.keys()].map(({ id }) => id));
    const tell = (why: 'named later' | 'of others', found: ReadonlyMap<CrossingRow, TooMuch>): Told[] =>
      [...found].flatMap(([crossing, tooMuch]): Told[] => {
        const row = now.get(crossing.id);
        if (row === undefined || told.has(crossing.id)) return [];
        told.add(crossing.id);
        return [{ row, crossing, tooMuch, why }];
      });
    const named = tell('named later', returnsNamedOtherwise(this.#work, { ...of, rows: standing }));
    const back = standing.filter(({ id, kind }) => kind === 'supplier-return' && now.has(id));
    return [...named, ...tell('of others', returnsOfOthers(this.#work, { ...of, rows: back }))];
  }

  /** Serials that a customer sent back and never got may have gone there inside other goods. */
  async #inside({ with: side, product, partner }: Group, found: Iterable<CrossingRow>): Promise<CrossingRow[]> {
    if (side !== 'customer' || partner === null) return [];
    const names = new Map([...found].filter(({ serial }) => serial !== '').map((name) => [name.serial, name]));
    const of = { productId: product.id, partnerId: partner.id };
    const inside: CrossingRow[] = [];
    for (const { lot, sublot, serial } of names.values())
      inside.push(...(await crossingsInside(this.#work, { ...of, name: { lot, sublot, serial } })));
    return inside;
  }

  #read({ with: side, product, partner, workOrder, units }: Group): CrossingRow[] {
    if (side === 'order') return crossingsOfOrder(this.#work, workOrder, product.id);
    const read = side === 'customer' ? crossingsOfCustomer : crossingsOfSupplier;
    const partnerId = partner?.id ?? 0;
    const named = [...units.values()];
    const isTracked = product.lotTracking !== 'none' || product.serialTracking !== 'none';
    if (isTracked && named.some(({ lot, serial }) => lot === '' && serial === ''))
      return read(this.#work, partnerId, product.id);
    const rows = read(this.#work, partnerId, product.id, goodsOf(named));
    // What went or came back without a name may be any goods, also those under names that nobody asked for now.
    return rows.some((row) => named.some(isWithin(row))) ? read(this.#work, partnerId, product.id) : rows;
  }

  #say({ with: side, partner, workOrder, product }: Group, { crossing, tooMuch, why }: Told): Message {
    const { document, lot, sublot, serial } = crossing;
    const goods = unitMessage({ product: product.code, lot, sublot, serial });
    const [returned, went] = [formatQuantity(tooMuch.returned), formatQuantity(tooMuch.went)];
    if (typeof why === 'object' && why !== null) return wentInsideMessage(workOrder, goods, why);
    if (why === 'not yet used')
      return msg`${document}: work order ${workOrder} gave back ${returned} of ${goods}, but had used ${went} by then or within a day. Check the times and whether a consumption is missing; what is too much counts as brought in until it is used.`;
    if (why === 'another run')
      return msg`${document}: run ${crossing.run ?? ''} of work order ${workOrder} gave back ${returned} of ${goods}, but had used ${went} by then or within a day. Check the run and the times, and whether a consumption is missing.`;
    if (side === 'order')
      return msg`Work order ${workOrder} gave back ${returned} of ${goods}, but used ${went} in all. Check the quantity and whether a consumption is missing; what is too much counts as brought in.`;
    const code = partner?.code ?? '';
    if (why === 'of others')
      return msg`${document}: ${returned} of ${goods} went back to ${code}, but of what lay there by then at most ${went} can have come from ${code}; the rest came from elsewhere. Check the quantity, the lot, the location and the supplier.`;
    if (side === 'supplier')
      return why === 'named later'
        ? msg`${document}: ${returned} of ${goods} went back to ${code}, but at most ${went} had come from there by then, going by what goods that came without a name were named. Check the quantity, the lot or serial and the supplier, and whether a receipt is missing.`
        : msg`${document}: ${returned} of ${goods} went back to ${code}, but ${went} had come from there by then. Check the quantity, the lot or serial and the supplier, and whether a receipt is missing.`;
    if (why === 'unknown lot')
      return msg`${document}: ${code} sent back ${returned} of ${goods}, but had got ${went} by then. Goods without a lot had gone there, but nothing of this lot was here by then. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.`;
    const other = otherCustomerOf(this.#work, { productId: product.id, serial, partnerId: partner?.id ?? 0 });
    return other === undefined
      ? msg`${document}: ${code} sent back ${returned} of ${goods}, but had got ${went} by then. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.`
      : msg`${document}: ${code} sent back ${returned} of ${goods}, but had got ${went} by then. It went to ${other}. Check the quantity, the lot or serial and the customer, and whether a shipment is missing; what is too much counts as brought in.`;
  }
}

function assignedMessage(
  product: ProductFacts,
  { document, quantity, lot, sublot, serial, explained, by, isNaming }: NamedWrongly,
): Message {
  const goods = unitMessage({ product: product.code, lot, sublot, serial });
  const [all, most, who] = [formatQuantity(BigInt(quantity)), formatQuantity(explained), by.join(', ')];
  return isNaming
    ? msg`${document} names ${all} of the goods that came back from ${who} ${goods}, but at most ${most} of them can be that: no more of it had gone there by then. Check the quantity, the lot or serial and who sent it back, and whether what went there is missing; what is too much counts as brought in.`
    : msg`${document}: ${all} of ${goods} came back from ${who}, but at most ${most} can be that, since goods that had come back from there before were named so later. Check the quantity, the lot or serial and who sent it back, and whether what went there is missing; what is too much counts as brought in.`;
}

const withOthers = (said: Message, others: number): Message =>
  others === 0 ? said : msg`${said} The same holds for ${others} more of this row.`;

const notUndone = ({ undoneBy }: Pick<CrossingRow, 'undoneBy'>): boolean => undoneBy === null;

const apart: readonly Told['why'][] = ['not yet used', 'another run', 'of others'];

/** Too much in all, by then and from there are told apart. */
const unitAndWhy = ({ crossing, why }: Told): string => `${crossing.unitId} ${apart.indexOf(why)}`;

/** What a work order used is often booked after what it gave back, so that all of it counts together. */
const together = ({ at }: CrossingRow, side: With): number => (side === 'order' ? 0 : at);

const day = 86_400_000_000;

/** Consumption that is booked at the end of a shift or a day may come after what was given back before, but not a day later. */
const usedBy = ({ kind, at }: CrossingRow): number => (kind === 'consumption' ? at - day + 1 : at);

const toCrossings = (
  group: Group,
  rows: readonly CrossingRow[],
  counts: (row: CrossingRow) => boolean,
  timeOf: (row: CrossingRow, side: With) => number = together,
) =>
  fromMidnight(
    rows.filter(counts).map((row) => ({
      ...row,
      row,
      at: timeOf(row, group.with),
      isReturn: crossingKinds[row.kind]?.isReturn ?? false,
    })),
  );

function goodsOf(units: readonly UnitFacts[]): Goods {
  return {
    // Goods may also have gone without a lot.
    lots: ['', ...new Set(units.map(({ lot }) => lot))],
    serials: units.map(({ serial }) => serial).filter((serial) => serial !== ''),
    everySerial: units.some(({ serial }) => serial === ''),
  };
}

/** Whether a unit is named more exactly than goods that went or came back. */
const isWithin =
  (row: CrossingRow) =>
  ({ lot, sublot, serial }: UnitFacts): boolean =>
    (lot !== row.lot && row.lot === '') ||
    (lot === row.lot && sublot !== row.sublot && row.sublot === '') ||
    (serial !== row.serial && row.serial === '' && (lot === row.lot || row.lot === ''));
