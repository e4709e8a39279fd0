import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectOrm } from '#main/store/orm.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { schemaDigest, schemaDigests, schemaVersion } from '#main/store/schemaDigest.ts';
import { buildPlantApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';
import { buildStore, entities } from '../support/stores.ts';
import { editPlainly } from '../support/tampering/tamper.ts';

type Table = { name: string; strict: number };
type ForeignKey = { on_delete: string; on_update: string; table: string };

const tablesOf = (rows: unknown): Table[] =>
  // What SQLite's own table list answers.
  (rows as Table[]).filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('mikro_orm'));

describe('the migrated schema', () => {
  it('is what the entities say, so that the ORM would change nothing', async () => {
    await using plant = await buildStore();
    const { orm } = await connectOrm(plant.file, entities, 'read');
    expect(await orm.schema.getUpdateSchemaSQL({ safe: true })).toBe('');
    await orm.close();
  });

  it('comes to the digest of its version', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lotline-schema-'));
    const { orm, db } = await connectOrm(join(folder, 'new.lotline'), entities, 'write');
    await orm.migrator.up();
    // Before any gate: a migration that is new is told its digest here.
    expect({ [migrations.length]: schemaDigest(db) }).toEqual({ [schemaVersion]: schemaDigests[schemaVersion] });
    await orm.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has the digest the gate asks for, under its version', async () => {
    await using plant = await buildStore();
    const { db } = plant.store.reader();
    expect(schemaDigest(db)).toBe(schemaDigests[schemaVersion]);
    expect(schemaVersion).toBe(migrations.length);
    expect(Object.keys(schemaDigests)).toEqual(Array.from({ length: schemaVersion }, (_, index) => String(index + 1)));
    expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion);
    expect(db.pragma('application_id', { simple: true })).toBe(0x4c4f544c);
  });

  it('has strict tables only, and none that deletes or changes rows of another', async () => {
    await using plant = await buildStore();
    const { db } = plant.store.reader();
    const tables = tablesOf(db.pragma('table_list'));
    expect(tables.map(({ name }) => name).sort()).toEqual(entities.map(({ meta }) => meta.tableName).sort());
    for (const { name, strict } of tables) {
      expect(strict, name).toBe(1);
      const keys = db.pragma(`foreign_key_list(${name})`) as ForeignKey[]; // what SQLite's own list answers
      for (const key of keys)
        expect([key.on_delete, key.on_update], `${name} → ${key.table}`).toEqual(['NO ACTION', 'NO ACTION']);
    }
  });

  it('refuses a text, a fraction and bytes where a whole number belongs', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    for (const value of ['12abc', 1.5, Buffer.from('1')]) {
      const write = () => editPlainly(plant.file, (db) => db.prepare('update balance set quantity = ?').run(value));
      expect(write).toThrow(/cannot store/);
    }
  });

  it('refuses a balance of nothing and one below', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    for (const quantity of [0, -1]) {
      expect(() =>
        editPlainly(plant.file, (db) => db.prepare('update balance set quantity = ?').run(quantity)),
      ).toThrow(/below or at zero/);
      const insert = "insert into balance (unit_id, place_id, status, quantity) values (1, 1, 'Q', ?)";
      expect(() => editPlainly(plant.file, (db) => db.prepare(insert).run(quantity))).toThrow(/below or at zero/);
    }
  });

  it('lets nothing be removed that something else stands on', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    for (const table of ['product', 'unit', 'place', 'partner']) {
      expect(() => editPlainly(plant.file, (db) => db.exec(`delete from ${table}`)), table).toThrow(/FOREIGN KEY/);
    }
    expect(plant.rows('select id from movement')).toHaveLength(1);
  });
});

describe('the append-only tables', () => {
  const keys = { audit_entry: 'seq', movement: 'id', record_version: 'id' };

  it.each(Object.entries(keys))(
    '%s cannot be updated, deleted from or replaced into by plain SQL',
    async (table, key) => {
      await using plant = await buildPlantApp();
      await plant.post('receipt', 'MILK L1', 5, on(5));
      const before = plant.rows(`select * from ${table}`);
      const first = `select min(${key}) from ${table}`;
      const attempts = [
        `update ${table} set ${key} = ${key}`,
        `update ${table} set ${table === 'audit_entry' ? 'person' : 'entry_seq'} = 1 where ${key} = (${first})`,
        `delete from ${table}`,
        `delete from ${table} where ${key} = (${first})`,
        `insert or replace into ${table} select * from ${table}`,
        `replace into ${table} select * from ${table} where ${key} = (${first})`,
        `insert into ${table} select * from ${table} where ${key} = (${first}) on conflict do update set ${key} = ${key}`,
      ];
      for (const sql of attempts) {
        for (const recursive of ['off', 'on']) {
          const attempt = () =>
            editPlainly(plant.file, (db) => {
              db.pragma(`recursive_triggers = ${recursive}`);
              db.exec(sql);
            });
          expect(attempt, sql).toThrow(/append-only/);
        }
      }
      expect(plant.rows(`select * from ${table}`)).toEqual(before);
    },
  );

  it('audit_entry takes no second entry after the same one: the chain cannot fork', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 5, on(5));
    const fork = `insert into audit_entry select 99, at, person, 'another', operation, outcome, body, previous_hash, zeroblob(32) from audit_entry where seq = 2`;
    expect(() => editPlainly(plant.file, (db) => db.exec(fork))).toThrow(
      /UNIQUE constraint failed: audit_entry.previous_hash/,
    );
  });
});
