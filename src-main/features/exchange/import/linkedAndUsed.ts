import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { IssueLog } from './issueLog.ts';
import { linkedBeyondUse } from './stored.queries.ts';

type Place = { file: 'movements' | 'serial_links'; row: number };

/**
 * Reports links that put more of a lot into parents than their work order used, less what it gave back: at the link
 * where that is new, else at the return. Of a serial it matters whether what it was in has left by then.
 */
export class LinkedAndUsed {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #doubtful = new Map<string, Place & { workOrder: string; unitId: number }>();

  constructor(work: Work, faults: IssueLog) {
    this.#work = work;
    this.#faults = faults;
  }

  noteReturn({ draft, fromUnit }: PostedMovement): void {
    const { kind, reverses, workOrder, row } = draft;
    if (kind === 'production-return' && reverses === null && fromUnit.serial === '')
      this.#note(workOrder, fromUnit.id, { file: 'movements', row });
  }

  noteLink(workOrder: string, component: { id: number; serial: string }, row: number): void {
    if (component.serial === '') this.#note(workOrder, component.id, { file: 'serial_links', row });
  }

  /** To be asked when movements and links are written. */
  async lookBack(): Promise<void> {
    const ids = new Set(Array.from(this.#doubtful.values(), ({ unitId }) => unitId));
    for (const { workOrder, unitId, used, linked, ...unit } of await linkedBeyondUse(this.#work, [...ids])) {
      const place = this.#doubtful.get(keyOf(workOrder, unitId));
      if (place === undefined) continue;
      const [net, all] = [formatQuantity(used), formatQuantity(linked)];
      const text = msg`Work order ${workOrder} used ${net} of ${unitMessage({ ...unit, serial: '' })} without what it gave back, but its links put ${all} of it into parents. Check the links, and what was given back.`;
      this.#faults.addFinding(place.file, {
        row: place.row,
        column: 'quantity',
        code: 'INSUFFICIENT_QTY',
        text,
      });
    }
  }

  #note(workOrder: string, unitId: number, place: Place): void {
    this.#doubtful.set(keyOf(workOrder, unitId), { ...place, workOrder, unitId });
  }
}

const keyOf = (workOrder: string, unitId: number): string => `${workOrder}\u001f${unitId}`;
