import type { LotBook } from '#main/features/lots/lots.actions.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import { lotChangeFindings } from '#shared/exchange/changedLots.ts';
import type { Message } from '#shared/kernel/message.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { IssueLog } from './issueLog.ts';

type Change = { row: number; column: string; text: Message };

/** Reports rows of `lots` that say otherwise what the store has of a lot whose goods have moved. */
export class ChangedLots {
  readonly #faults: IssueLog;
  readonly #lots: LotBook;
  readonly #changes: Change[] = [];

  constructor({ faults, lots }: { faults: IssueLog; lots: LotBook }) {
    this.#faults = faults;
    this.#lots = lots;
  }

  /** Notes a row by what the lot's record was and is; another supplier is judged by what was received. */
  note({ id, code }: ProductFacts, { before, after, row }: { before: LotValues; after: LotValues; row: number }): void {
    if (before === after || !this.#lots.hadMoved(id, after.lot, after.sublot)) return;
    const name = `${code} ${after.sublot === '' ? after.lot : `${after.lot} / ${after.sublot}`}`;
    const derivedExpiry = this.#lots.derivedExpiry(before);
    for (const found of lotChangeFindings(name, { before, after, derivedExpiry }))
      this.#changes.push({ row, ...found });
  }

  /** To be called last: what such a row leads to may have been reported already, and is not told twice. */
  lookBack(): void {
    for (const change of this.#changes)
      if (!this.#faults.isTold('lots', change)) this.#faults.addFinding('lots', { ...change, code: 'CONFLICT' });
  }
}
