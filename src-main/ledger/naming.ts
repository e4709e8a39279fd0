import type { UnitFacts } from './facts.ts';
import type { Posting, Sides } from './posting.ts';
import { settled, type SidesFound, sidesOf } from './sides.ts';
import type { Nodes } from './nodes.ts';
import type { Serials } from './serials.ts';

/** What lies at a posting's from-end, all of its instant counted but put-aways and assignments. */
export type StockAt = (posting: Posting, end: { unit: UnitFacts; place: 'from' | 'to' }) => number;

/** So many rows of one product and instant are tried in every order; more only in the order in which each finds its goods. */
const mostTried = 6;

/**
 * What the put-aways and assignments of one instant take: goods that bear the name, or goods that get it. That depends
 * on what those before have left there, and a file may have them in any order. So each waits until it finds its
 * goods; where that does not work out, the first order of the rows in which nothing falls below zero counts.
 */
export function nameGoods(
  postings: readonly Posting[],
  { nodes, serials, stockAt }: { nodes: Nodes; serials: Serials; stockAt: StockAt },
): Map<Posting, Sides> {
  const found = new Map<Posting, Sides>();
  const parts = { nodes, serials, stockAt };
  for (const ofProduct of byProduct(postings)) {
    const [first] = ofProduct;
    if (first === undefined) continue;
    const named =
      ofProduct.length === 1 || !first.product.stockManaged
        ? eachAlone(ofProduct, parts)
        : oneAfterAnother(ofProduct, parts);
    for (const [posting, sides] of named) found.set(posting, settled(sides, posting, nodes));
  }
  return found;
}

const byProduct = (postings: readonly Posting[]): Iterable<readonly Posting[]> =>
  postings.length <= 1 ? [postings] : Map.groupBy(postings, ({ product }) => product.id).values();

const eachAlone = (postings: readonly Posting[], { nodes, serials, stockAt }: Parts): [Posting, SidesFound][] =>
  postings.map((posting) => [
    posting,
    sidesOf(posting, nodes, serials, (unit) => stockAt(posting, { unit, place: 'from' })),
  ]);

function oneAfterAnother(postings: readonly Posting[], parts: Parts): Iterable<[Posting, SidesFound]> {
  const trial = inPasses(postings, new Trial(parts));
  if (postings.length > mostTried || trial.isPossible()) return trial.sides;
  return (firstPossible(postings, parts) ?? trial).sides;
}

/** Pass after pass those that find their goods; when none does, the rest as they stand. */
function inPasses(postings: readonly Posting[], trial: Trial): Trial {
  let waiting = postings;
  while (waiting.length > 0) {
    const still = waiting.filter((posting) => !trial.take(posting, 'when found'));
    if (still.length === waiting.length) {
      for (const posting of still) trial.take(posting, 'anyway');
      return trial;
    }
    waiting = still;
  }
  return trial;
}

function firstPossible(postings: readonly Posting[], parts: Parts): Trial | undefined {
  for (const order of ordersOf(postings)) {
    const trial = new Trial(parts);
    for (const posting of order) trial.take(posting, 'anyway');
    if (trial.isPossible()) return trial;
  }
  return undefined;
}

/** Every order of some rows: first as they stand, then the last ones changed first. */
function* ordersOf<T>(rows: readonly T[]): Generator<T[]> {
  if (rows.length === 0) yield [];
  for (const [index, first] of rows.entries())
    for (const rest of ordersOf(rows.toSpliced(index, 1))) yield [first, ...rest];
}

type Parts = { nodes: Nodes; serials: Serials; stockAt: StockAt };

/** One order of rows, tried out beside the balances. */
class Trial {
  readonly sides = new Map<Posting, SidesFound>();
  readonly #parts: Parts;
  readonly #lines = new Map<string, number>();
  #isLacking = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes a row into account; `when found` only if all its goods lie there, else it answers false. */
  take(posting: Posting, how: 'when found' | 'anyway'): boolean {
    const { nodes, serials } = this.#parts;
    const lies = (unit: UnitFacts): number => this.#line(posting, { unit, place: 'from' }).quantity;
    const sides = sidesOf(posting, nodes, serials, lies);
    const { fromUnit, toUnit } = sides;
    if (how === 'when found' && (fromUnit === undefined || lies(fromUnit) < posting.quantity)) return false;
    this.sides.set(posting, sides);
    if (fromUnit === undefined) this.#isLacking = true;
    else this.#add(posting, { unit: fromUnit, place: 'from' }, -posting.quantity);
    this.#add(posting, { unit: toUnit, place: 'to' }, posting.quantity);
    return true;
  }

  /** Whether all goods were found and nothing lies below zero. */
  isPossible(): boolean {
    return !this.#isLacking && [...this.#lines.values()].every((quantity) => quantity >= 0);
  }

  #add(posting: Posting, end: { unit: UnitFacts; place: 'from' | 'to' }, change: number): void {
    const { key, quantity } = this.#line(posting, end);
    this.#lines.set(key, quantity + change);
  }

  #line(posting: Posting, end: { unit: UnitFacts; place: 'from' | 'to' }): { key: string; quantity: number } {
    const isFrom = end.place === 'from';
    const place = isFrom ? posting.from : posting.to;
    const status = isFrom ? posting.statusFrom : posting.statusTo;
    const key = `${end.unit.id}/${place?.id ?? 0}/${status}`;
    return { key, quantity: this.#lines.get(key) ?? this.#parts.stockAt(posting, end) };
  }
}
