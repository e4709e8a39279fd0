import { isLeafUnit } from '#shared/movements/tracking.ts';
import type { Book } from './book.ts';
import type { ProductFacts, UnitFacts } from './facts.ts';
import { keyOfUnit, keyText } from './keys.ts';

/**
 * The nodes of the trace graph inside one unit of work: finds units and runs among the facts, and registers new ones.
 * Both share one dense sequence of ids, in order of registration; a leaf unit takes two.
 */
export class UnitRegistry {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  isNew(unit: UnitFacts): boolean {
    return this.#book.isNew(unit);
  }

  find(product: ProductFacts, lot: string, sublot: string, serial: string): UnitFacts | undefined {
    return this.#book.units.get(keyOfUnit({ productId: product.id, lot, sublot, serial }));
  }

  /** Finds a unit or registers it. */
  getOrCreate(product: ProductFacts, lot: string, sublot: string, serial: string): UnitFacts {
    return (
      this.find(product, lot, sublot, serial) ??
      this.#book.addUnit(product, { lot, sublot, serial }, isLeafUnit(product, { lot, serial }))
    );
  }

  /** The node of a work order's run. */
  run(workOrder: string, run: string): number {
    return this.#book.runs.get(keyText([workOrder, run])) ?? this.#book.addRun(workOrder, run);
  }
}
