import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import type { Work } from '#main/store/work.ts';
import { runsOfOrders } from '#main/features/movements/runsApart.queries.ts';
import { runsApart } from '#shared/movements/runsApart.ts';
import type { IssueLog } from './issueLog.ts';

/** Reports runs of one work order that made and used goods apart. */
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
      const apart = runsApart(workOrder, runs);
      if (apart === undefined) continue;
      const rows = this.#rows.get(workOrder);
      const row = rows?.get(apart.made) ?? rows?.get(apart.used);
      if (row === undefined) continue;
      this.#faults.addFinding('movements', { row, column: 'run', code: 'VALIDATION', text: apart.text });
    }
  }
}
