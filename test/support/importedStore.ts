import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { lotsFeature } from '#main/features/lots/lots.feature.ts';
import { Policies } from '#main/ledgerStore/policy.ts';
import { runImport } from '#main/features/exchange/runImport.ts';
import type { Store } from '#main/store/store.ts';
import { csvText } from './exportFiles.ts';
import { linkInWords } from './linksInWords.ts';
import { buildStore } from './stores.ts';

/** When the first export is imported; each further one a microsecond later. */
const first = Date.UTC(2026, 10, 1) * 1000;

/**
 * Imports exports one after another into a new store, always by the same person at the same times; answers a digest of
 * all that the ledger and the lots keep. `batch` is for how many rows the ledger is asked at once.
 */
export async function digestOfImports(folders: readonly string[], batch: number): Promise<string> {
  await using built = await buildStore();
  for (const [index, path] of folders.entries()) await importInto(built.store, path, { batch, now: first + index });
  return digestOfStock(built.store);
}

async function importInto(store: Store, path: string, { batch, now }: { batch: number; now: number }): Promise<void> {
  const context = {
    actor: { person: { id: 'anna', name: 'Anna' }, workstation: 'W1' },
    now,
    policies: new Policies(lotsFeature.policies, { byPerson: false }),
    job: { signal: new AbortController().signal, progress: () => undefined },
  };
  await store.work(async (work) => {
    const taken = await runImport(work, { kind: 'path', path }, context, { batch });
    if (taken.faultCount > 0) throw new Error(`${path} has faults: ${JSON.stringify(taken.errors.slice(0, 3))}`);
    work.seal({
      at: new Date(now / 1000).toISOString(),
      atMoment: now,
      person: { id: 'anna', name: 'Anna' },
      role: '',
      session: '',
      host: 'test',
      workstation: 'W1',
      app: '',
      command: String(now),
      operation: 'exchange.import',
      outcome: 'done',
      input: '',
      summary: '',
    });
  });
}

/**
 * Every row with its running digest. Columns of other records are left out: they change with their features; those that
 * came to lots later stand in versions, where they hold something.
 */
const contents = [
  ...['unit', 'run', 'movement', 'balance', 'serial_link'].map((table) => `select * from ${table} order by id`),
  `select id, product_id, lot, sublot, supplier_id, supplier_lot, manufacturer, manufacturer_lot, manufactured_on, expires_on,
    best_before_on, use_by_on, retest_on, reference, version from lot order by id`,
  "select record, record_key, version, content from record_version where record in ('lot', 'serial_link') order by id",
  'select movement_digest from head',
];

function digestOfStock(store: Store): string {
  const digest = createHash('sha256');
  for (const sql of contents)
    for (const row of store.reader().db.prepare<[], unknown[]>(sql).raw().iterate()) digest.update(json(inWords(row)));
  return digest.digest('hex').slice(0, 16);
}

/** A link's version in its first format, in which the answers were made. */
function inWords(row: unknown[]): unknown[] {
  const [record, key, version, content] = row;
  return record === 'serial_link' ? [record, key, version, linkInWords(String(content))] : row;
}

const json = (row: unknown): string =>
  JSON.stringify(row, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );

type Row = Readonly<Record<string, string>>;

/** Splits an export in two, which lie in folders of their own: movements that `isLater` come with the second. */
export function splitExport(source: string, target: string, isLater: (row: Row) => boolean): [string, string] {
  const folders: [string, string] = [join(target, 'first'), join(target, 'second')];
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(source).filter((name) => name.endsWith('.csv'))) {
    const text = readFileSync(join(source, file), 'utf8');
    if (file !== 'movements.csv') {
      // Links need the movements of both.
      writeFileSync(join(folders[file === 'serial_links.csv' ? 1 : 0], file), text);
      continue;
    }
    const [header = [], ...records] = parse(text);
    const later = records.map((record) =>
      isLater(Object.fromEntries(header.map((name, column) => [name, record[column] ?? '']))),
    );
    for (const [index, folder] of folders.entries())
      writeFileSync(join(folder, file), csvText([header, ...records.filter((_, row) => later[row] === (index === 1))]));
  }
  return folders;
}

/** The second half of the movements by their times, which are written alike in one export. */
export function inSecondHalf(source: string): (row: Row) => boolean {
  const [header = [], ...records] = parse(readFileSync(join(source, 'movements.csv'), 'utf8'));
  const times = records.map((record) => Date.parse(record[header.indexOf('at')] ?? '')).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  return ({ at = '' }) => Date.parse(at) > middle;
}

/** Every seventh shipment or scrap, each of which is late once all that came after it is there. */
export function everySeventhIssue(): (row: Row) => boolean {
  let issues = 0;
  return ({ kind }) => {
    if (kind !== 'shipment' && kind !== 'scrap') return false;
    issues += 1;
    return issues % 7 === 0;
  };
}
