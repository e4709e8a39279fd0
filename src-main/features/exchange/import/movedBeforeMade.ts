import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { IssueLog } from './issueLog.ts';
import type { LotChanges } from './lotChanges.ts';
import { firstMovementOfLot } from './stored.queries.ts';

type Moved = { at: number; offsetMinutes: number; document: string };
/** A lot by its name, with the day of manufacture that holds for it. */
type Made = Pick<LotValues, 'lot' | 'sublot' | 'manufacturedOn'>;

/**
 * Reports lots that were received, made or moved before their day of manufacture: at the movement where the day is
 * known when it comes, else at the row of `lots` that brings the day.
 */
export class MovedBeforeMade {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #lastMovement: number;
  readonly #changes: LotChanges;
  readonly #reported = new Set<string>();

  constructor({ work, faults, lotChanges }: { work: Work; faults: IssueLog; lotChanges: LotChanges }) {
    this.#changes = lotChanges;
    this.#work = work;
    this.#faults = faults;
    this.#lastMovement = lastMovement(work);
  }

  /** Judges a new row; `manufacturedOn` is what holds for its lot. Of each lot the first is reported. */
  note(row: MovementExport, product: ProductFacts, manufacturedOn: PlainDate | null): void {
    const key = keyOf(product.id, row);
    if (!isBefore(row, manufacturedOn) || this.#reported.has(key)) return;
    this.#reported.add(key);
    const made = { lot: row.lot, sublot: row.sublot, manufacturedOn };
    this.#faults.addFinding('movements', { row: row.row, column: 'at', ...finding(product, made, row) });
  }

  /** Judges the lots of earlier imports that have another day now. */
  async lookBack(): Promise<void> {
    for (const { product, lot, sublot, before, after, rowOf } of await this.#changes.all()) {
      if (after.manufacturedOn === null || after.manufacturedOn === before.manufacturedOn) continue;
      const of = { productId: product.id, lot, sublot };
      const first = await firstMovementOfLot(this.#work, { ...of, until: this.#lastMovement });
      if (first === undefined || !isBefore(first, after.manufacturedOn) || isBefore(first, before.manufacturedOn))
        continue;
      if (this.#reported.has(keyOf(product.id, of))) continue;
      const made = { lot, sublot, manufacturedOn: after.manufacturedOn };
      const at = { row: rowOf('manufacturedOn'), column: 'manufactured_on' };
      this.#faults.addFinding('lots', { ...at, ...finding(product, made, first) });
    }
  }
}

function finding({ code }: ProductFacts, { lot, sublot, manufacturedOn }: Made, moved: Moved) {
  const name = unitMessage({ product: code, lot, sublot, serial: '' });
  const day = dateOf(moved.at, moved.offsetMinutes);
  const text = msg`${moved.document}: ${name} was moved on ${day}, before it was made, on ${manufacturedOn ?? ''}. Correct the day in lots, or undo the movement.`;
  return { code: 'VALIDATION', text } as const;
}

/** Programs that write UTC do not write which day it was in the plant: it may have been the next one already. */
const furthestEast = 14 * 60;

/** The latest day that a movement can have been of. */
export const latestDayOf = ({ at, offsetMinutes }: Pick<Moved, 'at' | 'offsetMinutes'>): PlainDate =>
  dateOf(at, offsetMinutes === 0 ? furthestEast : offsetMinutes);

const isBefore = (moved: Moved, made: PlainDate | null): boolean => made !== null && latestDayOf(moved) < made;

const keyOf = (productId: number, { lot, sublot }: Pick<LotValues, 'lot' | 'sublot'>): string =>
  [productId, lot, sublot].join('\u001f');
