import type { UnitFacts } from '#main/ledger/facts.ts';
import type { Posting } from '#main/ledger/posting.ts';
import type { Work } from '#main/store/work.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { sayUnit } from '#shared/kernel/unit.ts';
import { usedInOrder } from './stored.queries.ts';

type Finding = { row: number; column: string; code: ErrorCode; message: string };

/** Notes what an import gives back of work orders' consumption, and finds at the end what is more than they had used. */
export class GivenBack {
  readonly #orders = new Map<string, Map<number, { unit: UnitFacts; row: number }>>();

  note({ workOrder, row }: Posting, unit: UnitFacts): void {
    const units = this.#orders.get(workOrder) ?? new Map<number, { unit: UnitFacts; row: number }>();
    units.set(unit.id, { unit, row });
    this.#orders.set(workOrder, units);
  }

  /** One finding for each unit and work order, at the last row that gave some back. */
  *findings(work: Work): Generator<Finding> {
    for (const [workOrder, units] of this.#orders) {
      const used = new Map(usedInOrder(work, workOrder).map((one) => [one.unitId, one]));
      for (const [unitId, { unit, row }] of units) {
        const { used: most = 0, returned = 0 } = used.get(unitId) ?? {};
        if (returned <= most) continue;
        const message = `Work order ${workOrder} gave back ${formatQuantity(returned)} of ${sayUnit(unit)}, but used ${formatQuantity(most)} in all. Check the quantity and whether a consumption is missing; what is too much counts as brought in.`;
        yield { row, column: 'quantity', code: 'INSUFFICIENT_QTY', message };
      }
    }
  }
}
