import type { Book } from './book.ts';
import type { ProductFacts } from './facts.ts';
import { keyText } from './keys.ts';
import type { Posting, Sides } from './posting.ts';
import { nameLot, type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** Where the serials of a unit of work are: known from the book, and counted on with each movement. */
export class Serials {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  of(product: ProductFacts, serial: string): Whereabouts {
    const key = keyText([product.id, serial]);
    const known = this.#book.serials.get(key);
    if (known !== undefined) return known;
    const nowhere = whereaboutsOf(product, []);
    this.#book.serials.set(key, nowhere);
    return nowhere;
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
}
