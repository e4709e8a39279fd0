import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import { askFor } from '#main/store/askFor.ts';
import type { Work } from '#main/store/work.ts';
import { derivedDates, type LotDates } from '#shared/lots/dates.ts';
import { cappedDates } from '#shared/lots/expiryCap.ts';
import { anyCap, cappedOf, usedIn, usesOf } from './expiryCap.queries.ts';
import { always } from '#shared/products/settings.ts';
import { blankLot, type LotBook, type LotKey } from './lots.actions.ts';

/** Has lots expire no later than what went into them, where their product says so, by the movements that were posted. */
export class ExpiryCaps {
  readonly #work: Work;
  readonly #book: LotBook;
  /** The last movement of each run. */
  readonly #runs = new Map<string, number>();

  constructor(work: Work, book: LotBook) {
    this.#work = work;
    this.#book = book;
  }

  note({ id, draft: { kind, workOrder, run, reverses } }: PostedMovement): void {
    if ((kind === 'consumption' || kind === 'output') && reverses === null)
      this.#runs.set(JSON.stringify([workOrder, run]), id);
  }

  /** To be called once the movements are written, and before the lots are. What used a lot that expires earlier now does too. */
  async apply(): Promise<void> {
    if (this.#runs.size === 0 || (await this.#work.one(anyCap)) === undefined) return;
    let ids = [...this.#runs.values()];
    while (ids.length > 0) {
      const lowered = await this.#lower(ids);
      ids = (await askFor(this.#work, usesOf, lowered)).map(({ id }) => id);
    }
  }

  /** The lots that have other dates now. */
  async #lower(ids: readonly number[]): Promise<LotKey[]> {
    const made = await this.#work.all(cappedOf, { ids });
    const used = await this.#work.all(usedIn, { ids: [...new Set(made.map(({ run }) => run))] });
    await this.#book.load([...made, ...used].map(({ productId, lot, sublot }): LotKey => [productId, lot, sublot]));
    const usedBy = Map.groupBy(used, ({ run }) => run);
    return made.flatMap(({ run, productId, lot, sublot, cap }): LotKey[] => {
      const key: LotKey = [productId, lot, sublot];
      const own = this.#book.datesOf(...key) ?? blankLot(...key);
      const inputs = (usedBy.get(run) ?? []).map((input) => {
        const dates = this.#book.datesOf(input.productId, input.lot, input.sublot);
        const madeOn = dates?.manufacturedOn ?? own.manufacturedOn ?? always;
        return {
          ...input,
          expiresOn: dates?.expiresOn ?? null,
          isManaged: this.#book.hasShelfLife(input.productId, madeOn),
        };
      });
      const capped = cappedDates(own, cap, inputs);
      if (capped === undefined) return [];
      const { product, lot: ofLot, sublot: ofSublot } = capped.input;
      const expiresWith = [product, ofLot, ...(ofSublot === '' ? [] : ['/', ofSublot])].join(' ');
      const values = this.#book.find(...key) ?? blankLot(...key);
      this.#book.save({ ...values, ...earlier(capped.dates, own), expiresWith });
      return [key];
    });
  }
}

/** The dates that differ: what a sublot has from its lot stays there. */
function earlier(dates: LotDates, own: LotDates): Partial<LotDates> {
  const changed: Partial<LotDates> = {};
  for (const name of derivedDates) if (dates[name] !== own[name]) changed[name] = dates[name];
  return changed;
}
