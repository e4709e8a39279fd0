import type { Valuation } from '#shared/products/vocabulary.ts';
import type { MovementKind } from './vocabulary.ts';

/** A movement of one product, as far as the worth of its goods goes. */
export type ValuedMove = {
  id: number;
  at: number;
  kind: MovementKind;
  /** The goods before and after it: the same but where they get or lose a name. */
  fromUnit: number;
  toUnit: number;
  /** Whether it takes from stock, and whether it brings to it. */
  leaves: boolean;
  arrives: boolean;
  quantity: bigint;
  /** What one unit cost, in ten-thousandths; null where nobody said. */
  cost: bigint | null;
  /** The movement it undoes, 0 for none. */
  reverses: number;
};

/**
 * So many goods and what they are worth: millionths of a quantity at ten-thousandths a unit, so whole units of 10⁻¹⁰,
 * and exact. A share of an amount is rounded down to such a unit; what is over stays behind, so that a sum never changes.
 */
export type Amount = {
  quantity: bigint;
  value: bigint;
  /** So many of them came without a cost, and count as nothing. */
  costless: bigint;
};

type Rules = {
  method: Valuation;
  /** The standard cost on the day of a moment; null where there is none. */
  standardAt: (moment: number) => bigint | null;
  /** The moment at which they are asked for. */
  until: number;
};

/**
 * What all goods of a product are worth, by unit, worked out from its movements in their order. By lot each lot and
 * serial keeps what it cost; by average all goods are worth the same each, what came in over how much; by standard each
 * is worth the standard cost of the day. Goods that are renamed, split or merged take along what they are worth, and
 * what comes back does so at what it went for. What came without a cost is worth what the rest is, or else the standard
 * cost, or else nothing.
 */
export function valueStock(moves: readonly ValuedMove[], rules: Rules): ReadonlyMap<number, Amount> {
  const worth = new Worth(moves, rules);
  let batch: ValuedMove[] = [];
  for (const move of moves) {
    if (batch[0] !== undefined && batch[0].at !== move.at) {
      worth.applyBatch(batch);
      batch = [];
    }
    batch.push(move);
  }
  worth.applyBatch(batch);
  return worth.byUnit();
}

/** What one of an amount is worth, in ten-thousandths, rounded half up; undefined where some of it has no cost. */
export const costOfOne = ({ quantity, value, costless }: Amount): bigint | undefined =>
  quantity <= 0n || costless > 0n ? undefined : (value + quantity / 2n) / quantity;

/** A value in ten-thousandths, rounded half up. */
export const shownValue = (value: bigint): bigint => (value + 500_000n) / 1_000_000n;

/** So many at a cost each; without one they count as nothing. */
export const priced = (quantity: bigint, cost: bigint | null): Amount =>
  cost === null ? { quantity, value: 0n, costless: quantity } : { quantity, value: quantity * cost, costless: 0n };

/** Amounts together. */
export function sumOf(amounts: Iterable<Amount>): Amount {
  const sum = nothing();
  for (const one of amounts) put(sum, one);
  return sum;
}

const nothing = (): Amount => ({ quantity: 0n, value: 0n, costless: 0n });

function put(pool: Amount, { quantity, value, costless }: Amount): void {
  pool.quantity += quantity;
  pool.value += value;
  pool.costless += costless;
}

/** Takes a share of what is there; with the last of it goes all that it was worth. */
function take(pool: Amount, quantity: bigint): Amount {
  const share = (part: bigint): bigint => (quantity >= pool.quantity ? part : (part * quantity) / pool.quantity);
  return takeOut(pool, { quantity, value: share(pool.value), costless: share(pool.costless) });
}

/** Takes what was put there before, as far as that is still there. */
function takeBack(pool: Amount, { quantity, value, costless }: Amount): Amount {
  if (quantity >= pool.quantity) return take(pool, quantity);
  return takeOut(pool, {
    quantity,
    value: value < pool.value ? value : pool.value,
    costless: costless < pool.costless ? costless : pool.costless,
  });
}

function takeOut(pool: Amount, taken: Amount): Amount {
  pool.quantity -= taken.quantity;
  pool.value -= taken.value;
  pool.costless -= taken.costless;
  return taken;
}

/** So many at what those of an amount are worth; undefined where none of them has a cost. */
export function pricedLike(quantity: bigint, like: Amount | undefined): Amount | undefined {
  const priced = like === undefined ? 0n : like.quantity - like.costless;
  return like === undefined || priced <= 0n
    ? undefined
    : { quantity, value: (like.value * quantity) / priced, costless: 0n };
}

/** Where goods went that may come back from there, by the kinds of movements to it and from it. */
const wentTo: Partial<Record<MovementKind, string>> = {
  shipment: 'customer',
  'customer-return': 'customer',
  consumption: 'production',
  'production-return': 'production',
};

class Worth {
  readonly #rules: Rules;
  /** What lies here, by unit, or under 0 all together. */
  readonly #pools = new Map<number, Amount>();
  readonly #quantities = new Map<number, bigint>();
  /** What went where it may come back from, by unit. */
  readonly #gone = new Map<string, Amount>();
  readonly #lastLeft = new Map<number, Amount>();
  /** What movements moved that are undone later. */
  readonly #moved = new Map<number, Amount>();
  readonly #undone: ReadonlySet<number>;

  constructor(moves: readonly ValuedMove[], rules: Rules) {
    this.#rules = rules;
    this.#undone = new Set(moves.map(({ reverses }) => reverses));
  }

  /** Movements of one time, whose order says nothing: each when what it takes is there. */
  applyBatch(batch: readonly ValuedMove[]): void {
    const applied = (moves: readonly ValuedMove[], isNext: (move: ValuedMove) => boolean): readonly ValuedMove[] => {
      const left: ValuedMove[] = [];
      for (const move of moves)
        if (isNext(move)) this.#apply(move);
        else left.push(move);
      return left;
    };
    let waiting = batch;
    while (waiting.length > 0) {
      let left = applied(waiting, (move) => this.#isReady(move));
      // What came back from where nothing went is here all the same, and so is what was taken where nothing lay.
      if (left.length === waiting.length) left = applied(waiting, ({ leaves }) => !leaves);
      if (left.length === waiting.length) left = applied(waiting, () => true);
      waiting = left;
    }
  }

  byUnit(): ReadonlyMap<number, Amount> {
    const { method, standardAt, until } = this.#rules;
    const units = [...this.#quantities].filter(([, quantity]) => quantity !== 0n).sort(([a], [b]) => a - b);
    if (method === 'lot') return new Map(units.map(([unit]) => [unit, this.#pool(unit)]));
    if (method === 'average') {
      const pool = { ...this.#pool(0) };
      return new Map(units.map(([unit, quantity]) => [unit, take(pool, quantity)]));
    }
    const standard = standardAt(until);
    return new Map(units.map(([unit, quantity]) => [unit, priced(quantity, standard)]));
  }

  #pool(unit: number): Amount {
    return madeIn(this.#pools, this.#rules.method === 'average' ? 0 : unit);
  }

  #isReady({ leaves, fromUnit, quantity, kind, reverses }: ValuedMove): boolean {
    if (reverses !== 0) return this.#moved.has(reverses);
    if (leaves) return (this.#quantities.get(fromUnit) ?? 0n) >= quantity;
    const where = wentTo[kind];
    return where === undefined || madeIn(this.#gone, `${where} ${fromUnit}`).quantity >= quantity;
  }

  #apply(move: ValuedMove): void {
    const { id, leaves, arrives, fromUnit, toUnit, quantity } = move;
    const amount = leaves ? this.#takenFrom(move) : this.#comingIn(move);
    if (leaves) this.#count(fromUnit, -quantity);
    if (arrives) {
      put(this.#pool(toUnit), amount);
      this.#count(toUnit, quantity);
    } else {
      const where = wentTo[move.kind];
      if (where !== undefined) put(madeIn(this.#gone, `${where} ${toUnit}`), amount);
      this.#lastLeft.set(toUnit, amount);
    }
    if (this.#undone.has(id)) this.#moved.set(id, amount);
  }

  #takenFrom({ fromUnit, quantity, reverses }: ValuedMove): Amount {
    const undone = this.#moved.get(reverses);
    return undone === undefined ? take(this.#pool(fromUnit), quantity) : takeBack(this.#pool(fromUnit), undone);
  }

  #comingIn(move: ValuedMove): Amount {
    const { fromUnit, toUnit, quantity, cost, kind, reverses, at } = move;
    const where = wentTo[kind];
    const gone = where === undefined ? nothing() : madeIn(this.#gone, `${where} ${fromUnit}`);
    const undone = this.#moved.get(reverses);
    if (undone !== undefined) {
      if (where !== undefined) takeBack(gone, undone);
      return undone;
    }
    const fromThere = gone.quantity < quantity ? gone.quantity : quantity;
    const amount = take(gone, fromThere);
    const rest = quantity - fromThere;
    const like = (one: Amount | undefined) => pricedLike(rest, one);
    put(
      amount,
      cost === null
        ? (like(this.#pool(toUnit)) ?? like(this.#lastLeft.get(fromUnit)) ?? priced(rest, this.#rules.standardAt(at)))
        : priced(rest, cost),
    );
    return amount;
  }

  #count(unit: number, by: bigint): void {
    this.#quantities.set(unit, (this.#quantities.get(unit) ?? 0n) + by);
  }
}

function madeIn<Key>(pools: Map<Key, Amount>, key: Key): Amount {
  const found = pools.get(key) ?? nothing();
  pools.set(key, found);
  return found;
}
