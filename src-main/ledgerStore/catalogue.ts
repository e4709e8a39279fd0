import { sql } from 'kysely';
import type { PartnerFacts, PlaceFacts, ProductFacts } from '#main/ledger/facts.ts';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';

type Asks = Pick<Read, 'all'>;

/** Codes that are going to be asked for. */
export type CatalogueCodes = {
  products?: Iterable<string>;
  places?: Iterable<string>;
  partners?: Iterable<string>;
};

/** Products, places and partners by code: loaded before they are asked for, each once in a unit of work. */
export class Catalogue {
  readonly #read: Asks;
  readonly #products = new ByCode(
    selectProducts,
    ({ stockManaged, ...row }): ProductFacts => ({
      ...row,
      stockManaged: stockManaged === 1,
    }),
  );
  readonly #places = new ByCode(selectPlaces, (row): PlaceFacts => row);
  readonly #partners = new ByCode(selectPartners, (row): PartnerFacts => row);

  constructor(read: Asks) {
    this.#read = read;
  }

  /** What was not there when it was asked for last is asked for again: an import may have added it. */
  async load({ products = [], places = [], partners = [] }: CatalogueCodes): Promise<void> {
    await this.#products.load(this.#read, products);
    await this.#places.load(this.#read, places);
    await this.#partners.load(this.#read, partners);
  }

  product(code: string): ProductFacts | undefined {
    return this.#products.get(code);
  }

  place(code: string): PlaceFacts | undefined {
    return this.#places.get(code);
  }

  partner(code: string): PartnerFacts | undefined {
    return this.#partners.get(code);
  }
}

class ByCode<R extends { code: string }, V> {
  readonly #asked: KeyedQuery<R>;
  readonly #factsOf: (row: R) => V;
  readonly #known = new Map<string, V | undefined>();

  constructor(asked: KeyedQuery<R>, factsOf: (row: R) => V) {
    this.#asked = asked;
    this.#factsOf = factsOf;
  }

  async load(read: Asks, codes: Iterable<string>): Promise<void> {
    const wanted = new Set(codes);
    wanted.delete('');
    const keys = Array.from(wanted).filter((code) => this.#known.get(code) === undefined);
    for (const code of keys) this.#known.set(code, undefined);
    for (const row of await askFor(
      read,
      this.#asked,
      keys.map((code) => [code]),
    ))
      this.#known.set(row.code, this.#factsOf(row));
  }

  /** Reading what nobody loaded throws, so that a forgotten code never passes for one that is not there. */
  get(code: string): V | undefined {
    const found = this.#known.get(code);
    if (found === undefined && code !== '' && !this.#known.has(code)) throw new Error(`not loaded: ${code}`);
    return found;
  }
}

type ProductRow = Omit<ProductFacts, 'stockManaged'> & { stockManaged: number };

const selectProducts = query<{ keys: string }, ProductRow>(
  (_, { keys }) => sql`select p.id, p.code, p.lot_tracking as "lotTracking", p.serial_tracking as "serialTracking",
    p.trace_detail as "traceDetail", p.stock_managed as "stockManaged"
  from json_each(${keys}) j cross join product p where p.code = j.value->>0`,
);
const selectPlaces = query<{ keys: string }, PlaceFacts>(
  (_, { keys }) =>
    sql`select p.id, p.code, p.kind from json_each(${keys}) j cross join place p where p.code = j.value->>0`,
);
const selectPartners = query<{ keys: string }, PartnerFacts>(
  (_, { keys }) => sql`select p.id, p.code from json_each(${keys}) j cross join partner p where p.code = j.value->>0`,
);
