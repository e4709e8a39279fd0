import { sql } from 'kysely';
import { Facts } from '#main/ledger/book.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import { columnsOf, saveRecord } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { lotRecord, type LotValues } from '#shared/lots/records.ts';
import { deriveDates, hasOpenDates, type ShelfLife } from '#shared/lots/dates.ts';

/** A lot by its product and name. */
export type LotKey = readonly [productId: number, lot: string, sublot: string];

type StoredLot = { id: number; values: LotValues; hasMoved: boolean };
type Held = { values: LotValues; stored: StoredLot | undefined; dated: boolean; dirty: boolean };

/** How people name a product and a supplier, for the versions a lot leaves in the journal. */
export type Names = { product(id: number): string; partner(id: number): string };

/**
 * The lots a unit of work touches: loaded before they are asked for, completed in memory, written at the end, so that a lot
 * whose blank dates count from its first movement is written once.
 */
export class LotBook {
  readonly #work: Work;
  readonly #names: Names;
  readonly #held = new Map<string, Held>();
  readonly #stored: Facts<StoredLot>;
  readonly #lives = new Map<number, ShelfLife>();

  constructor(work: Work, names: Names) {
    this.#work = work;
    this.#names = names;
    this.#stored = new Facts('lot', work.one('select 1 from lot limit 1') === undefined);
  }

  /** Loads lots that are going to be asked for, in one question. */
  async load(lots: readonly LotKey[]): Promise<void> {
    const wanted = lots.filter(([productId, lot, sublot]) => this.#stored.want(keyOf(productId, lot, sublot)));
    for (const { id, hasMoved, ...values } of await askFor(this.#work, selectLots, wanted))
      this.#stored.set(keyOf(values.productId, values.lot, values.sublot), { id, values, hasMoved: hasMoved === 1 });
  }

  find(productId: number, lot: string, sublot: string): LotValues | undefined {
    return this.#hold(productId, lot, sublot)?.values;
  }

  /** Takes over a lot's attributes. A blank date says nothing: one that was derived or given before stands. */
  save(given: LotValues): 'new' | 'changed' | 'same' {
    const held = this.#hold(given.productId, given.lot, given.sublot);
    if (held === undefined) {
      this.#open(given);
      return 'new';
    }
    const before = held.values;
    const merged = {
      ...given,
      manufacturedOn: given.manufacturedOn ?? before.manufacturedOn,
      expiresOn: given.expiresOn ?? before.expiresOn,
      bestBeforeOn: given.bestBeforeOn ?? before.bestBeforeOn,
      useByOn: given.useByOn ?? before.useByOn,
      retestOn: given.retestOn ?? before.retestOn,
    };
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
      if (this.#isFirstMovement(held)) this.#fill(held, held.values.manufacturedOn ?? on);
    }
    return held.values;
  }

  /** Writes every lot that is new or changed. */
  write(): void {
    for (const held of this.#held.values()) {
      if (!held.dirty) continue;
      const { productId, supplierId } = held.values;
      const codes = {
        product: this.#names.product(productId),
        supplier: supplierId === null ? '' : this.#names.partner(supplierId),
      };
      saveRecord(this.#work, lotRecord, held.values, { codes, stored: held.stored });
      held.dirty = false;
    }
  }

  #isFirstMovement(held: Held): boolean {
    if (held.stored === undefined) return true;
    return hasOpenDates(held.values, this.#life(held.values.productId)) && !held.stored.hasMoved;
  }

  #fill(held: Held, base: PlainDate): void {
    const life = this.#life(held.values.productId);
    if (!hasOpenDates(held.values, life)) return;
    held.values = { ...held.values, ...deriveDates(held.values, life, base) };
    held.dirty = true;
  }

  #open(values: LotValues): Held {
    const held: Held = { values, stored: undefined, dated: false, dirty: true };
    this.#held.set(keyOf(values.productId, values.lot, values.sublot), held);
    if (values.manufacturedOn !== null) this.#fill(held, values.manufacturedOn);
    return held;
  }

  #hold(productId: number, lot: string, sublot: string): Held | undefined {
    const key = keyOf(productId, lot, sublot);
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const stored = this.#stored.get(key);
    if (stored === undefined) return undefined;
    const held: Held = { values: stored.values, stored, dated: false, dirty: false };
    this.#held.set(key, held);
    return held;
  }

  #life(productId: number): ShelfLife {
    const known = this.#lives.get(productId);
    if (known !== undefined) return known;
    const read = this.#work.one<ShelfLife>(
      'select shelf_life_days as shelfLifeDays, use_by_days as useByDays, retest_days as retestDays from product where id = ?',
      productId,
    ) ?? { shelfLifeDays: null, useByDays: null, retestDays: null };
    this.#lives.set(productId, read);
    return read;
  }
}

/** A lot has moved when any unit of it was ever reached. */
const selectLots = query<{ keys: string }, LotValues & { id: number; hasMoved: number }>(
  (_, { keys }) => sql`select l.id, ${sql.raw(columnsOf(lotRecord))},
    case when exists (select 1 from unit u join movement m on m.to_unit_id = u.id
      where u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot) then 1 else 0 end as "hasMoved"
  from json_each(${keys}) j cross join lot l
  where l.product_id = cast(j.value->>0 as bigint) and l.lot = j.value->>1 and l.sublot = j.value->>2`,
);

const keyOf = (productId: number, lot: string, sublot: string): string => `${productId}\u001f${lot}\u001f${sublot}`;

const blankLot = (productId: number, lot: string, sublot: string): LotValues => ({
  productId,
  lot,
  sublot,
  supplierId: null,
  supplierLot: '',
  manufacturer: '',
  manufacturerLot: '',
  manufacturedOn: null,
  expiresOn: null,
  bestBeforeOn: null,
  useByOn: null,
  retestOn: null,
  reference: '',
});
