import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { IssueLog } from './issueLog.ts';
import { openedAfterMoves } from './stored.queries.ts';

/**
 * Reports lots and serials with opening stock after they had come in or had moved at that location, or that had it there
 * on an earlier day: they are counted twice. Another location may begin later than the first. Goods without a name have
 * it twice where it is as much.
 */
export class OpenedLate {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #lastBefore: number;
  readonly #lastTime: number;
  /** Units that are opened now, or moved before others were opened: their last rows. */
  readonly #rows = new Map<number, number>();

  constructor(work: Work, faults: IssueLog, lastTime: number) {
    this.#work = work;
    this.#faults = faults;
    this.#lastBefore = lastMovement(work);
    this.#lastTime = lastTime;
  }

  note({ draft, fromUnit, toUnit }: PostedMovement): void {
    const { kind, at, row, reverses } = draft;
    if (reverses !== null) return;
    if (kind === 'opening' || at < this.#lastTime)
      for (const { id, lot, serial } of [fromUnit, toUnit])
        if (kind === 'opening' || lot !== '' || serial !== '') this.#rows.set(id, row);
  }

  /** To be called when all is written: each of them is reported once. */
  async lookBack(): Promise<void> {
    const found = await openedAfterMoves(this.#work, { ids: [...this.#rows.keys()], last: this.#lastBefore });
    for (const { unitId, opening, document, kind, ...unit } of found) {
      const text =
        kind === 'opening'
          ? msg`${opening}: ${unitMessage(unit)} is taken over as opening stock, but was on an earlier day in the same location (${document}). If it is counted twice, undo one of the two by a reversing row.`
          : msg`${opening}: ${unitMessage(unit)} is taken over as opening stock, but had come in or moved here before (${document}). If it is counted twice, undo one of the two by a reversing row.`;
      const row = this.#rows.get(unitId) ?? 0;
      this.#faults.addFinding('movements', { row, column: 'kind', code: 'DUPLICATE', text });
    }
  }
}
