import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#main/store/chain.ts';
import { checkGate } from '#main/store/gate.ts';
import { schemaVersion } from '#main/store/schemaDigest.ts';
import { isLotlineError, type LotlineError } from '#shared/kernel/errors.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { copyStore, emptyFile, filesOf, openAt } from '../support/stores.ts';
import { on } from '../support/plantTables.ts';
import { editPlainly, tamper } from '../support/tampering/tamper.ts';

let plant: TestApp;

beforeAll(async () => {
  plant = await buildPlantApp();
  for (const day of [5, 6, 7, 8]) await plant.post('receipt', 'MILK L1', 10, on(day));
  await plant.app.close();
});

afterAll(() => plant[Symbol.asyncDispose]());

function gateError(file: string): LotlineError {
  try {
    checkGate(file);
  } catch (error) {
    if (isLotlineError(error)) return error;
    throw error;
  }
  throw new Error('the gate let it through');
}

const overwrite = (file: string, bytes: string | Buffer): void => writeFileSync(file, bytes);
const sqlite = (file: string, change: (db: Database.Database) => void): void => {
  const db = new Database(file);
  change(db);
  db.close();
};

/** As SQLite would keep it, under a name that it keeps for itself. */
const plantInSchema = (file: string, sql: string): void =>
  sqlite(file, (db) => {
    const [, type = '', name = ''] = /^create (\w+) (\w+)/.exec(sql) ?? [];
    const table = / on (\w+)/.exec(sql)?.[1] ?? name;
    db.unsafeMode();
    db.pragma('writable_schema = on');
    db.prepare('insert into sqlite_schema values (?, ?, ?, 0, ?)').run(type, name, table, sql);
  });

type Case = { spoil: (file: string) => void; code: string; readable?: boolean; seq?: number; says: RegExp };

const cases: Record<string, Case> = {
  'a missing file': { spoil: (file) => rmSync(file), code: 'STORE_MISSING', says: /no store/ },
  'an empty file': { spoil: (file) => truncateSync(file, 0), code: 'STORE_DAMAGED', readable: false, says: /empty/ },
  'a text file': {
    spoil: (file) => overwrite(file, 'code,name\nMILK,Milk\n'),
    code: 'STORE_FOREIGN',
    readable: false,
    says: /not a Lotline store/,
  },
  'a file of three bytes': {
    spoil: (file) => overwrite(file, 'SQL'),
    code: 'STORE_FOREIGN',
    readable: false,
    says: /not a Lotline store/,
  },
  'a folder': {
    spoil: (file) => {
      rmSync(file);
      mkdirSync(file);
    },
    code: 'STORE_FOREIGN',
    readable: false,
    says: /not a file/,
  },
  'a database of another program': {
    spoil: (file) => {
      rmSync(file);
      sqlite(file, (db) => db.exec('create table recipe (id integer primary key, name text)'));
    },
    code: 'STORE_FOREIGN',
    readable: false,
    says: /another program/,
  },
  'a store of a newer Lotline': {
    spoil: (file) => sqlite(file, (db) => db.pragma('user_version = 99')),
    code: 'STORE_VERSION',
    readable: false,
    says: /newer/,
  },
  'a store of a schema before the first': {
    spoil: (file) => sqlite(file, (db) => db.pragma('user_version = 0')),
    code: 'STORE_VERSION',
    readable: false,
    says: /schema 0/,
  },
  'a trigger taken out': {
    spoil: (file) => editPlainly(file, (db) => db.exec('drop trigger movement_no_update')),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /changed outside/,
  },
  'a trigger made harmless': {
    spoil: (file) =>
      editPlainly(file, (db) =>
        db.exec(
          'drop trigger movement_no_update; create trigger movement_no_update before update on movement begin select 1; end',
        ),
      ),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /changed outside/,
  },
  'a column added': {
    spoil: (file) =>
      editPlainly(file, (db) => db.exec("alter table product add column colour text not null default ''")),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /changed outside/,
  },
  'a table added': {
    spoil: (file) => editPlainly(file, (db) => db.exec('create table note (id integer primary key) strict')),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /changed outside/,
  },
  'an index taken out': {
    spoil: (file) => editPlainly(file, (db) => db.exec('drop index movement_external')),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /changed outside/,
  },
  ...Object.fromEntries(
    [
      "create trigger sqlite_stat1 after insert on audit_entry begin update head set demo = 'x'; end",
      'create trigger sqlite_sequence before update on head begin select raise(ignore); end',
      'create view sqlite_stat4 as select 1',
      'create table sqlite_stat1(tbl, idx, stat, more)',
      'create index sqlite_stat4 on movement (at)',
    ].map((sql): [string, Case] => [
      `what is named like a table of SQLite's: ${sql}`,
      {
        spoil: (file) => plantInSchema(file, sql),
        code: 'STORE_DAMAGED',
        readable: true,
        says: /changed outside/,
      },
    ]),
  ),
  'half a file': {
    spoil: (file) => truncateSync(file, 32_768),
    code: 'STORE_DAMAGED',
    readable: false,
    says: /Restore a backup/,
  },
  'an entry of the tail edited': {
    spoil: (file) =>
      tamper(file, (db) =>
        db.exec("update audit_entry set body = replace(body, 'movements.post', 'movements.pest') where seq = 3"),
      ),
    code: 'STORE_DAMAGED',
    readable: true,
    seq: 3,
    says: /entry 3 was changed/,
  },
  'an entry in the middle taken out': {
    spoil: (file) => tamper(file, (db) => db.exec('delete from audit_entry where seq = 3')),
    code: 'STORE_DAMAGED',
    readable: true,
    seq: 4,
    says: /entry 3 is missing/,
  },
  'the last entry taken out': {
    spoil: (file) => tamper(file, (db) => db.exec('delete from audit_entry where seq = 5')),
    code: 'STORE_DAMAGED',
    readable: true,
    seq: 5,
    says: /names entry 5/,
  },
  'the hash at the head edited': {
    spoil: (file) => tamper(file, (db) => db.exec('update head set hash = zeroblob(32)')),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /head/,
  },
  'the sequence at the head edited': {
    spoil: (file) => tamper(file, (db) => db.exec('update head set seq = 4')),
    code: 'STORE_DAMAGED',
    readable: true,
    says: /names entry 4/,
  },
  'an entry edited together with its hash and the next one’s link': {
    spoil: (file) =>
      tamper(file, (db) => {
        db.exec("update audit_entry set body = replace(body, 'MILK', 'SILK') || ' ', hash = x'01' where seq = 3");
        db.function('sha', { deterministic: true }, (text) => sha256(String(text)));
        db.exec('update audit_entry set hash = sha(body) where seq = 3');
        db.exec('update audit_entry set previous_hash = (select hash from audit_entry where seq = 3) where seq = 4');
      }),
    code: 'STORE_DAMAGED',
    readable: true,
    seq: 4,
    says: /entry 4/,
  },
};

describe('the start-up gate refuses', () => {
  it.each(Object.entries(cases))('%s, and writes nothing', async (_name, { spoil, code, readable, seq, says }) => {
    using copy = copyStore(plant.file);
    spoil(copy.file);
    const before = filesOfTree(copy.folder);
    const error = gateError(copy.file);
    expect(error.code).toBe(code);
    expect(error.details['readable']).toBe(readable);
    if (seq !== undefined) expect(error.details['seq']).toBe(seq);
    expect(error.message).toMatch(says);
    expect(await codeOf(openAt(copy.file, 'read'))).toBe(code);
    expect(await codeOf(openAt(copy.file, 'write'))).toBe(code);
    if (code !== 'STORE_MISSING') expect(await codeOf(openAt(copy.file, 'create'))).toBe(code);
    expect(filesOfTree(copy.folder)).toEqual(before);
  });

  it.each(Object.entries(cases).filter(([, { readable }]) => readable))(
    '%s, but opens it for rescue, to read and never to write',
    async (_name, { spoil }) => {
      using copy = copyStore(plant.file);
      spoil(copy.file);
      const store = await openAt(copy.file, 'rescue');
      try {
        expect(store.readOnly).not.toBe('');
        expect(store.reader().db.prepare('select sum(quantity) from balance').pluck().get()).toBe(40_000_000);
        expect(await codeOf(store.work((work) => work.run('delete from balance')))).toBe('STORE_READ_ONLY');
      } finally {
        await store.close();
      }
    },
  );

  it.each(Object.entries(cases).filter(([, { readable }]) => readable !== true))(
    '%s even for rescue, with a code',
    async (_name, { spoil, code }) => {
      using copy = copyStore(plant.file);
      spoil(copy.file);
      const refusal = await refusalOf(openAt(copy.file, 'rescue'));
      expect(refusal.code).toBe(code);
    },
  );
});

describe('the start-up gate lets through', () => {
  it('an honest store, and says that it was closed as it should be', () => {
    expect(checkGate(plant.file)).toEqual({ cleanExit: true, version: schemaVersion });
  });

  it('an honest store under an odd name', async () => {
    using copy = copyStore(plant.file);
    const odd = `${copy.folder}/Chargen – 100 % #1 'neu'.lotline`;
    renameSync(copy.file, odd);
    const store = await openAt(odd, 'write');
    expect(store.id).toMatch(/^[\w-]{36}$/);
    await store.close();
  });
});

/** The files of a folder but the two SQLite itself keeps while it reads a file in WAL mode; what it would write stands there. */
const filesOfTree = (folder: string): unknown => {
  const { 'plant.lotline-shm': _shared, 'plant.lotline-wal': log = emptyFile, ...files } = filesOf(folder);
  return { ...files, log };
};
