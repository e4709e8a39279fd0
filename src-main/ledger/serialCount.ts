import type { ProductFacts } from './facts.ts';
import type { MovementDraft } from './movementDraft.ts';

/** A draft identifies itself until the journal has a number for it. */
type Key = number | MovementDraft;

/** A movement as the pieces of one serial see it: by how many of them it changes what is in the plant, and what it undoes. */
export type SerialCountMove = { key: Key; at: number; kind: string; undoes: Key | null; step: number };

/** How a piece of a stock serial is used up: it is gone, and what comes in under its serial is doubtful. */
export type UsedUpBy = 'consumption' | 'scrap' | 'sample';

/** Pieces in the plant, pieces outside it, and pieces used up, with how the last of them was. */
type Pieces = { inPlant: number; outside: number; usedUp: number; usedUpBy: UsedUpBy };

// Where a return from production is undone, it was used there though no movement shows it.
const noPieces: Pieces = { inPlant: 0, outside: 0, usedUp: 0, usedUpBy: 'consumption' };

/**
 * Counts the pieces of a serial along its history: those in the plant, and those that left it for a customer (or, for
 * serials named on issue, into production) and have not come back. More than one in all means it would be in two
 * places. Whole timestamp batches are counted: a file may have the return of a piece and its next shipment in either order, so
 * of the orders in which they can have happened the one counts that leaves the piece in the fewest places.
 */
export class SerialCount {
  readonly #product: ProductFacts;
  #before = noPieces;
  #at = Number.NEGATIVE_INFINITY;
  #timestampBatch: SerialCountMove[] = [];
  #after: Pieces | undefined;
  /** Returns that found no piece outside, so that undoing one sends none out again. */
  readonly #emptyReturns = new Set<Key>();

  constructor(product: ProductFacts) {
    this.#product = product;
  }

  /** Movements come in the order of their time; one that comes late is left to the replay of the whole history. */
  take(move: SerialCountMove): void {
    if (move.at < this.#at) return;
    if (move.at > this.#at) {
      for (const key of this.#empty()) this.#emptyReturns.add(key);
      this.#before = this.#counted();
      this.#timestampBatch = [];
      this.#at = move.at;
    }
    this.#timestampBatch.push(move);
    this.#after = undefined;
  }

  /** Whether the serial is in two locations after all that was taken. */
  get isInTwoLocations(): boolean {
    const { inPlant, outside } = this.#counted();
    return inPlant + outside > 1;
  }

  get isOutside(): boolean {
    return this.#counted().outside > 0;
  }

  /** How a piece of a stock serial had been used up before the current timestamp batch; undefined where none had. */
  get usedUpBy(): UsedUpBy | undefined {
    return this.#before.usedUp > 0 ? this.#before.usedUpBy : undefined;
  }

  /** Counts on as if the serial were in one place, so that one fault is reported and not one for each later row. */
  forgive(): void {
    const { inPlant, outside, ...usedUp } = this.#counted();
    const inside = Math.min(inPlant, 1);
    this.#before = { inPlant: inside, outside: Math.min(outside, 1 - inside), ...usedUp };
    this.#timestampBatch = [];
    this.#after = undefined;
  }

  settle(draft: MovementDraft, id: number): void {
    const move = this.#timestampBatch.find(({ key }) => key === draft);
    if (move !== undefined) move.key = id;
  }

  #counted(): Pieces {
    this.#after ??= this.#timestampBatch.length === 0 ? this.#before : this.#count();
    return this.#after;
  }

  #count(): Pieces {
    const { left, back } = this.#crossings();
    const inPlant = this.#product.stockManaged
      ? this.#timestampBatch.reduce((sum, { step }) => sum + step, this.#before.inPlant)
      : 0;
    const outside = Math.max(0, (this.#comesFirst() ? 1 : 0) + this.#before.outside + left - back);
    return { inPlant, outside, ...this.#usedUp() };
  }

  /** The timestamp batch without the pairs that undo each other within it. */
  #valid(): SerialCountMove[] {
    if (this.#timestampBatch.length === 1) return this.#timestampBatch;
    const keys = new Set(this.#timestampBatch.map(({ key }) => key));
    const undone = new Set(this.#timestampBatch.map(({ undoes }) => undoes));
    return this.#timestampBatch.filter(({ key, undoes }) => !undone.has(key) && (undoes === null || !keys.has(undoes)));
  }

  /** How many pieces went out in the timestamp batch and how many came back; undoing the one is the other. */
  #crossings(): { left: number; back: number } {
    let [left, back] = [0, 0];
    for (const { kind, undoes } of this.#valid()) {
      const isOut = leaves(this.#product, kind);
      const isBack = comesBack(this.#product, kind);
      if ((isOut && undoes === null) || (isBack && undoes !== null && !this.#emptyReturns.has(undoes))) left += 1;
      if ((isBack && undoes === null) || (isOut && undoes !== null)) back += 1;
    }
    return { left, back };
  }

  /** A piece that lay nowhere and left again within the timestamp batch must have come back first: that return found none outside. */
  #comesFirst(): boolean {
    const { inPlant, outside } = this.#before;
    if (this.#timestampBatch.length === 1 || inPlant > 0 || outside > 0) return false;
    if (!this.#product.stockManaged || namesOnIssue(this.#product)) return false;
    const arrivals = this.#valid().filter(({ step }) => step > 0);
    return (
      arrivals.length > 0 && arrivals.every(({ kind, undoes }) => undoes === null && comesBack(this.#product, kind))
    );
  }

  /** Returns of the timestamp batch that found no piece outside: the last of them, or the one that came first of all. */
  #empty(): Key[] {
    const returns = this.#valid().filter(({ kind, undoes }) => undoes === null && comesBack(this.#product, kind));
    if (returns.length === 0) return [];
    const { left, back } = this.#crossings();
    const first = this.#comesFirst() ? 1 : 0;
    const found = Math.max(0, this.#before.outside + left - (back - returns.length));
    return [...returns.slice(0, first), ...returns.slice(first + found)].map(({ key }) => key);
  }

  #usedUp(): Pick<Pieces, 'usedUp' | 'usedUpBy'> {
    let { usedUp, usedUpBy } = this.#before;
    if (namesOnIssue(this.#product)) return { usedUp, usedUpBy };
    for (const { kind, undoes } of this.#valid()) {
      const by = usesUp.find((one) => one === kind);
      const step = by !== undefined ? 1 : kind === 'production-return' ? -1 : 0;
      usedUp += undoes === null ? step : -step;
      if (undoes === null) usedUpBy = by ?? usedUpBy;
    }
    return { usedUp: Math.max(0, usedUp), usedUpBy };
  }
}

const usesUp: readonly UsedUpBy[] = ['consumption', 'scrap', 'sample'];

const namesOnIssue = (product: ProductFacts): boolean => product.serialTracking === 'on-issue';

/** What takes goods out of stock kept without serials names the piece it takes: it is nowhere else from then on. */
const takesForGood = ['consumption', 'scrap', 'sample', 'supplier-return', 'adjustment'];
/** Kinds after which a serial is outside. A consumed stock serial is gone; one named on issue now sits in a product. */
const leaves = (product: ProductFacts, kind: string): boolean =>
  kind === 'shipment' || (namesOnIssue(product) && takesForGood.includes(kind));
const comesBack = (product: ProductFacts, kind: string): boolean =>
  kind === 'customer-return' || (kind === 'production-return' && namesOnIssue(product));
