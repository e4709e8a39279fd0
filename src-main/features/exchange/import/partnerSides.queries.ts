import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import type { Side } from '#shared/movements/partnerSides.ts';

const sidesOf = query<{ ids: readonly number[]; last: number }, { partnerId: number; side: Side; document: string }>(
  (_, { ids, last }, { idsOf }) => sql`with named as (
      select m.partner_id, case when m.kind in ('receipt', 'supplier-return') then 'supplier' else 'customer' end as side,
        min(m.id) as id
      from movement m
      where m.partner_id in (select j.id from ${idsOf(ids)} j) and m.id <= ${last} and m.reverses_id is null
        and m.kind in ('receipt', 'supplier-return', 'shipment', 'customer-return')
        and not exists (select 1 from movement b where b.reverses_id = m.id)
      group by m.partner_id, side)
    select n.partner_id as "partnerId", n.side, m.document from named n join movement m on m.id = n.id order by n.partner_id, n.side`,
);

/** The sides of partners in movements up to one, and the document of the first that was not reversed. */
export const sidesInMovements = (work: Work, asked: { ids: readonly number[]; last: number }) =>
  work.all(sidesOf, asked);

type Lot = { partnerId: number; product: string; lot: string; sublot: string };

const suppliersOf = query<{ ids: readonly number[] }, Lot>(
  (_, { ids }, { idsOf }) => sql`with named as (
      select l.supplier_id, min(l.id) as id from lot l where l.supplier_id in (select j.id from ${idsOf(ids)} j) group by l.supplier_id)
    select n.supplier_id as "partnerId", p.code as product, l.lot, l.sublot
    from named n join lot l on l.id = n.id join product p on p.id = l.product_id order by n.supplier_id`,
);

/** Those of some partners that the record of a lot names as its supplier, with the first such lot. */
export const suppliersInLots = (work: Work, ids: readonly number[]): Promise<Lot[]> => work.all(suppliersOf, { ids });
