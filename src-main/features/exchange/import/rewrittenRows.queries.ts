import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import type { RowValues } from '#shared/movements/rewrittenRow.ts';

/** A movement that was not reversed, with the values of its row; `key` says its goods, kind, order and locations. */
export type ValuesRow = RowValues & {
  id: number;
  kind: string;
  externalId: string | null;
  rowKey: Buffer;
  key: string;
  product: string;
  lot: string;
  sublot: string;
  serial: string;
};

const values = sql`m.id, m.kind, m.external_id as "externalId", m.row_key as "rowKey", m.at, m.offset_minutes as "offsetMinutes",
      m.document, m.line, m.quantity, coalesce(p.code, '') as partner, coalesce(r.work_order, '') as "workOrder",
      g.code as product, u.lot, u.sublot, u.serial,
      m.kind || ' ' || m.from_unit_id || ' ' || m.to_unit_id || ' ' || coalesce(m.from_place_id, '') || ' '
        || coalesce(m.to_place_id, '') || ' ' || m.status_from || ' ' || m.status_to || ' ' || coalesce(m.run_id, '') as key`;

const records = sql`join unit u on u.id = m.to_unit_id join product g on g.id = u.product_id
      left join run r on r.id = m.run_id left join partner p on p.id = m.partner_id`;

const stands = sql`m.row_key is not null and m.row_start is null and m.reverses_id is null
      and not exists (select 1 from movement b where b.reverses_id = m.id)`;

type Asked = { after: number; since: number; until: number };

/** New rows of a span of time, and those before them that are of one of their documents or of one of their moments. */
const likely = query<Asked, ValuesRow>(
  (_, { after, since, until }) => sql`with late as (select id, document, at from movement
        where id > ${after} and at >= ${since} and at < ${until} and row_key is not null and reverses_id is null),
      likely as (select id from late
        union select o.id from (select distinct document from late) d cross join movement o
          where o.document = d.document and o.id <= ${after}
        union select o.id from (select distinct at from late) t cross join movement o where o.at = t.at and o.id <= ${after})
    select ${values} from likely l cross join movement m ${records} where m.id = l.id and ${stands}
    order by m.id`,
);

/** Movements after one that happened in a span of time, and those before it that may be of the same rows. */
export const likelyRewritten = (work: Work, asked: Asked): Promise<ValuesRow[]> => work.all(likely, asked);

const some = query<{ ids: readonly number[] }, ValuesRow>(
  (_, { ids }, { idsOf }) => sql`select ${values} from ${idsOf(ids)} j cross join movement m ${records}
    where m.id = j.id and ${stands} order by m.id`,
);

/** Some movements, but for what was undone. */
export const valuesOf = (work: Work, ids: readonly number[]): Promise<ValuesRow[]> => work.all(some, { ids });
