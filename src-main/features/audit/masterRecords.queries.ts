import type { Database } from 'better-sqlite3';
import { serialLinkFields, serialLinkFieldsInWords } from '#main/ledgerStore/links.ts';
import { type RecordRow, recordRows } from '#main/store/records.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import { serialLinkRecord } from '#shared/serials/records.ts';

/** Every kind of record whose versions stand in the journal, with its rows as their versions say them. */
export const masterRecords = (
  db: Database,
  kinds: readonly RecordKind[],
): { record: string; rows: Iterable<RecordRow> }[] =>
  kinds.map((kind) => ({ record: kind.name, rows: kind === serialLinkRecord ? links(db) : recordRows(db, kind) }));

type LinkRow = {
  id: number;
  workOrder: string;
  quantity: number;
  at: number;
  rowKey: Buffer | null;
} & Record<'pp' | 'pl' | 'ps' | 'pn' | 'cp' | 'cl' | 'cs' | 'cn', string>;

function* links(db: Database): Iterable<RecordRow> {
  const rows = db.prepare<[], LinkRow>(
    `select k.id, k.work_order as workOrder, k.quantity, k.at, k.row_key as rowKey, q.code as pp, u.lot as pl, u.sublot as ps, u.serial as pn,
       r.code as cp, c.lot as cl, c.sublot as cs, c.serial as cn
     from serial_link k left join unit u on u.id = k.parent_unit_id left join product q on q.id = u.product_id
       left join unit c on c.id = k.component_unit_id left join product r on r.id = c.product_id order by k.id`,
  );
  for (const row of rows.iterate()) {
    const link = {
      ...row,
      parent: { product: row.pp, lot: row.pl, sublot: row.ps, serial: row.pn },
      component: { product: row.cp, lot: row.cl, sublot: row.cs, serial: row.cn },
    };
    yield {
      name: String(row.id),
      version: 1,
      said: serialLinkFields(link),
      saidBefore: () => serialLinkFieldsInWords(link),
    };
  }
}
