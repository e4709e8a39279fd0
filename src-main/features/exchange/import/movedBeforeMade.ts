import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { IssueLog } from './issueLog.ts';
import { firstMovementOfLot, lastMovement } from './stored.queries.ts';

type Moved = { at: number; offsetMinutes: number; document: string };
type Redated = { product: ProductFacts; before: LotValues; after: LotValues; row: number };

/**
 * Tells lots that were received, made or moved before the day on which they are said to be made: at the movement where
 * the day is known when it comes, else at the row of `lots` that brings the day.
 */
export class MovedBeforeMade {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #lastMovement: number;
  readonly #redated: Redated[] = [];
  readonly #told = new Set<string>();

  constructor({ work, faults }: { work: Work; faults: IssueLog }) {
    this.#work = work;
    this.#faults = faults;
    this.#lastMovement = lastMovement(work);
  }

  /** Notes what a row of `lots` did to a lot that was there before. */
  noteLot(product: ProductFacts, { before, after, row }: Omit<Redated, 'product'>): void {
    if (after.manufacturedOn !== null && after.manufacturedOn !== before.manufacturedOn)
      this.#redated.push({ product, before, after, row });
  }

  /** Judges a row that is new. Of each lot the first is told. */
  note(row: MovementExport, product: ProductFacts, lot: LotValues | undefined): void {
    if (lot === undefined || !isBefore(row, lot.manufacturedOn) || this.#told.has(keyOf(lot))) return;
    this.#told.add(keyOf(lot));
    this.#faults.addFinding('movements', { row: row.row, column: 'at', ...finding(product, lot, row) });
  }

  /** Judges the lots of earlier imports that have another day now. */
  async lookBack(): Promise<void> {
    for (const { product, before, after, row } of this.#redated) {
      const { productId, lot, sublot } = after;
      const first = await firstMovementOfLot(this.#work, { productId, lot, sublot, until: this.#lastMovement });
      if (first === undefined || !isBefore(first, after.manufacturedOn) || isBefore(first, before.manufacturedOn))
        continue;
      if (this.#told.has(keyOf(after))) continue;
      this.#faults.addFinding('lots', { row, column: 'manufactured_on', ...finding(product, after, first) });
    }
  }
}

function finding({ code }: ProductFacts, { lot, sublot, manufacturedOn }: LotValues, moved: Moved) {
  const name = formatUnit({ product: code, lot, sublot, serial: '' });
  const day = dateOf(moved.at, moved.offsetMinutes);
  const message = `${moved.document}: ${name} was moved on ${day}, before it was made, on ${manufacturedOn ?? ''}. Correct the day in lots, or undo the movement.`;
  return { code: 'VALIDATION', message } as const;
}

/** Programs that write UTC do not say which day it was in the plant: it may have been the next one already. */
const furthestEast = 14 * 60;

function isBefore({ at, offsetMinutes }: Moved, made: PlainDate | null): boolean {
  return made !== null && dateOf(at, offsetMinutes === 0 ? furthestEast : offsetMinutes) < made;
}

const keyOf = ({ productId, lot, sublot }: LotValues): string => [productId, lot, sublot].join('\u001f');
