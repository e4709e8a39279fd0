import type { Database } from 'better-sqlite3';
import { lotTable, sayLot } from '#main/features/lots/lots.actions.ts';
import { decisionTable } from '#main/features/lots/decisions.actions.ts';
import { partnerTable } from '#main/features/partners/partners.actions.ts';
import {
  authorisationTable,
  type CredentialValues,
  credentialTable,
  nameOfView,
  personTable,
  roleTable,
  sayCredential,
  settingTable,
  signatureTable,
  type ViewValues,
  viewTable,
} from '#main/features/people/tables.actions.ts';
import { placeTable } from '#main/features/places/places.actions.ts';
import { productTable } from '#main/features/products/products.actions.ts';
import { sayLink } from '#main/ledger/links.ts';
import { type RecordTable, type RecordValues, snake } from '#main/store/records.ts';
import { reviewTable } from './reviews.actions.ts';

export type MasterRow = { name: string; version: number; said: RecordValues };

/** Every kind of record whose versions stand in the journal, with its rows as their versions say them. */
export function masterRecords(db: Database): { record: string; rows: Iterable<MasterRow> }[] {
  return [
    { record: 'product', rows: coded(db, productTable) },
    { record: 'partner', rows: coded(db, partnerTable) },
    { record: 'place', rows: coded(db, placeTable) },
    { record: 'lot', rows: lots(db) },
    { record: 'serial_link', rows: links(db) },
    { record: 'saved_view', rows: views(db) },
    { record: 'person', rows: named(db, personTable, ['folded']) },
    { record: 'role', rows: named(db, roleTable) },
    { record: 'credential', rows: credentials(db) },
    { record: 'authorisation', rows: named(db, authorisationTable) },
    { record: 'setting', rows: named(db, settingTable) },
    { record: 'signature', rows: named(db, signatureTable) },
    { record: 'status_decision', rows: named(db, decisionTable) },
    { record: 'audit_review', rows: named(db, reviewTable) },
  ];
}

const columnsOf = (table: RecordTable, alias: string): string =>
  table.columns.map((column) => `${alias}.${snake(column)} as ${column}`).join(', ');

function* coded(db: Database, table: RecordTable): Iterable<MasterRow> {
  const rows = db.prepare<[], RecordValues & { version: number; code: string }>(
    `select ${columnsOf(table, 't')}, t.version from ${table.table} t order by t.id`,
  );
  for (const { version, ...said } of rows.iterate()) yield { name: said.code, version, said };
}

type LotRow = RecordValues & { version: number; product: string; supplier: string; lot: string; sublot: string };

function* lots(db: Database): Iterable<MasterRow> {
  const rows = db.prepare<[], LotRow>(
    `select ${columnsOf(lotTable, 't')}, t.version, p.code as product, coalesce(s.code, '') as supplier
     from lot t left join product p on p.id = t.product_id left join partner s on s.id = t.supplier_id order by t.id`,
  );
  for (const { version, product, supplier, ...values } of rows.iterate()) {
    yield { version, ...sayLot(values, { product, supplier }) };
  }
}

function* views(db: Database): Iterable<MasterRow> {
  const rows = db.prepare<[], ViewValues & { version: number }>(
    `select ${columnsOf(viewTable, 't')}, t.version from saved_view t order by t.id`,
  );
  for (const { version, ...said } of rows.iterate()) yield { name: nameOfView(said), version, said };
}

/** Records whose versions say their columns as they are, under the parts of their key. */
function* named(db: Database, table: RecordTable, key: readonly string[] = table.key): Iterable<MasterRow> {
  const rows = db.prepare<[], RecordValues & { version: number }>(
    `select ${columnsOf(table, 't')}, t.version from ${table.table} t order by t.id`,
  );
  for (const { version, ...said } of rows.iterate())
    yield { name: key.map((column) => String(said[column])).join('\u001f'), version: Number(version), said };
}

function* credentials(db: Database): Iterable<MasterRow> {
  const rows = db.prepare<[], CredentialValues & { version: number }>(
    `select ${columnsOf(credentialTable, 't')}, t.version from credential t order by t.id`,
  );
  for (const { version, ...values } of rows.iterate()) yield { version, ...sayCredential(values) };
}

type LinkRow = {
  id: number;
  workOrder: string;
  quantity: number;
  at: number;
  rowKey: Buffer | null;
} & Record<'pp' | 'pl' | 'ps' | 'pn' | 'cp' | 'cl' | 'cs' | 'cn', string>;

function* links(db: Database): Iterable<MasterRow> {
  const rows = db.prepare<[], LinkRow>(
    `select k.id, k.work_order as workOrder, k.quantity, k.at, k.row_key as rowKey, q.code as pp, u.lot as pl, u.sublot as ps, u.serial as pn,
       r.code as cp, c.lot as cl, c.sublot as cs, c.serial as cn
     from serial_link k left join unit u on u.id = k.parent_unit_id left join product q on q.id = u.product_id
       left join unit c on c.id = k.component_unit_id left join product r on r.id = c.product_id order by k.id`,
  );
  for (const row of rows.iterate()) {
    yield {
      name: String(row.id),
      version: 1,
      said: sayLink({
        ...row,
        parent: { product: row.pp, lot: row.pl, sublot: row.ps, serial: row.pn },
        component: { product: row.cp, lot: row.cl, sublot: row.cs, serial: row.cn },
      }),
    };
  }
}
