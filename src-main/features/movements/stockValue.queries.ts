import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { siteZone } from '#main/features/security/siteSettings.queries.ts';
import { query } from '#main/store/query.ts';
import { storeOf } from '#main/store/storeOf.ts';
import type { Read } from '#main/store/views.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { dayIn } from '#shared/kernel/zones.ts';
import { type Amount, priced, sumOf, type ValuedMove, valueStock } from '#shared/movements/stockValue.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { Valuation } from '#shared/products/vocabulary.ts';

type Reader = { read: Pick<Read, 'all' | 'one'>; db: Database };

/** What the goods of products are worth as of a moment, by what holds for each product on its day. */
export class StockValues {
  readonly #reader: Reader;
  readonly #settings: ProductSettings;
  readonly #dayOf: (moment: Moment) => string;
  readonly #until: Moment;

  constructor(reader: Reader, until: Moment) {
    this.#reader = reader;
    this.#settings = new ProductSettings(reader.read, reader.db);
    const zone = siteZone(reader.db);
    this.#dayOf = (moment) => dayIn(zone, moment / 1000);
    this.#until = until;
  }

  load = (products: Iterable<number>): Promise<void> => this.#settings.load(products);

  method = (product: number): Valuation => this.#settings.valuation(product, this.#dayOf(this.#until));
  standard = (product: number, at: Moment = this.#until): bigint | null =>
    this.#settings.standardCost(product, this.#dayOf(at)) ?? null;

  /** By unit. */
  async of(product: number): Promise<ReadonlyMap<number, Amount>> {
    const rows = await this.#reader.read.all(movesOf, { product, until: this.#until });
    const moves = rows.map(
      ({ cost, quantity, leaves, arrives, ...move }): ValuedMove => ({
        ...move,
        leaves: leaves === 1,
        arrives: arrives === 1,
        quantity: BigInt(quantity),
        cost: cost === null ? null : BigInt(cost),
      }),
    );
    return valueStock(moves, {
      method: this.method(product),
      standardAt: (moment) => this.standard(product, moment),
      until: this.#until,
    });
  }

  /** All of a product together, kept until something is written. */
  async whole(product: number): Promise<Amount> {
    const { read, db } = this.#reader;
    const state = JSON.stringify([await read.one(lastEntry), this.#until]);
    const kept = wholes.get(storeOf(db));
    const known = kept?.state === state ? kept : { state, amounts: new Map<number, Amount>() };
    wholes.set(storeOf(db), known);
    const whole = known.amounts.get(product) ?? sumOf((await this.of(product)).values());
    known.amounts.set(product, whole);
    return whole;
  }
}

const wholes = new WeakMap<object, { state: string; amounts: Map<number, Amount> }>();

const lastEntry = query((tables) => tables.selectFrom('audit_entry').select('seq').orderBy('seq', 'desc').limit(1));

type MoveRow = Omit<ValuedMove, 'leaves' | 'arrives' | 'quantity' | 'cost'> & {
  kind: MovementKind;
  leaves: number;
  arrives: number;
  quantity: number;
  cost: number | null;
};

const movesOf = query<{ product: number; until: Moment }, MoveRow>(
  (_, { product, until }) => sql`
    select m.id, m.at, m.kind, m.from_unit_id as "fromUnit", m.to_unit_id as "toUnit",
      case when m.from_place_id is null then 0 else 1 end as leaves,
      case when m.to_place_id is null then 0 else 1 end as arrives,
      m.quantity, m.unit_cost as cost, coalesce(m.reverses_id, 0) as reverses
    from unit u join movement m on m.to_unit_id = u.id
    where u.product_id = ${product} and m.at <= ${until} order by m.at, m.id`,
);

type Costed = { productId: number; cost: number | null };

/**
 * What some goods are worth each, by the method of their product: what they were received at (their `cost`, or else the
 * standard cost), the average, or the standard cost.
 */
export async function worthOf(
  reader: Reader,
  rows: readonly Costed[],
  until: Moment,
): Promise<(row: Costed) => Amount> {
  const values = new StockValues(reader, until);
  const products = new Set(rows.map(({ productId }) => productId));
  await values.load(products);
  const averaged = new Map<number, Amount>();
  for (const product of products)
    if (values.method(product) === 'average') averaged.set(product, await values.whole(product));
  return ({ productId, cost }) =>
    averaged.get(productId) ??
    priced(
      million,
      cost === null || values.method(productId) === 'standard' ? values.standard(productId) : BigInt(cost),
    );
}
const million = 1_000_000n;

/** The products of goods that are kept in stock: one by its code, or all. */
export const valuedProducts = query((tables, { code }: { code: string }) =>
  tables
    .selectFrom('product')
    .select(['id', 'code', 'category'])
    .where('stock_managed', '=', 1)
    .where(({ eb, or, val }) => or([eb(val(code), '=', ''), eb('code', '=', code)])),
);

/** Units by their names. */
export const unitsNamed = query((tables, { ids }: { ids: readonly number[] }, { idsOf }) =>
  tables
    .selectFrom('unit as u')
    .innerJoin(idsOf(ids).as('asked'), 'asked.id', 'u.id')
    .select(['u.id', 'u.lot', 'u.sublot', 'u.serial']),
);
