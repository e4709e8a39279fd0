import type { UnitFacts } from './facts.ts';
import type { MovementDraft, UnitPair } from './movementDraft.ts';
import { completed, type UnitPairFound, unitPairOf } from './unitPair.ts';
import type { UnitRegistry } from './unitRegistry.ts';
import type { Serials } from './serials.ts';

/** What lies at a draft's from-end, all of its timestamp batch counted but put-aways and assignments. */
export type StockAt = (draft: MovementDraft, end: { unit: UnitFacts; place: 'from' | 'to' }) => number;

/** So many rows of one product and timestamp batch are tried in every order; more only in the order in which each finds its goods. */
const mostTried = 6;

/**
 * What the put-aways and assignments of one timestamp batch take: goods that have the name already, or goods that get
 * it. That depends on what those before have left there, and a file may have them in any order. So each waits until
 * it finds its goods; where that does not work out, the first order of the rows in which nothing falls below zero
 * counts.
 */
export function nameGoods(
  drafts: readonly MovementDraft[],
  { nodes, serials, stockAt }: { nodes: UnitRegistry; serials: Serials; stockAt: StockAt },
): Map<MovementDraft, UnitPair> {
  const found = new Map<MovementDraft, UnitPair>();
  const parts = { nodes, serials, stockAt };
  for (const ofProduct of byProduct(drafts)) {
    const [first] = ofProduct;
    if (first === undefined) continue;
    const named =
      ofProduct.length === 1 || !first.product.stockManaged
        ? eachAlone(ofProduct, parts)
        : oneAfterAnother(ofProduct, parts);
    for (const [draft, unitPair] of named) found.set(draft, completed(unitPair, draft, nodes));
  }
  return found;
}

const byProduct = (drafts: readonly MovementDraft[]): Iterable<readonly MovementDraft[]> =>
  drafts.length <= 1 ? [drafts] : Map.groupBy(drafts, ({ product }) => product.id).values();

const eachAlone = (
  drafts: readonly MovementDraft[],
  { nodes, serials, stockAt }: Parts,
): [MovementDraft, UnitPairFound][] =>
  drafts.map((draft) => [draft, unitPairOf(draft, nodes, serials, (unit) => stockAt(draft, { unit, place: 'from' }))]);

function oneAfterAnother(drafts: readonly MovementDraft[], parts: Parts): Iterable<[MovementDraft, UnitPairFound]> {
  const trial = inPasses(drafts, new Trial(parts));
  if (drafts.length > mostTried || trial.isPossible()) return trial.unitPair;
  return (firstPossible(drafts, parts) ?? trial).unitPair;
}

/** Pass after pass those that find their goods; when none does, the rest in their given order. */
function inPasses(drafts: readonly MovementDraft[], trial: Trial): Trial {
  let waiting = drafts;
  while (waiting.length > 0) {
    const still = waiting.filter((draft) => !trial.take(draft, 'when found'));
    if (still.length === waiting.length) {
      for (const draft of still) trial.take(draft, 'anyway');
      return trial;
    }
    waiting = still;
  }
  return trial;
}

function firstPossible(drafts: readonly MovementDraft[], parts: Parts): Trial | undefined {
  for (const order of ordersOf(drafts)) {
    const trial = new Trial(parts);
    for (const draft of order) trial.take(draft, 'anyway');
    if (trial.isPossible()) return trial;
  }
  return undefined;
}

/** Every order of some rows: first the given one, then the last ones changed first. */
function* ordersOf<T>(rows: readonly T[]): Generator<T[]> {
  if (rows.length === 0) yield [];
  for (const [index, first] of rows.entries())
    for (const rest of ordersOf(rows.toSpliced(index, 1))) yield [first, ...rest];
}

type Parts = { nodes: UnitRegistry; serials: Serials; stockAt: StockAt };

/** One order of rows, tried out beside the balances. */
class Trial {
  readonly unitPair = new Map<MovementDraft, UnitPairFound>();
  readonly #parts: Parts;
  readonly #lines = new Map<string, number>();
  #isLacking = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes a row into account; `when found` only if all its goods lie there, else it answers false. */
  take(draft: MovementDraft, how: 'when found' | 'anyway'): boolean {
    const { nodes, serials } = this.#parts;
    const lies = (unit: UnitFacts): number => this.#line(draft, { unit, place: 'from' }).quantity;
    const unitPair = unitPairOf(draft, nodes, serials, lies);
    const { fromUnit, toUnit } = unitPair;
    if (how === 'when found' && (fromUnit === undefined || lies(fromUnit) < draft.quantity)) return false;
    this.unitPair.set(draft, unitPair);
    if (fromUnit === undefined) this.#isLacking = true;
    else this.#add(draft, { unit: fromUnit, place: 'from' }, -draft.quantity);
    this.#add(draft, { unit: toUnit, place: 'to' }, draft.quantity);
    return true;
  }

  /** Whether all goods were found and nothing lies below zero. */
  isPossible(): boolean {
    return !this.#isLacking && [...this.#lines.values()].every((quantity) => quantity >= 0);
  }

  #add(draft: MovementDraft, end: { unit: UnitFacts; place: 'from' | 'to' }, change: number): void {
    const { key, quantity } = this.#line(draft, end);
    this.#lines.set(key, quantity + change);
  }

  #line(draft: MovementDraft, end: { unit: UnitFacts; place: 'from' | 'to' }): { key: string; quantity: number } {
    const isFrom = end.place === 'from';
    const place = isFrom ? draft.from : draft.to;
    const status = isFrom ? draft.statusFrom : draft.statusTo;
    const key = `${end.unit.id}/${place?.id ?? 0}/${status}`;
    return { key, quantity: this.#lines.get(key) ?? this.#parts.stockAt(draft, end) };
  }
}
