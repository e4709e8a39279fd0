import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import type { Booking } from '#shared/movements/bookedTwice.ts';

/** A row's own movement, not reversed; of a range of serials the first, since the row named the range once. */
const ofRow = sql`m.row_key is not null and m.row_start is null and m.reverses_id is null
  and not exists (select 1 from movement b where b.reverses_id = m.id)`;

type Named = { product: string; lot: string; sublot: string; serial: string };

export type TwinRow = Named & {
  id: number;
  externalId: string | null;
  document: string;
  line: string;
  firstExternalId: string | null;
};

const twins = query<{ after: number }, TwinRow>(
  (
    _,
    { after },
  ) => sql`with touched as (select distinct document from movement where id > ${after} and row_key is not null and line <> ''),
    standing as (select m.id, m.external_id, m.document, m.line, m.to_unit_id,
        first_value(m.id) over (partition by m.row_key order by m.id) as first_id,
        first_value(m.external_id) over (partition by m.row_key order by m.id) as first_external
      from touched t cross join movement m where m.document = t.document and m.line <> '' and ${ofRow})
    select s.id, s.external_id as "externalId", s.document, s.line, s.first_external as "firstExternalId", p.code as product,
      u.lot, u.sublot, u.serial
    from standing s join unit u on u.id = s.to_unit_id join product p on p.id = u.product_id
    where s.id > ${after} and s.id <> s.first_id order by s.id`,
);

/** Movements after one that repeat one before it on the same line of a document; reversed movements do not count. */
export const twinsAfter = (work: Work, after: number): Promise<TwinRow[]> => work.all(twins, { after });

/**
 * A movement that was not reversed, with all values of its row; `likes` numbers those of the same goods, quantity,
 * ends and minute.
 */
export type BookingRow = Booking &
  Named & { id: number; likes: number; document: string; quantity: number; rowKey: Buffer };

const aroundLate = query<{ after: number; until: number }, BookingRow>(
  (_, { after, until }) => sql`with late as (select distinct document, at / 60000000 as minute from movement
        where id > ${after} and at < ${until} and row_key is not null and reverses_id is null),
      shared as (select document, minute from late l
        where exists (select 1 from movement o where o.document = l.document and o.id <= ${after})),
      likes as (select m.id, min(m.id) over alike as first_id, max(m.id) over alike as last_id
        from (select distinct minute from shared) t cross join movement m join unit u on u.id = m.to_unit_id
        where m.at >= t.minute * 60000000 and m.at < (t.minute + 1) * 60000000
          and m.document in (select document from shared) and ${ofRow}
        window alike as (partition by m.document, t.minute, m.kind, u.product_id, m.quantity, m.from_place_id, m.to_place_id,
          m.status_from, m.status_to))
    select m.id, l.first_id as likes, m.external_id as "externalId", m.at, m.document, m.line, m.quantity, m.row_key as "rowKey",
      m.equipment, coalesce(r.work_order, '') as "workOrder", coalesce(r.run, '') as run, coalesce(p.code, '') as partner, g.code as product,
      t.lot, t.sublot, t.serial, f.lot as "fromLot", f.sublot as "fromSublot", f.serial as "fromSerial",
      t.lot as "toLot", t.sublot as "toSublot", t.serial as "toSerial"
    from likes l join movement m on m.id = l.id join unit f on f.id = m.from_unit_id join unit t on t.id = m.to_unit_id
      join product g on g.id = t.product_id left join run r on r.id = m.run_id left join partner p on p.id = m.partner_id
    where l.first_id <= ${after} and l.last_id > ${after}
    order by l.first_id, m.id`,
);

/**
 * Movements after one and those before it that are of the same document, kind, product, quantity, locations and minute,
 * where there are both; of those after it only what happened before a moment.
 */
export const bookingsAround = (work: Work, asked: { after: number; until: number }): Promise<BookingRow[]> =>
  work.all(aroundLate, asked);
