import { lastMovement } from '#main/features/movements/returns.queries.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { AllLotDates } from '#shared/lots/dates.ts';
import { formatUntested, isUntested } from '#shared/movements/issue.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { IssueLog } from './issueLog.ts';
import type { LotChanges } from './lotChanges.ts';
import { issuesOfLot, releasesOfLot } from './stored.queries.ts';

/** Goods that left after the day on which their lot was to be tested again, and where that is reported. */
type Untested = {
  file: ExportFile;
  row: number;
  column: string;
  productId: number;
  goods: { product: string; lot: string; sublot: string; serial: string };
  kind: MovementKind;
  document: string;
  on: PlainDate;
  retestOn: PlainDate;
};

/**
 * Reports goods that left for a customer or into production after the day on which their lot was to be tested again,
 * unless a release since that day shows that it was: at the movement, or at the row of `lots` that brings the day
 * later.
 */
export class RetestPassed {
  readonly #work: Work;
  readonly #faults: IssueLog;
  readonly #changes: LotChanges;
  readonly #lastMovement: number;
  readonly #untested: Untested[] = [];

  constructor({ work, faults, lotChanges }: { work: Work; faults: IssueLog; lotChanges: LotChanges }) {
    this.#work = work;
    this.#faults = faults;
    this.#changes = lotChanges;
    this.#lastMovement = lastMovement(work);
  }

  /** Judges a row that is new by the dates that hold for its lot. */
  note(row: MovementExport, product: ProductFacts, dates: AllLotDates): void {
    const on = dateOf(row.at, row.offsetMinutes);
    const { lot, sublot, serial, kind, document } = row;
    if (dates.retestOn === null || !isUntested({ kind, on, ...dates })) return;
    this.#untested.push({
      file: 'movements',
      row: row.row,
      column: 'lot',
      productId: product.id,
      goods: { product: product.code, lot, sublot, serial },
      kind,
      document,
      on,
      retestOn: dates.retestOn,
    });
  }

  /** When all is taken over: then all releases are known. */
  async lookBack(): Promise<void> {
    await this.#noteEarlier();
    const released = new Map<string, PlainDate[]>();
    for (const { productId, goods, file, row, column, ...left } of this.#untested) {
      const key = keyOf(productId, goods.lot);
      const days = released.get(key) ?? (await this.#daysOfRelease({ productId, lot: goods.lot }));
      released.set(key, days);
      if (days.some((day) => day >= left.retestOn && day <= left.on)) continue;
      const text = formatUntested({ ...left, goods: unitMessage(goods) });
      this.#faults.addFinding(file, { row, column, code: 'VALIDATION', text });
    }
  }

  async #daysOfRelease(lot: { productId: number; lot: string }): Promise<PlainDate[]> {
    const rows = await releasesOfLot(this.#work, lot);
    return rows.map(({ at, offsetMinutes }) => dateOf(at, offsetMinutes));
  }

  /** Notes what left by rows of earlier imports, by a day that is earlier than the one that held for its lot. */
  async #noteEarlier(): Promise<void> {
    for (const { product, lot, sublot, before, after, rowOf } of await this.#changes.all()) {
      const { retestOn } = after;
      if (retestOn === null || (before.retestOn !== null && before.retestOn <= retestOn)) continue;
      const of = { productId: product.id, lot, sublot, lastMovement: this.#lastMovement };
      for (const { kind, document, serial, at, offsetMinutes } of issuesOfLot(this.#work, of)) {
        const on = dateOf(at, offsetMinutes);
        if (!isUntested({ kind, on, ...after }) || isUntested({ kind, on, ...before })) continue;
        const goods = { product: product.code, lot, sublot, serial };
        const where = { file: 'lots', row: rowOf('retestOn'), column: 'retest_on' } as const;
        this.#untested.push({ ...where, productId: product.id, goods, kind, document, on, retestOn });
      }
    }
  }
}

const keyOf = (productId: number, lot: string): string => `${productId}\u001f${lot}`;
