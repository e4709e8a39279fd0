import type { ProductFacts } from '#main/ledger/facts.ts';
import type { Work } from '#main/store/work.ts';
import { type AllLotDates, noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import type { LotValues } from '#shared/lots/records.ts';
import { datesOfLot, hasLots } from './stored.queries.ts';

/** A lot or sublot whose dates differ from those before the import, and the row of `lots` with each of them. */
export type Redated = {
  product: ProductFacts;
  lot: string;
  sublot: string;
  before: AllLotDates;
  after: AllLotDates;
  rowOf: (date: keyof AllLotDates) => number;
};

type Change = { product: ProductFacts; before: AllLotDates; after: LotValues; row: number };

/** Notes what rows of `lots` do to dates that the store holds, and of sublots which have those of their lot. */
export class LotChanges {
  readonly #work: Work;
  /** Whether the store held lots before. */
  readonly #hadLots: boolean;
  readonly #changes = new Map<string, Change>();
  /** Lots of which sublots came before they did. */
  readonly #awaited = new Set<string>();
  #all: readonly Redated[] | undefined;

  constructor({ work }: { work: Work }) {
    this.#work = work;
    this.#hadLots = hasLots(work);
  }

  /** Notes a row; `before` is undefined for a lot that was not there, though sublots of it may be. */
  note(
    product: ProductFacts,
    { before, after, row }: { before: LotValues | undefined; after: LotValues; row: number },
  ): void {
    const was = before ?? noDates;
    if (dateNames.every((name) => was[name] === after[name])) return;
    const key = keyOf(product.id, after.lot, after.sublot);
    if (before === undefined && !this.#mayHaveSublots(product, key, after)) return;
    this.#changes.set(key, { product, before: this.#changes.get(key)?.before ?? was, after, row });
  }

  /** Whether goods are of a lot that is noted. */
  concern(productId: number, { lot, sublot }: { lot: string; sublot: string }): boolean {
    if (this.#changes.size === 0) return false;
    return this.#changes.has(keyOf(productId, lot, sublot)) || this.#changes.has(keyOf(productId, lot, ''));
  }

  #mayHaveSublots(product: ProductFacts, key: string, { lot, sublot }: LotValues): boolean {
    if (product.lotTracking !== 'lot-sublot') return false;
    if (sublot !== '') this.#awaited.add(keyOf(product.id, lot, ''));
    return sublot === '' && (this.#hadLots || this.#awaited.has(key));
  }

  /** Each lot and sublot that has other dates now, once. To be asked when the lots are written. */
  async all(): Promise<readonly Redated[]> {
    if (this.#all !== undefined) return this.#all;
    const all: Redated[] = [];
    for await (const one of this.#redatedLots()) all.push(one);
    this.#all = all;
    return all;
  }

  async *#redatedLots(): AsyncGenerator<Redated> {
    const seen = new Set<string>();
    for (const { product, after } of this.#changes.values()) {
      const { lot } = after;
      const stored: readonly ({ sublot: string } & AllLotDates)[] =
        product.lotTracking === 'lot-sublot' ? await datesOfLot(this.#work, { productId: product.id, lot }) : [after];
      const ofLot = stored.find(({ sublot }) => sublot === '');
      for (const own of stored) {
        const key = keyOf(product.id, lot, own.sublot);
        if (seen.has(key) || (after.sublot !== '' && after.sublot !== own.sublot)) continue;
        seen.add(key);
        yield this.#redated(product, { lot, own, ofLot: own.sublot === '' ? undefined : ofLot });
      }
    }
  }

  #redated(
    product: ProductFacts,
    { lot, own, ofLot }: { lot: string; own: { sublot: string } & AllLotDates; ofLot: AllLotDates | undefined },
  ): Redated {
    const ownChange = this.#changes.get(keyOf(product.id, lot, own.sublot));
    const lotChange = this.#changes.get(keyOf(product.id, lot, ''));
    return {
      product,
      lot,
      sublot: own.sublot,
      before: withDatesOfLot(ownChange?.before ?? own, ofLot && (lotChange?.before ?? ofLot)),
      after: withDatesOfLot(own, ofLot),
      rowOf: (date) => (own[date] === null ? lotChange : ownChange)?.row ?? ownChange?.row ?? lotChange?.row ?? 0,
    };
  }
}

const dateNames = ['manufacturedOn', 'expiresOn', 'bestBeforeOn', 'useByOn', 'retestOn'] as const;

const keyOf = (productId: number, lot: string, sublot: string): string => [productId, lot, sublot].join('\u001f');
