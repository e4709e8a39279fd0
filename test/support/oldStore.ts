import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { entities } from '#main/app/entities.ts';
import { connectOrm } from '#main/store/orm.ts';
import { applicationId } from '#main/store/gate.ts';
import { schemaDigest, schemaDigests } from '#main/store/schemaDigest.ts';
import { buildApp, type TestApp } from './app.ts';
import { buildFolder } from './exportFiles.ts';

const devicePlant = fileURLToPath(new URL('../../resources/demo/device', import.meta.url));

/** Imports a plant that fills every table of the first version. */
export async function importDevice(plant: TestApp): Promise<void> {
  await using source = await buildFolder({});
  cpSync(devicePlant, source.path, { recursive: true });
  await plant.ask('exchange.import', { source: { kind: 'path', path: source.path } });
}

/** Writes what a closed store holds into a new file, as the first version would have. */
export async function writeVersion1(from: string, file: string): Promise<void> {
  const { orm, db } = await connectOrm(file, entities, 'write');
  await orm.migrator.up({ to: 'm0001Journal' });
  db.pragma(`application_id = ${applicationId}`);
  db.pragma('user_version = 1');
  if (schemaDigest(db) !== schemaDigests[1]) throw new Error('this is not what the first version made');
  db.pragma('foreign_keys = off');
  db.prepare('attach ? as later').run(from);
  for (const table of tablesOf(db)) {
    const columns = db.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all().join(', ');
    db.exec(`insert into main.${table} (${columns}) select ${columns} from later.${table}`);
    if (db.prepare(`select 1 from ${table}`).get() === undefined) throw new Error(`${table} is empty`);
  }
  db.exec('detach later');
  await orm.close();
}

/** A closed store as the first version wrote it, with rows in every table, in a folder of its own. */
export async function buildVersion1(): Promise<{ folder: string; file: string } & Disposable> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-old-'));
  const file = join(folder, 'plant.lotline');
  await using plant = await buildApp();
  await importDevice(plant);
  await plant.app.close();
  await writeVersion1(plant.file, file);
  return { folder, file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The tables of a store, without the migrator's own. */
export const tablesOf = (db: Database): string[] =>
  db
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'mikro_orm_migrations' order by name",
    )
    .pluck()
    .all();
