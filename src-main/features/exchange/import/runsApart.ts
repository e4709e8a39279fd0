import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { msg } from '#shared/kernel/message.ts';
import type { IssueLog } from './issueLog.ts';
import { runsOfOrders } from './runsApart.queries.ts';

/**
 * Reports a run that used goods and made none beside a run of the same work order that made goods and used none: a
 * trace does not lead from the one to the other. A run may be under way, and what names no run belongs to each.
 */
export class RunsApart {
  readonly #work: Work;
  readonly #faults: IssueLog;
  /** The last rows of runs that used or made something now, by work order and run. */
  readonly #rows = new Map<string, Map<string, number>>();

  /** A movement of each of these work orders. */
  readonly #movements = new Map<string, number>();

  constructor(work: Work, faults: IssueLog) {
    this.#work = work;
    this.#faults = faults;
  }

  note({ id, draft: { kind, workOrder, run, row } }: PostedMovement): void {
    if (run === '' || (kind !== 'consumption' && kind !== 'output')) return;
    this.#movements.set(workOrder, id);
    const known = this.#rows.get(workOrder);
    if (known === undefined) this.#rows.set(workOrder, new Map([[run, row]]));
    else known.set(run, row);
  }

  /** To be called when all is written. */
  async lookBack(): Promise<void> {
    const found = await runsOfOrders(this.#work, [...this.#movements.values()]);
    for (const [workOrder, runs] of Map.groupBy(found, (one) => one.workOrder)) {
      if (runs.some(({ run }) => run === '')) continue;
      const used = runs.find((one) => one.used > 0 && one.made === 0);
      const made = runs.find((one) => one.used <= 0 && one.made > 0);
      if (used === undefined || made === undefined) continue;
      const rows = this.#rows.get(workOrder);
      const row = rows?.get(made.run) ?? rows?.get(used.run);
      if (row === undefined) continue;
      const text = msg`Run ${made.run} of work order ${workOrder} made goods and used none, and run ${used.run} used goods and made none: traces and recalls do not lead from the one to the other. Check the runs.`;
      this.#faults.addFinding('movements', { row, column: 'run', code: 'VALIDATION', text });
    }
  }
}
