import type { Work } from '#main/store/work.ts';
import type { PlaceKind } from '#shared/places/vocabulary.ts';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';
import type { PartnerFacts, PlaceFacts, ProductFacts } from '#main/ledger/facts.ts';

type ProductRow = {
  id: number;
  code: string;
  lotTracking: LotTracking;
  serialTracking: SerialTracking;
  traceDetail: TraceDetail;
  stockManaged: number;
};

const productColumns = `id, code, lot_tracking as lotTracking, serial_tracking as serialTracking, trace_detail as traceDetail, stock_managed as stockManaged`;

/** Products, places and partners by code, read once per unit of work. */
export class Catalogue {
  readonly #work: Work;
  readonly #products = new Map<string, ProductFacts>();
  readonly #productsById = new Map<number, ProductFacts>();
  readonly #partnersById = new Map<number, PartnerFacts>();
  readonly #places = new Map<string, PlaceFacts>();
  readonly #partners = new Map<string, PartnerFacts>();

  constructor(work: Work) {
    this.#work = work;
  }

  product(code: string): ProductFacts | undefined {
    return remember(this.#products, code, () => {
      const row = this.#work.one<ProductRow>(`select ${productColumns} from product where code = ?`, code);
      return row === undefined ? undefined : { ...row, stockManaged: row.stockManaged === 1 };
    });
  }

  productById(id: number): ProductFacts {
    const known = this.#productsById.get(id);
    if (known !== undefined) return known;
    const code = this.#work.one<{ code: string }>('select code from product where id = ?', id)?.code;
    const found = code === undefined ? undefined : this.product(code);
    if (found === undefined) throw new Error(`no product ${id}`);
    this.#productsById.set(id, found);
    return found;
  }

  place(code: string): PlaceFacts | undefined {
    return remember(this.#places, code, () =>
      this.#work.one<{ id: number; code: string; kind: PlaceKind }>(
        'select id, code, kind from place where code = ?',
        code,
      ),
    );
  }

  partnerById(id: number): PartnerFacts {
    const found =
      this.#partnersById.get(id) ?? this.#work.one<PartnerFacts>('select id, code from partner where id = ?', id);
    if (found === undefined) throw new Error(`no partner ${id}`);
    this.#partnersById.set(id, found);
    return found;
  }

  partner(code: string): PartnerFacts | undefined {
    return remember(this.#partners, code, () =>
      this.#work.one<PartnerFacts>('select id, code from partner where code = ?', code),
    );
  }
}

/** Only what was found is remembered: an import may add the rest meanwhile. */
function remember<T>(known: Map<string, T>, key: string, find: () => T | undefined): T | undefined {
  const found = known.get(key) ?? find();
  if (found !== undefined) known.set(key, found);
  return found;
}
