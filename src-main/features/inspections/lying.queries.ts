import { sql } from 'kysely';
import { query } from '#main/store/query.ts';

/** What lies of a unit and, where it is a lot, of its pieces with serials: by place and status. */
export const lyingGoods = query(
  (tables, { product, lot, sublot, serial }: { product: string; lot: string; sublot: string; serial: string }) =>
    tables
      .selectFrom('unit as u')
      .innerJoin('product as p', 'p.id', 'u.product_id')
      .innerJoin('balance as b', 'b.unit_id', 'u.id')
      .innerJoin('place as l', 'l.id', 'b.place_id')
      .select(['u.sublot', 'u.serial', 'b.status', 'b.quantity', 'l.code as location'])
      .where('p.code', '=', product)
      .where('u.lot', '=', lot)
      .where('u.sublot', '=', sublot)
      .where(sql<boolean>`(${serial} = '' or u.serial = ${serial})`)
      .where('b.quantity', '>', 0)
      .orderBy('l.code')
      .orderBy('u.serial'),
);
