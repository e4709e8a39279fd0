import { sql } from 'kysely';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';

type Described = { id: number; product: string; unit: string };
type Capacity = Described & { capacity: bigint };
type Moved = { lot: string; sublot: string; document: string; kind: string };
type Overfull = { row: number; text: Message };

const stays: readonly string[] = ['status', 'assign'];

/**
 * Holds what documents move of a lot to what a lot of its product holds: all lines of a document together, those before
 * included. What only changes a status or a name moves nothing.
 */
export class LotCapacities {
  readonly #work: Pick<Work, 'all'>;
  readonly #known = new Map<number, Described | undefined>();
  readonly #settings: ProductSettings;
  /** What of a lot one document moves in one way, and the last row that does. */
  readonly #moved = new Map<string, Moved & { of: Capacity; row: number }>();

  constructor(work: Work) {
    this.#work = work;
    this.#settings = ProductSettings.of(work);
  }

  /** Loads what lots of some products hold, before their movements are noted. */
  async load(productIds: Iterable<number>): Promise<void> {
    const ids = [...new Set(productIds)].filter((id) => !this.#known.has(id));
    if (ids.length === 0) return;
    for (const id of ids) this.#known.set(id, undefined);
    for (const one of await this.#work.all(describedProducts, { ids })) this.#known.set(one.id, one);
    await this.#settings.load(ids);
  }

  note({ draft }: PostedMovement): void {
    const { product, lot, sublot, document, kind, reverses, row, at, offsetMinutes } = draft;
    const described = this.#known.get(product.id);
    if (described === undefined || lot === '' || reverses !== null || stays.includes(kind)) return;
    // By what the settings say on the day of the movement.
    const capacity = this.#settings.capacity(product.id, dateOf(at, offsetMinutes));
    if (capacity === undefined) return;
    const of = { ...described, capacity };
    this.#moved.set(JSON.stringify([of.id, lot, sublot, document, kind]), { of, lot, sublot, document, kind, row });
  }

  /** To be asked once all is written. */
  async overfull(): Promise<Overfull[]> {
    const keys = Array.from(this.#moved.keys(), (key) => JSON.parse(key) as (string | number)[]); // as `note` wrote it
    const sums = await askFor(this.#work, sumsOf, keys);
    return sums.flatMap(({ id, quantity: sum, ...name }): Overfull[] => {
      const moved = this.#moved.get(JSON.stringify([id, name.lot, name.sublot, name.document, name.kind]));
      const quantity = readSum(sum);
      if (moved === undefined || quantity <= moved.of.capacity) return [];
      const { of, document, row, ...lot } = moved;
      const goods = unitMessage({ ...lot, product: of.product, serial: '' });
      const [much, most] = [formatQuantity(quantity), formatQuantity(of.capacity)];
      const text = msg`${document} moves ${{ decimal: much }} ${of.unit} of ${goods}, which holds ${{ decimal: most }} ${of.unit} at most. Name another lot for the rest.`;
      return [{ row, text }];
    });
  }
}

const describedProducts = query<{ ids: readonly number[] }, Described>(
  (_, { ids }, { idsOf }) =>
    sql`select p.id, p.code as product, p.unit from ${idsOf(ids)} j join product p on p.id = j.id`,
);

/** What stands in the journal of a document; what was undone does not count. */
const sumsOf: KeyedQuery<Moved & { id: number; quantity: string }> = query(
  (_, { keys }, { keysOf }) => sql`select u.product_id as id, u.lot, u.sublot, m.document, m.kind,
    ${exactSumSql('m.quantity')} as quantity
  from ${keysOf(keys, ['id', 'lot', 'sublot', 'document', 'kind'])} j cross join movement m cross join unit u
  where m.document = j.document and m.kind = j.kind and u.id = m.to_unit_id and u.product_id = cast(j.id as bigint)
    and u.lot = j.lot and u.sublot = j.sublot and m.reverses_id is null
    and not exists (select 1 from movement r where r.reverses_id = m.id)
  group by u.product_id, u.lot, u.sublot, m.document, m.kind`,
);
