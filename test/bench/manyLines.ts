import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore } from '#main/store/store.ts';
import { timeLists, timeStock } from './lists.ts';
import type { Report } from './measure.ts';

/**
 * The lists of lots and of stock with so many lines as no plant here is generated with: their rows are written in bulk, one
 * lot a line, and no movements, which neither list reads.
 */
export async function timeManyLines(report: Report, folder: string, lines: number, rounds: number): Promise<void> {
  const file = join(folder, 'many-lines.lotline');
  const start = performance.now();
  await makeLines(file, lines);
  report.note(`a store of ${lines} lots, each on stock, in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const app = await createApp({ file, mode: 'read', host: 'test' });
  await timeLists(report, app, rounds);
  await timeStock(report, app, rounds);
  await app.close();
}

async function makeLines(file: string, lines: number): Promise<void> {
  const store = await openStore({
    file,
    entities: loadEntities,
    mode: 'create',
    holder: { person: 'bench', workstation: '', host: '', pid: process.pid, since: '' },
    now: 0,
    newId: () => 'many-lines',
  });
  await store.work(({ db }) => {
    for (const sql of statements) db.prepare<{ lines: number }>(sql).run({ lines });
  });
  await store.close();
}

const counted = (most: string): string =>
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most})`;
/** Numbers of unlike lengths, in no order. */
const lotCode = "'L-' || (i * 7919 % 9999991)";

const statements: readonly string[] = [
  `insert into product (id, code, name, category, unit, lot_tracking, serial_tracking, stock_managed, trace_detail, expiry_status,
     retest_status, gtin, version)
   ${counted('1000')} select i, 'P' || substr('0' || (i % 12), -2) || '-' || i, 'Product ' || i, '', 'kg', 'mandatory', 'none', 1, 'detailed', 'R', 'Q', '', 1
     from n where true or @lines`,
  `insert into place (id, code, name, site, kind, version)
   ${counted('400')} select i, 'SHELF-' || i, 'Shelf ' || i, 'MAIN', 'storage', 1 from n where true or @lines`,
  `insert into partner (id, code, name, kind, country, email, address, phone, gln, version)
   ${counted('200')} select i, 'S' || i, 'Supplier ' || i, 'supplier', '', '', '', '', '', 1 from n where true or @lines`,
  `insert into lot (id, product_id, lot, sublot, supplier_id, supplier_lot, manufacturer, manufacturer_lot, manufactured_on,
     expires_on, reference, version)
   ${counted('@lines')} select i, 1 + i * 31 % 1000, ${lotCode}, '', 1 + i % 200, 'B' || (i % 70001), '', '',
     date('2025-01-01', '+' || (i * 17 % 500) || ' days'), date('2026-01-01', '+' || (i * 17 % 900) || ' days'), '', 1 from n`,
  `insert into unit (id, product_id, lot, sublot, serial, leaf)
   ${counted('@lines')} select i, 1 + i * 31 % 1000, ${lotCode}, '', '', 0 from n`,
  `insert into balance (id, unit_id, place_id, status, quantity)
   ${counted('@lines')} select i, i, 1 + i * 13 % 400, iif(i % 9 = 0, 'Q', 'A'), 1000000 * (1 + i % 500) from n`,
];
