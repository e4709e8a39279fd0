import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import type { Message } from '#shared/kernel/message.ts';
import { runsApart } from '#shared/movements/runsApart.ts';
import { mayBeApart, runsOfOrders } from './runsApart.queries.ts';

type RunFinding = { movement: number; column: 'run'; code: 'VALIDATION'; text: Message };

/** Finds runs of one work order that made and used goods apart, by the movements that a command posted. */
export class PostedRuns {
  readonly #work: Work;
  /** The last movement of each run, and its place in the command. */
  readonly #posted = new Map<string, { id: number; row: number; workOrder: string; run: string }>();

  constructor(work: Work) {
    this.#work = work;
  }

  note({ id, draft: { kind, workOrder, run, row } }: PostedMovement): void {
    if (run !== '' && (kind === 'consumption' || kind === 'output'))
      this.#posted.set(JSON.stringify([workOrder, run]), { id, row, workOrder, run });
  }

  /** To be asked when all is written: one finding for each work order. */
  async all(): Promise<RunFinding[]> {
    const findings = new Map<string, RunFinding>();
    for (const { id, row, workOrder, run } of this.#posted.values()) {
      if (!mayBeApart(this.#work, { workOrder, run })) continue;
      const apart = runsApart(workOrder, await runsOfOrders(this.#work, [id]));
      if (apart !== undefined)
        findings.set(workOrder, { movement: row, column: 'run', code: 'VALIDATION', text: apart.text });
    }
    return [...findings.values()];
  }
}
