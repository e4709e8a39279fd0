import type { Facts } from '#main/ledger/book.ts';
import type { Original } from '#main/ledger/reverse.ts';

/** So many rows are kept: mistakes are undone soon after they were made. */
const mostKept = 100_000;

/**
 * Movements by the ids of their rows that were counted after something was found wrong, and so never get to the store:
 * rows that undo them find them here. Else goods that come back would be missing, and right rows after them be short.
 */
export class Unwritten {
  readonly #byRow = new Map<string, Original[]>();

  keep(id: string, originals: Original[]): void {
    this.#byRow.set(id, originals);
    if (this.#byRow.size <= mostKept) return;
    for (const [oldest] of this.#byRow.entries().take(1)) this.#byRow.delete(oldest);
  }

  /** Adds the movements of some rows to what was loaded from the store. */
  addTo(known: Facts<Original[]>, ids: readonly string[]): void {
    for (const id of ids) {
      const originals = this.#byRow.get(id);
      if (originals !== undefined) known.set(id, originals);
    }
  }
}
