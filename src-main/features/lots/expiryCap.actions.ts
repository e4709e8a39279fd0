import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import { askFor } from '#main/store/askFor.ts';
import type { Work } from '#main/store/work.ts';
import { derivedDates, type LotDates } from '#shared/lots/dates.ts';
import { cappedDates } from '#shared/lots/expiryCap.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { anyCap, cappedOf, firstMoveOf, usedIn, usesOf, versionsOfLot } from './expiryCap.queries.ts';
import { always } from '#shared/products/settings.ts';
import { blankLot, type LotBook, type LotKey } from './lots.actions.ts';

/** Has lots expire no later than what went into them, where their product says so, by the movements that were posted. */
export class ExpiryCaps {
  readonly #work: Work;
  readonly #book: LotBook;
  /** The last movement of each run, and of those from which something was taken out again. */
  readonly #runs = new Map<string, number>();
  readonly #lessUsed = new Map<string, number>();

  constructor(work: Work, book: LotBook) {
    this.#work = work;
    this.#book = book;
  }

  note({ id, draft: { kind, workOrder, run, reverses } }: PostedMovement): void {
    const of = JSON.stringify([workOrder, run]);
    if (kind === 'production-return' || (kind === 'consumption' && reverses !== null)) this.#lessUsed.set(of, id);
    if (kind === 'consumption' || kind === 'output' || kind === 'production-return') this.#runs.set(of, id);
  }

  /** To be called once the movements are written, and before the lots are. What used a lot that expires earlier now does too. */
  async apply(): Promise<void> {
    if (this.#runs.size === 0 || (await this.#work.one(anyCap)) === undefined) return;
    let ids = [...new Set([...this.#runs.values(), ...(await this.#raise([...this.#lessUsed.values()]))])];
    while (ids.length > 0) {
      const lowered = await this.#lower(ids);
      ids = (await askFor(this.#work, usesOf, lowered)).map(({ id }) => id);
    }
  }

  /**
   * Where something was taken out of a run again, lots have the dates back that they had without it, and so has what was
   * made of them; answers a movement of each run of these. Whatever is still used caps them anew.
   */
  async #raise(begun: readonly number[]): Promise<number[]> {
    const seen = new Set<string>();
    const all: number[] = [];
    for (let ids = begun; ids.length > 0; ) {
      const made = await this.#work.all(cappedOf, { ids });
      await this.#book.load(made.map(({ productId, lot, sublot }): LotKey => [productId, lot, sublot]));
      const raised: LotKey[] = [];
      for (const { product, productId, lot, sublot } of made) {
        const name = [product, lot, sublot].join(partSeparator);
        if (seen.has(name) || (this.#book.find(productId, lot, sublot)?.expiresWith ?? null) === null) continue;
        seen.add(name);
        const first = await this.#work.one(firstMoveOf, { productId, lot, sublot });
        if (first === undefined) continue;
        const key: LotKey = [productId, lot, sublot];
        this.#book.uncap(key, await this.#saidBefore(name), dateOf(first.at, first.offsetMinutes));
        raised.push(key);
      }
      ids = (await askFor(this.#work, usesOf, raised)).map(({ id }) => id);
      all.push(...ids);
    }
    return all;
  }

  /** What a lot said of its dates before any input capped them; nothing where it was capped from its beginning. */
  async #saidBefore(name: string): Promise<Partial<LotDates>> {
    for (const { content } of await this.#work.all(versionsOfLot, { key: name })) {
      // Versions are objects of texts.
      const said = JSON.parse(content) as Readonly<Record<string, unknown>>;
      if (typeof said['expiresWith'] === 'string') continue;
      return Object.fromEntries(
        derivedDates.map((date) => [date, typeof said[date] === 'string' && said[date] !== '' ? said[date] : null]),
      );
    }
    return {};
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
