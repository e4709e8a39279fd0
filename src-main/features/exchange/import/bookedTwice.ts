import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { msg } from '#shared/kernel/message.ts';
import type { IssueLog } from './issueLog.ts';
import { twinsAfter } from './stored.queries.ts';

/**
 * Tells movements that were booked once more under other ids, as an export does that numbers its rows anew: the line of
 * a document, its time, goods, quantity and all else are the same. Without a line nobody knows, since a document may
 * name the same goods several times.
 */
export class BookedTwice {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #lastBefore: number;
  /** The rows of the movements that are new, from the first of them on. */
  readonly #rows: number[] = [];

  constructor(work: Work, faults: IssueLog) {
    this.#work = work;
    this.#faults = faults;
    this.#lastBefore = lastMovement(work);
  }

  note({ id, draft }: PostedMovement): void {
    if (id > this.#lastBefore) this.#rows[id - this.#lastBefore - 1] = draft.row;
  }

  /** To be asked when all is written, whatever was undone in whichever order. */
  async lookBack(): Promise<void> {
    for (const { id, externalId, document, line, firstId } of await twinsAfter(this.#work, this.#lastBefore)) {
      const text = msg`${document}, line ${line}: movement ${externalId} says the same as movement ${firstId} under another id. If it happened once, undo one of the two by a reversing row.`;
      const row = this.#rows[id - this.#lastBefore - 1] ?? 0;
      this.#faults.addFinding('movements', { row, column: 'id', code: 'DUPLICATE', text });
    }
  }
}
