import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Moment, PlainDate } from '#shared/kernel/dates.ts';

/** How much of a lot or serial lies in one location in one status; the quantity in micro units. */
type StockRow = {
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  status: string;
  location: string;
  quantity: number;
};

type InStatus = { product: string; letters: readonly string[] };

/** What lies here of lots that expire until a day, by the day; `letters` are those of the statuses, none for all. */
export const stockByExpiry = query<InStatus & { until: PlainDate }, StockRow & { expiresOn: PlainDate }>(
  (_, { product, letters, until }, { isEmpty, textsOf }) => sql`
    select l.expires_on as "expiresOn", p.code as product, l.lot, l.sublot, u.serial, b.status, w.code as location, b.quantity
    from lot l join product p on p.id = l.product_id
      join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
      join balance b on b.unit_id = u.id join place w on w.id = b.place_id
    where l.expires_on <= ${until} and (${product} = '' or p.code = ${product})
      and (${isEmpty(letters)} or substr(b.status, 1, 1) in ${textsOf(letters)})
    order by l.expires_on, p.code, l.lot, l.sublot, b.status, w.code`,
);

const stands = sql`m.reverses_id is null and not exists (select 1 from movement r where r.reverses_id = m.id)`;

/** What lies here in some statuses, and since when: the last time it was put there, or got its name there. */
export const stockByAge = query<InStatus, StockRow & { since: Moment }>(
  (_, { product, letters }, { textsOf }) => sql`
    select p.code as product, u.lot, u.sublot, u.serial, b.status, w.code as location, b.quantity,
      coalesce((select max(m.at) from movement m where m.to_unit_id = u.id and ${stands}
        and substr(m.status_to, 1, 1) = substr(b.status, 1, 1)
        and (m.from_place_id is null or m.from_unit_id <> m.to_unit_id
          or substr(m.status_from, 1, 1) <> substr(m.status_to, 1, 1))), 0) as since
    from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id join place w on w.id = b.place_id
    where substr(b.status, 1, 1) in ${textsOf(letters)} and (${product} = '' or p.code = ${product})
    order by since, p.code, u.lot, u.sublot, u.serial, w.code`,
);
