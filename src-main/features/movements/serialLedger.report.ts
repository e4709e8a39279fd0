import { sql } from 'kysely';
import { z } from 'zod';
import { defineReport } from '#main/context/report.ts';
import {
  atColumn,
  documentColumn,
  listSection,
  textColumn,
  textsOf,
  workOrderColumn,
} from '#main/documents/reportFrame.ts';
import { query } from '#main/store/query.ts';
import { formatMoment, type Moment } from '#shared/kernel/dates.ts';
import { orderings } from '#shared/kernel/natural.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';

/** Every movement of a serial, also those by which goods got it or lost it, the undone ones with those that undid them. */
export const serialLedgerReport = defineReport({
  name: 'serialLedger',
  group: 'traceability',
  permission: 'look',
  parameters: z.object({ product: parameter.code(), serial: parameter.code() }).strict(),
  async make({ product, serial }, { read, frame }) {
    const { fields, movements, reports } = textsOf(frame);
    const { title, serials, none, kind, undo } = reports.catalogue.serialLedger;
    const found = await read.all(serial === '' ? ofAll : ofOne, { product, serial });
    const rows = found
      .map((row) => ({ ...row, at: formatMoment(row.at), moment: row.at }))
      .sort((a, b) => orderings.natural.units(a, b) || a.moment - b.moment || a.id - b.id);
    type Row = (typeof rows)[number];
    const code = (key: 'from' | 'to' | 'partner', header: string) => ({
      ...{ key, header, kind: 'code' as const },
      of: (row: Row) => row[key],
    });
    return {
      subject: serial,
      figures: [{ label: serials, values: [new Set(rows.map((row) => `${row.product}\u001f${row.serial}`)).size] }],
      sections: [
        listSection<Row>({ title, empty: none }, rows, [
          { key: 'product', header: fields.product, kind: 'code', of: (row) => row.product },
          { key: 'serial', header: fields.serial, kind: 'code', of: (row) => row.serial },
          { key: 'lot', header: fields.lot, kind: 'code', of: (row) => row.lot },
          atColumn(frame),
          textColumn('kind', kind, (row) => movements.kinds[row.kind]),
          documentColumn(frame),
          code('from', fields.from),
          code('to', fields.to),
          { key: 'status', header: fields.status, kind: 'status', of: ({ status }) => status || null },
          workOrderColumn(frame),
          code('partner', fields.partner),
          textColumn('undo', undo, ({ reverses, reversedBy }) => String(reverses ?? reversedBy ?? '')),
          textColumn('person', reports.parameters.person, ({ person }) => person),
        ]),
      ],
    };
  },
});

type Row = Unit & {
  id: number;
  at: Moment;
  kind: MovementKind;
  document: string;
  from: string;
  to: string;
  status: string;
  workOrder: string;
  partner: string;
  reverses: number | null;
  reversedBy: number | null;
  person: string;
};
type Asked = { product: string; serial: string };

const columns = sql`m.id, m.at, m.kind, m.document, p.code as product, u.lot, u.sublot, u.serial, coalesce(f.code, '') as "from",
  coalesce(t.code, '') as "to", case when m.status_to = '' then m.status_from else m.status_to end as status,
  coalesce(r.work_order, '') as "workOrder", coalesce(q.code, '') as partner, m.reverses_id as reverses,
  (select b.id from movement b where b.reverses_id = m.id) as "reversedBy", m.person`;
const ends = sql`left join place f on f.id = m.from_place_id left join place t on t.id = m.to_place_id
  left join run r on r.id = m.run_id left join partner q on q.id = m.partner_id`;

const ledgerOf = (serials: (asked: Asked) => ReturnType<typeof sql>) =>
  query<Asked, Row>((_, asked) => {
    const units = sql`unit u join product p on p.id = u.product_id`;
    const isMeant = sql`${serials(asked)} and (${asked.product} = '' or p.code = ${asked.product})`;
    return sql`
      select ${columns} from ${units} join movement m on m.to_unit_id = u.id ${ends} where ${isMeant}
      union all
      select ${columns} from ${units} join movement m on m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id ${ends}
      where ${isMeant}`;
  });

const ofOne = ledgerOf(({ serial }) => sql`u.serial = ${serial} and u.serial <> ''`);
const ofAll = ledgerOf(() => sql`u.serial <> ''`);
