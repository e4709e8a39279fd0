import type { LotBook } from '#main/features/lots/lots.actions.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import { type LotDateFinding, lotDateFindings, unlikelyDates } from '#shared/lots/dateFindings.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import { noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import type { IssueLog } from './issueLog.ts';
import type { LotChanges } from './lotChanges.ts';

type Parts = { lots: LotBook; faults: IssueLog; lotChanges: LotChanges; now: number };
type Name = Pick<LotExport, 'product' | 'lot' | 'sublot'>;

/**
 * Reports dates of a lot that contradict each other, of a sublot with those it has of its lot, whichever comes first.
 */
export class LotDates {
  readonly #lots: LotBook;
  readonly #faults: IssueLog;
  readonly #changes: LotChanges;
  readonly #reported = new Set<string>();
  readonly #today: PlainDate;

  constructor({ lots, faults, lotChanges, now }: Parts) {
    this.#today = dateOf(now);
    this.#lots = lots;
    this.#faults = faults;
    this.#changes = lotChanges;
  }

  /** Judges a row before it is imported: what the store holds by then is not reported again. */
  note({ id }: ProductFacts, row: LotExport): void {
    const own = this.#lots.find(id, row.lot, row.sublot);
    const ofLot = row.sublot === '' ? undefined : this.#lots.find(id, row.lot, '');
    const unlikely = unlikelyDates(row, own, this.#today);
    this.#report(row, row.row, unlikely);
    // What such a date comes to beside others is no news.
    if (unlikely.length === 0) this.#report(row, row.row, lotDateFindings(row, withDatesOfLot(own ?? noDates, ofLot)));
  }

  /** Judges sublots whose lot has other dates now. */
  async lookBack(): Promise<void> {
    for (const { product, lot, sublot, before, after, rowOf } of await this.#changes.all()) {
      if (sublot === '') continue;
      const name = { product: product.code, lot, sublot };
      this.#report(name, rowOf('manufacturedOn'), lotDateFindings({ ...name, ...after }, before));
    }
  }

  #report({ product, lot, sublot }: Name, row: number, findings: readonly LotDateFinding[]): void {
    for (const { column, text } of findings) {
      const key = [product, lot, sublot, inEnglish(text)].join('\u001f');
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      this.#faults.addFinding('lots', { row, column, code: 'VALIDATION', text });
    }
  }
}
