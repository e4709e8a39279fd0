import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import { byKey, type SimpleSource } from '#main/store/simpleList.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { documentList, type MovementKind } from '#shared/movements/vocabulary.ts';

/** So many lots of a document are named. */
const mostNamed = 3;

/** How the list of documents is read. Lots are named for the rows of a page alone. */
export const documentSource: SimpleSource<typeof documentList> = {
  list: documentList,
  isOrdered: true,
  rows: async (read) =>
    (await read.all(documents)).map(({ at, partner, partnerName, workOrder, ...row }) => ({
      ...row,
      at: formatMoment(at),
      partner: partner ?? '',
      partnerName: partnerName ?? '',
      workOrder: workOrder ?? '',
      lots: { first: [], more: 0 },
    })),
  async more(read, rows) {
    const named = await read.all(lotsOfDocuments, { numbers: rows.map(({ number }) => number), most: mostNamed });
    const lots = byKey(named);
    const totals = new Map(named.map(({ key, total }) => [key, total]));
    return rows.map((row) => {
      const first = lots.get(row.number) ?? [];
      return { ...row, lots: { first, more: (totals.get(row.number) ?? 0) - first.length } };
    });
  },
};

type Row = {
  number: string;
  kind: MovementKind;
  at: number;
  partner: string | null;
  partnerName: string | null;
  workOrder: string | null;
  movements: number;
};

/** Along the index of documents to the first movement of each. */
const documents = query<Record<never, never>, Row>(
  () => sql`select d.document as number, m.kind, m.at, q.code as partner, q.name as "partnerName", r.work_order as "workOrder", d.movements
  from (select document, min(id) as first, count(*) as movements from movement where document <> '' group by document) d
    join movement m on m.id = d.first left join partner q on q.id = m.partner_id left join run r on r.id = m.run_id
  order by d.first desc`,
);

const lotsOfDocuments = query<{ numbers: readonly string[]; most: number }, Unit & { key: string; total: number }>(
  (_, { numbers, most }, { textsOf }) => sql`select key, product, lot, sublot, '' as serial, total from (
    select key, product, lot, sublot, row_number() over (partition by key order by first) as place,
      count(*) over (partition by key) as total
    from (
      select m.document as key, p.code as product, u.lot, u.sublot, min(m.id) as first
      from movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id
      where m.document in ${textsOf(numbers)} group by m.document, p.code, u.lot, u.sublot) lots) named
  where place <= ${most} order by key, place`,
);
