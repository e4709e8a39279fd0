import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Statement } from 'better-sqlite3';
import { type App, createApp } from '#main/app/createApp.ts';
import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore } from '#main/store/store.ts';
import { median } from './measure.ts';

/** Imports a plant through the program, as a person would. */
export async function importPlant(folder: string, file: string): Promise<{ app: App; seconds: number }> {
  const app = await createApp({ file, mode: 'create', host: 'test' });
  const start = performance.now();
  await app.call(app.open(), {
    operation: 'exchange.import',
    input: { source: { kind: 'path', path: folder } },
    commandId: 'bench-import',
  });
  return { app, seconds: (performance.now() - start) / 1000 };
}

/** Every table an import writes, with whether its rows carry a running digest. */
const written: [table: string, chained: boolean][] = [
  ['product', false],
  ['partner', false],
  ['place', false],
  ['unit', false],
  ['run', false],
  ['lot', false],
  ['movement', true],
  ['record_version', true],
  ['balance', false],
];

/**
 * The same rows written by nothing but prepared statements: same schema, same indexes, same durability, one
 * transaction, and the same running digests, taken over each row's values. What no importer can beat.
 */
export async function rawImport(from: App, file: string): Promise<{ seconds: number; movements: number }> {
  const rows = written.map(([table, chained]) => ({
    table,
    chained,
    rows: from.store.reader().db.prepare<[], unknown[]>(`select * from ${table}`).raw().all(),
  }));
  const store = await openStore({
    file,
    entities: loadEntities,
    mode: 'create',
    holder: { person: 'bench', workstation: '', host: '', pid: process.pid, since: '' },
    now: 0,
    newId: () => 'raw',
  });
  let movements = 0;
  const start = performance.now();
  await store.work(({ db }) => {
    for (const { table, chained, rows: all } of rows) {
      const width = all[0]?.length ?? 0;
      const insert: Statement<unknown[]> = db.prepare(
        `insert into ${table} values (${Array(width).fill('?').join(', ')})`,
      );
      let digest: Uint8Array = new Uint8Array(32);
      for (const row of all) {
        if (chained) {
          digest = createHash('sha256').update(digest).update(row.slice(0, -1).join('\u001f')).digest();
          row[width - 1] = digest;
        }
        insert.run(...row);
      }
      if (table === 'movement') movements = all.length;
    }
  });
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  return { seconds, movements };
}

/** So many before any is timed: code that was just loaded runs slowly, whatever the store. */
export const warmingUp = 300;

/**
 * One posted movement through the program against one raw commit of the same durability and about the same rows, in turn. On
 * a disk that is no disk a commit waits for nothing, and what the program does besides is most of a posting.
 */
export async function timePosting(app: App, folder: string, rounds: number): Promise<{ posted: number; raw: number }> {
  const post = posting(app, 'bench-post');
  const raw = await openStore({
    file: join(folder, 'raw-post'),
    entities: loadEntities,
    mode: 'create',
    holder: { person: 'bench', workstation: '', host: '', pid: process.pid, since: '' },
    now: 0,
    newId: () => 'raw',
  });
  const times: { posted: number[]; raw: number[] } = { posted: [], raw: [] };
  for (let round = 0; round < warmingUp + rounds; round += 1) {
    const [posted, committed] = [await post(), await rawCommit(raw, round)];
    if (round < warmingUp) continue;
    times.posted.push(posted);
    times.raw.push(committed);
  }
  await raw.close();
  return { posted: median(times.posted), raw: median(times.raw) };
}

/** Counts goods that lie there one more, and one less the next time; answers how long that took. */
export function posting(app: App, name: string, actor = app.open()): () => Promise<number> {
  const line = app.store
    .reader()
    .db.prepare<[], { product: string; lot: string; place: string; status: string }>(
      `select p.code as product, u.lot, l.code as place, b.status from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
       join place l on l.id = b.place_id where b.quantity > 100000000 limit 1`,
    )
    .get();
  if (line === undefined) throw new Error('the plant has no stock to move');
  let round = 0;
  return async () => {
    const { product, lot, place, status } = line;
    const where = round % 2 === 0 ? { to: place, status } : { from: place, statusFrom: status };
    const movement = { kind: 'adjustment', document: `B-${round}`, product, lot, quantity: '1', ...where };
    const input = { movements: [movement] };
    const start = performance.now();
    await app.call(actor, { operation: 'movements.post', input, commandId: `${name}-${round}` });
    round += 1;
    return performance.now() - start;
  };
}

async function rawCommit(store: Awaited<ReturnType<typeof openStore>>, round: number): Promise<number> {
  const start = performance.now();
  await store.work(({ db }) => {
    const hash = createHash('sha256').update(String(round)).digest();
    const previous = createHash('sha256').update(`before ${round}`).digest();
    db.prepare(
      `insert or ignore into product (id, code, name, category, unit, lot_tracking, serial_tracking, stock_managed, trace_detail,
        expiry_status, retest_status, gtin, version) values (1, 'P', 'P', '', 'kg', 'none', 'none', 1, 'detailed', 'R', 'Q', '', 1)`,
    ).run();
    db.prepare("insert or ignore into unit values (1, 1, '', '', '', 1)").run();
    db.prepare("insert or ignore into place values (1, 'P', 'P', 'M', 'storage', 1)").run();
    db.prepare(
      "insert into movement values (?, 1, ?, 0, 0, 'status', 'D', '', 1, 1, 1000000, 1, 1, 'A', 'Q', null, '', null, null, '', 'typed', 'me', 'here', null, null, null, null, ?)",
    ).run(round + 1, round, hash);
    db.prepare(
      "insert into balance (unit_id, place_id, status, quantity) values (1, 1, 'A', ?) on conflict do update set quantity = excluded.quantity",
    ).run(round + 1);
    db.prepare(
      "insert into balance (unit_id, place_id, status, quantity) values (1, 1, 'Q', ?) on conflict do update set quantity = excluded.quantity",
    ).run(round + 1);
    db.prepare("insert into audit_entry values (?, 0, 'me', ?, 'raw', 'done', ?, ?, ?)").run(
      round + 1,
      String(round),
      'x'.repeat(900),
      previous,
      hash,
    );
    db.prepare('update head set seq = ?, hash = ? where id = 1').run(round + 1, hash);
  });
  return performance.now() - start;
}
