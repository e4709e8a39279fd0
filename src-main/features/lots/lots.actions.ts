import { sql } from 'kysely';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { Facts } from '#main/ledger/book.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import { columnsOf } from '#main/store/records.ts';
import { saveRecords, type StoredRecord } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { lotRecord, type LotValues } from '#shared/lots/records.ts';
import {
  type AllLotDates,
  deriveDates,
  derivedDates,
  hasOpenDates,
  type LotDates,
  withDatesOfLot,
} from '#shared/lots/dates.ts';
import { type LotLife, toldDay } from '#shared/products/settings.ts';
import { endOfSpan, hasSpan } from '#shared/products/shelfLife.ts';

/** A lot by its product and name. */
export type LotKey = readonly [productId: number, lot: string, sublot: string];

type StoredLot = StoredRecord<LotValues> & { hasMoved: boolean };
type Held = { values: LotValues; stored: StoredLot | undefined; dated: boolean; dirty: boolean };

/**
 * The lots a unit of work touches: loaded before they are asked for, completed in memory, written at the end, so that a lot
 * whose blank dates count from its first movement is written once.
 */
export class LotBook {
  static readonly #books = new WeakMap<Work, LotBook>();

  readonly #work: Work;
  readonly #held = new Map<string, Held>();
  readonly #stored: Facts<StoredLot>;
  readonly #settings: ProductSettings;
  /** The lot asked for last: of one movement it is asked for several times. */
  #last: Held | undefined;

  /** The lots of a unit of work: whoever asks sees what others noted of them. */
  static of(work: Work): LotBook {
    const known = LotBook.#books.get(work);
    if (known !== undefined) return known;
    const book = new LotBook(work);
    LotBook.#books.set(work, book);
    return book;
  }

  private constructor(work: Work) {
    this.#work = work;
    this.#settings = ProductSettings.of(work);
    this.#stored = new Facts('lot', work.one('select 1 from lot limit 1') === undefined);
  }

  /** Loads lots that are going to be asked for, in one question. */
  async load(lots: readonly LotKey[]): Promise<void> {
    const wanted: LotKey[] = [];
    const want = (key: LotKey): void => {
      if (this.#stored.want(keyOf(...key))) wanted.push(key);
    };
    for (const key of lots) {
      want(key);
      if (key[2] !== '') want([key[0], key[1], '']);
    }
    for (const { id, version, hasMoved, ...values } of await askFor(this.#work, selectLots, wanted))
      this.#stored.set(keyOf(values.productId, values.lot, values.sublot), {
        id,
        version,
        values,
        hasMoved: hasMoved === 1,
      });
    await this.#settings.load(lots.map(([productId]) => productId));
  }

  find(productId: number, lot: string, sublot: string): LotValues | undefined {
    return this.#hold(productId, lot, sublot)?.values;
  }

  /** The dates that hold for a lot: of a sublot those of its lot where it has none itself. */
  datesOf(productId: number, lot: string, sublot: string): AllLotDates | undefined {
    const own = this.find(productId, lot, sublot);
    if (sublot === '') return own;
    const ofLot = this.find(productId, lot, '');
    return own === undefined ? ofLot : withDatesOfLot(own, ofLot);
  }

  /** Whether goods of a lot had moved when it was loaded. */
  hadMoved(productId: number, lot: string, sublot: string): boolean {
    return this.#stored.get(keyOf(productId, lot, sublot))?.hasMoved ?? false;
  }

  /** Whether lots of a product that are made on a day get an expiry by its settings. */
  hasShelfLife(productId: number, on: PlainDate): boolean {
    return hasSpan(this.#life(productId, on), 'shelfLife');
  }

  /** The last day that a lot has by its product's shelf life; its own where nobody knows from which day that counts. */
  derivedExpiry({ productId, manufacturedOn, expiresOn }: LotValues): PlainDate | null {
    // Of a lot that nobody knows the first day of, its last one says which settings hold, and whether it has a shelf life.
    const base = manufacturedOn ?? expiresOn;
    if (base === null || !this.hasShelfLife(productId, base)) return null;
    if (manufacturedOn === null) return expiresOn;
    const life = this.#life(productId, manufacturedOn);
    const last = endOfSpan(life, 'shelfLife', manufacturedOn);
    return last === null ? null : toldDay(last, life.expiryPrecision);
  }

  /** Takes over a lot's attributes. A blank date says nothing: one that was derived or given before stands. */
  save(given: LotValues): 'new' | 'changed' | 'same' {
    const held = this.#hold(given.productId, given.lot, given.sublot);
    if (held === undefined) {
      this.#open(given);
      return 'new';
    }
    const before = held.values;
    const merged = { ...given };
    for (const name of dateNames) merged[name] = given[name] ?? before[name];
    // What it expires with is true of that day.
    if (merged.expiresOn === before.expiresOn) merged.expiresWith = given.expiresWith ?? before.expiresWith;
    const earlier: Readonly<Record<string, unknown>> = before;
    if (Object.entries(merged).every(([column, value]) => earlier[column] === value)) return 'same';
    held.values = merged;
    held.dirty = true;
    return 'changed';
  }

  /** Notes a movement of a lot: makes the lot if nobody named it before, and fills dates that count from its first movement. */
  touch(productId: number, lot: string, sublot: string, on: PlainDate): LotValues {
    const held = this.#hold(productId, lot, sublot) ?? this.#open(blankLot(productId, lot, sublot));
    if (!held.dated) {
      held.dated = true;
      const base = this.#datesFor(held).manufacturedOn ?? on;
      if (this.#isFirstMovement(held, base)) this.#fill(held, base);
    }
    return held.values;
  }

  /**
   * Gives a lot back the dates it had before an input capped them: those it said itself then, and else what its product
   * says, counted from a day. A date that was changed since, and is not that of the input, stays.
   */
  uncap(key: LotKey, said: Partial<LotDates>, from: PlainDate): void {
    const held = this.#hold(...key);
    if (held?.values.expiresWith === undefined || held.values.expiresWith === null) return;
    const { expiresOn: capped } = held.values;
    const values = { ...held.values, expiresWith: null };
    for (const name of derivedDates) if (values[name] === capped) values[name] = said[name] ?? null;
    held.values = values;
    held.dirty = true;
    this.#fill(held, this.#datesFor(held).manufacturedOn ?? from);
  }

  /** Writes every lot that is new or changed. */
  async write(): Promise<void> {
    const changed = [...this.#held.values()].filter(({ dirty }) => dirty);
    for (let start = 0; start < changed.length; start += most) {
      const part = changed.slice(start, start + most);
      await saveRecords(this.#work, lotRecord, part);
      for (const held of part) held.dirty = false;
    }
  }

  #isFirstMovement(held: Held, base: PlainDate): boolean {
    if (held.stored === undefined) return true;
    return hasOpenDates(held.values, this.#life(held.values.productId, base)) && !held.stored.hasMoved;
  }

  /** A sublot whose lot has a date has that one, and none of its own. */
  #fill(held: Held, base: PlainDate): void {
    const life = this.#life(held.values.productId, base);
    const dates = this.#datesFor(held);
    if (!hasOpenDates(dates, life)) return;
    const derived = deriveDates(dates, life, base);
    for (const name of derivedDates) if (dates[name] === null) held.values = { ...held.values, [name]: derived[name] };
    held.dirty = true;
  }

  #datesFor({ values }: Held): AllLotDates {
    return values.sublot === '' ? values : withDatesOfLot(values, this.find(values.productId, values.lot, ''));
  }

  #open(values: LotValues): Held {
    const held: Held = { values, stored: undefined, dated: false, dirty: true };
    this.#held.set(keyOf(values.productId, values.lot, values.sublot), held);
    this.#last = held;
    if (values.manufacturedOn !== null) this.#fill(held, values.manufacturedOn);
    return held;
  }

  #hold(productId: number, lot: string, sublot: string): Held | undefined {
    const last = this.#last?.values;
    if (last?.lot === lot && last.sublot === sublot && last.productId === productId) return this.#last;
    const key = keyOf(productId, lot, sublot);
    const held = this.#held.get(key) ?? this.#holdStored(key);
    if (held !== undefined) this.#last = held;
    return held;
  }

  #holdStored(key: string): Held | undefined {
    const stored = this.#stored.get(key);
    if (stored === undefined) return undefined;
    const held: Held = { values: stored.values, stored, dated: false, dirty: false };
    this.#held.set(key, held);
    return held;
  }

  /** What the settings said on the day that dates count from: a lot keeps what held when it was made. */
  #life(productId: number, on: PlainDate): LotLife {
    return this.#settings.life(productId, on);
  }
}

/** So many lots are written at once: each has its row and its version in memory then. */
const most = 1000;

/** A lot has moved when any unit of it was ever reached. */
const selectLots = query<{ keys: string }, LotValues & { id: number; version: number; hasMoved: number }>(
  (_, { keys }) => sql`select l.id, l.version, ${sql.raw(columnsOf(lotRecord))},
    case when exists (select 1 from unit u join movement m on m.to_unit_id = u.id
      where u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot) then 1 else 0 end as "hasMoved"
  from json_each(${keys}) j cross join lot l
  where l.product_id = cast(j.value->>0 as bigint) and l.lot = j.value->>1 and l.sublot = j.value->>2`,
);

const keyOf = (productId: number, lot: string, sublot: string): string => `${productId}\u001f${lot}\u001f${sublot}`;

const dateNames = ['manufacturedOn', 'expiresOn', 'bestBeforeOn', 'useByOn', 'retestOn'] as const;

/** A lot of which nothing is known but its name. */
export const blankLot = (productId: number, lot: string, sublot: string): LotValues => ({
  ...blankValues,
  productId,
  lot,
  sublot,
});
// Each field holds what its kind holds where nothing is said.
const blankValues: Omit<LotValues, 'productId' | 'lot' | 'sublot'> = Object.fromEntries(
  Object.entries(lotRecord.fields).map(([name, { nullable }]) => [name, nullable ? null : '']),
) as never;
