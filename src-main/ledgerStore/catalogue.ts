import { sql } from 'kysely';
import type { PartnerFacts, LocationFacts, ProductFacts } from '#main/ledger/facts.ts';
import { type Query, query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';

type Asks = Pick<Read, 'all'>;

/** Codes that are going to be asked for. */
export type CatalogueCodes = {
  products?: Iterable<string>;
  places?: Iterable<string>;
  partners?: Iterable<string>;
};

/** Products, places and partners by code: loaded before they are read, each once in a unit of work. */
export class Catalogue {
  readonly #read: Asks;
  readonly #products = new ByCode(
    selectProducts,
    ({ stockManaged, ...row }): ProductFacts => ({
      ...row,
      stockManaged: stockManaged === 1,
    }),
  );
  readonly #places = new ByCode(selectPlaces, (row): LocationFacts => row);
  readonly #partners = new ByCode(selectPartners, (row): PartnerFacts => row);

  constructor(read: Asks) {
    this.#read = read;
  }

  /** A code that was not found at the last load is loaded again: an import may have added it. */
  async load({ products = [], places = [], partners = [] }: CatalogueCodes): Promise<void> {
    await this.#products.load(this.#read, products);
    await this.#places.load(this.#read, places);
    await this.#partners.load(this.#read, partners);
  }

  product(code: string): ProductFacts | undefined {
    return this.#products.get(code);
  }

  place(code: string): LocationFacts | undefined {
    return this.#places.get(code);
  }

  partner(code: string): PartnerFacts | undefined {
    return this.#partners.get(code);
  }
}

type Codes = { codes: readonly string[] };

class ByCode<R extends { code: string }, V> {
  readonly #asked: Query<Codes, R>;
  readonly #factsOf: (row: R) => V;
  readonly #known = new Map<string, V | undefined>();

  constructor(asked: Query<Codes, R>, factsOf: (row: R) => V) {
    this.#asked = asked;
    this.#factsOf = factsOf;
  }

  async load(read: Asks, codes: Iterable<string>): Promise<void> {
    const wanted = new Set(codes);
    wanted.delete('');
    const keys = Array.from(wanted).filter((code) => this.#known.get(code) === undefined);
    for (const code of keys) this.#known.set(code, undefined);
    if (keys.length === 0) return;
    for (const row of await read.all(this.#asked, { codes: keys })) this.#known.set(row.code, this.#factsOf(row));
  }

  /** Reading a code that was not loaded throws, so that a forgotten code never passes for one that does not exist. */
  get(code: string): V | undefined {
    const found = this.#known.get(code);
    if (found === undefined && code !== '' && !this.#known.has(code)) throw new Error(`not loaded: ${code}`);
    return found;
  }
}

type ProductRow = Omit<ProductFacts, 'stockManaged'> & { stockManaged: number };

const selectProducts = query<Codes, ProductRow>(
  (
    _,
    { codes },
    { textsOf },
  ) => sql`select p.id, p.code, p.lot_tracking as "lotTracking", p.serial_tracking as "serialTracking",
    p.trace_detail as "traceDetail", p.stock_managed as "stockManaged"
  from product p where p.code in ${textsOf(codes)}`,
);
const selectPlaces = query<Codes, LocationFacts>(
  (_, { codes }, { textsOf }) => sql`select p.id, p.code, p.kind from place p where p.code in ${textsOf(codes)}`,
);
const selectPartners = query<Codes, PartnerFacts>(
  (_, { codes }, { textsOf }) => sql`select p.id, p.code, p.kind from partner p where p.code in ${textsOf(codes)}`,
);
