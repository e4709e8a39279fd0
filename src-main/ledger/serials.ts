import type { Book } from './book.ts';
import type { ProductFacts } from './facts.ts';
import { keyText } from './keys.ts';
import type { MovementDraft, UnitPair } from './movementDraft.ts';
import { nameLot, type SerialState, serialStateOf } from './serialState.ts';

/** Where the serials of a unit of work are: known from the book, and counted on with each movement. */
export class Serials {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  of(product: ProductFacts, serial: string): SerialState {
    const key = keyText([product.id, serial]);
    const known = this.#book.serials.get(key);
    if (known !== undefined) return known;
    const nowhere = serialStateOf(product, []);
    this.#book.serials.set(key, nowhere);
    return nowhere;
  }

  /** Notes that a movement names a serial with a lot, or undoes one that did, and counts the piece. */
  take(draft: MovementDraft, { fromUnit, toUnit }: UnitPair, serial: string): void {
    const { product, reverses } = draft;
    const where = this.of(product, serial);
    for (const unit of new Set([fromUnit, toUnit]))
      if (unit.serial !== '') nameLot(where, unit, reverses === null ? 1 : -1);
    const leaves = draft.from !== null && fromUnit.serial !== '' ? 1 : 0;
    const reaches = draft.to !== null && toUnit.serial !== '' ? 1 : 0;
    const undoes = reverses === null ? null : 'posted' in reverses ? reverses.posted.id : reverses.draft;
    where.pieces.take({ key: draft, at: draft.at, kind: draft.kind, undoes, step: reaches - leaves });
  }

  /** Notes the number under which the journal has a draft. */
  settle(draft: MovementDraft, id: number): void {
    if (draft.serial !== '') this.of(draft.product, draft.serial).pieces.settle(draft, id);
  }
}
