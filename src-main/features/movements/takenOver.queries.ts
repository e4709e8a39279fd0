import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import type { CrossingRow } from './returns.queries.ts';

const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;

const openings = query<{ productId: number }, { first: number | null; last: number | null }>(
  (_, { productId }) => sql`select min(m.at) as first, max(m.at) as last from unit u cross join movement m
    where u.product_id = ${productId} and m.to_unit_id = u.id and m.kind = 'opening' and ${stands}`,
);

const isOpened = sql`max(case when m.kind = 'opening' or m.from_unit_id <> m.to_unit_id and exists (
    select 1 from movement o where o.to_unit_id = m.from_unit_id and o.kind = 'opening') then 1 else 0 end)`;
const isMade = sql`m.kind not in ('customer-return', 'production-return') and ${stands}`;

/** Whether anything of a serial or a lot was here, but for what came back; and whether some was taken over. */
const ofSerial = query<{ productId: number; serial: string }, { seen: number }>(
  (_, { productId, serial }) => sql`select count(*) as seen from unit u cross join movement m
    where u.serial = ${serial} and u.product_id = ${productId} and m.to_unit_id = u.id and ${isMade}`,
);

const ofLot = query<{ productId: number; lot: string }, { seen: number; opened: number | null; made: string | null }>(
  (_, { productId, lot }) => sql`select count(*) as seen, ${isOpened} as opened,
      (select max(l.manufactured_on) from lot l where l.product_id = ${productId} and l.lot = ${lot}) as made
    from unit u cross join movement m where u.product_id = ${productId} and u.lot = ${lot} and m.to_unit_id = u.id and ${isMade}`,
);

/**
 * Goods that may have gone to a customer before the store began: its product was taken over as opening stock, and the
 * goods may be older. They are not where their serial was here, or their lot, of which nothing was taken over, or where
 * the lot was made after the product was taken over. What came back by then may be more than the store knows went out.
 */
export class TakenOver {
  readonly #work: Work;
  readonly #openings = new Map<number, { first: number | null; last: number | null }>();

  constructor(work: Work) {
    this.#work = work;
  }

  async mayBeOlder(productId: number, { at, lot, serial }: CrossingRow): Promise<boolean> {
    const { first, last } = await this.#openingsOf(productId);
    if (first === null || last === null || first > at) return false;
    if (serial !== '' && ((await this.#work.one(ofSerial, { productId, serial }))?.seen ?? 0) > 0) return false;
    if (lot === '') return true;
    const known = await this.#work.one(ofLot, { productId, lot });
    if (known === undefined) return true;
    // A day of tolerance, since neither says in which zone its day is meant.
    if (known.made !== null && known.made > dateOf(last + day)) return false;
    return known.seen === 0 || known.opened === 1;
  }

  async #openingsOf(productId: number) {
    const known = this.#openings.get(productId) ?? (await this.#work.one(openings, { productId }));
    const found = known ?? { first: null, last: null };
    this.#openings.set(productId, found);
    return found;
  }
}

const day = 86_400_000_000;
