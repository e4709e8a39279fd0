import { largestStored } from '#shared/kernel/quantity.ts';
import type { Book } from './book.ts';
import type { StockLine } from './facts.ts';

type Line = StockLine & { quantity: number; stored: number; isInexact: boolean };

/**
 * The balances a unit of work touches: known from the book, changed in memory, written at the end. They may pass
 * below zero inside one timestamp batch; the posting code checks at its end.
 */
export class Balances {
  readonly #book: Book;
  readonly #lines = new Map<string, Line>();

  constructor(book: Book) {
    this.#book = book;
  }

  quantity(line: StockLine): number {
    return this.#line(line).quantity;
  }

  add(line: StockLine, quantity: number): void {
    const held = this.#line(line);
    held.quantity += quantity;
    // Beyond this a number is rounded, and coming back below does not mend it.
    if (Math.abs(held.quantity) > largestStored) held.isInexact = true;
  }

  /** Whether a line was ever, even within a timestamp batch, more than can be counted exactly. */
  isInexact(line: StockLine): boolean {
    return this.#line(line).isInexact;
  }

  /** What differs from the store, in the order in which it was touched. A line of nothing is no line. */
  changes(): (StockLine & { quantity: number })[] {
    return [...this.#lines.values()].filter(({ quantity, stored }) => quantity !== stored);
  }

  #line(line: StockLine): Line {
    const { unitId, placeId, status } = line;
    const key = `${unitId}/${placeId}/${status}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const stored = this.#stored(line);
    const made = { unitId, placeId, status, quantity: stored, stored, isInexact: false };
    this.#lines.set(key, made);
    return made;
  }

  #stored({ unitId, placeId, status }: StockLine): number {
    if (this.#book.isNew({ id: unitId })) return 0;
    const lines = this.#book.lines.get(unitId);
    if (lines === undefined) throw new Error(`not loaded: balances of unit ${unitId}`);
    return lines.find((one) => one.placeId === placeId && one.status === status)?.quantity ?? 0;
  }
}
