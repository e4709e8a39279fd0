import { sql } from 'kysely';
import { z } from 'zod';
import type { IndexedSource } from '#main/store/indexedList.ts';
import { choiceFilter, dateFilter, inCodes, inMasters, textFilter } from '#main/store/listFilters.ts';
import { query } from '#main/store/query.ts';
import { byKey } from '#main/store/simpleList.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import { cellsOfKeys } from '#shared/kernel/defineList.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { documentList, type MovementKind } from '#shared/movements/vocabulary.ts';

/** So many lots of a document are named. */
const mostNamed = 3;

/** A document is the first movement that bears it. */
const begins = (movement: string): string => `${movement}.document <> '' and not exists (
  select 1 from movement earlier where earlier.document = ${movement}.document and earlier.id < ${movement}.id)`;
const table = 'movement' as const;
const ofDocuments = { table, rows: begins('t'), joins: '' };

const inNumber = inCodes(table, (holds) => `select id from movement where document <> '' and ${holds('document')}`);
const inPartner = (...columns: ('code' | 'name')[]) =>
  inMasters(
    (holds) =>
      `select id from movement where partner_id in (select id from partner where ${columns.map(holds).join(' or ')})`,
  );
const inOrder = inMasters(
  (holds) => `select id from movement where run_id in (select id from run where ${holds('work_order')})`,
);

/** How the list of documents is read. What a document holds is counted and named for the rows of a page alone. */
export const documentSource: IndexedSource<typeof documentList> = {
  list: documentList,
  table,
  rows: begins(table),
  all: "select min(id) from movement where document <> '' group by document",
  joins: '',
  orders: {
    number: { natural: { ...ofDocuments, codes: ['t.document'] } },
    at: { spans: () => [{ where: 'true', keys: ['at', 'id'] }], few: 't.at ±, t.id ±' },
    partner: {
      natural: {
        table,
        rows: `${begins('t')} and t.partner_id is not null`,
        joins: 'join partner q on q.id = t.partner_id',
        codes: ['q.code'],
      },
      blank: 'partner_id is null',
    },
    workOrder: {
      natural: {
        table,
        rows: `${begins('t')} and t.run_id is not null`,
        joins: 'join run r on r.id = t.run_id',
        codes: ['r.work_order'],
      },
      blank: 'run_id is null',
    },
    movements: {
      counted: "select min(id) from movement where document <> '' group by document order by count(*), min(id)",
    },
  },
  filters: {
    text: textFilter(inNumber, inPartner('code', 'name'), inOrder),
    number: textFilter(inNumber),
    kind: choiceFilter(table, 'kind'),
    at: dateFilter(table, 'at', 'moment'),
    partner: textFilter(inPartner('code')),
    partnerName: textFilter(inPartner('name')),
    workOrder: textFilter(inOrder),
  },
  async read({ read }, ids) {
    const rows = await read.all(documents, { ids });
    const named = await read.all(lotsOfDocuments, { numbers: rows.map(({ number }) => number), most: mostNamed });
    const lots = byKey(named);
    const totals = new Map(named.map(({ key, total }) => [key, total]));
    return rows.map(({ at, partner, partnerName, workOrder, ...row }) => {
      const first = lots.get(row.number) ?? [];
      return {
        ...row,
        at: formatMoment(at),
        partner: partner ?? '',
        partnerName: partnerName ?? '',
        workOrder: workOrder ?? '',
        lots: { first, more: (totals.get(row.number) ?? 0) - first.length },
      };
    });
  },
  async named({ read }, keys) {
    const found = await Promise.all(cellsOfKeys(z.string(), keys).map((number) => read.one(beginOf, { number })));
    return found.flatMap((begin) => begin?.id ?? []);
  },
};

const beginOf = query((tables, { number }: { number: string }) =>
  tables.selectFrom('movement').select('id').where('document', '=', number).orderBy('id').limit(1),
);

type Row = {
  number: string;
  kind: MovementKind;
  at: number;
  partner: string | null;
  partnerName: string | null;
  workOrder: string | null;
  movements: number;
};

const documents = query<{ ids: readonly number[] }, Row>(
  (_, { ids }, { idsOf }) => sql`select m.document as number, m.kind, m.at, q.code as partner, q.name as "partnerName",
    r.work_order as "workOrder", (select count(*) from movement c where c.document = m.document) as movements
  from ${idsOf(ids)} asked join movement m on m.id = asked.id left join partner q on q.id = m.partner_id
    left join run r on r.id = m.run_id
  order by asked.place`,
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
