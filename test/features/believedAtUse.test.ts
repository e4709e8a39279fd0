import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSetUp } from '#main/features/security/identity.queries.ts';
import { hashPassword } from '#main/features/security/hashing.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { type People, setUpPeople, signIn } from '../support/people.ts';
import { on, posted } from '../support/plantTables.ts';
import { copyStore } from '../support/stores.ts';
import { readWorkbook } from '../support/workbookReader.ts';
import { fitEntryOf } from '../support/tampering/forger.ts';
import { editVersion, tamper } from '../support/tampering/tamper.ts';

const stranger = 'the password of a stranger';
let plant: TestApp;
let people: People;
let strangersHash: string;

beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.post('receipt', 'MILK L1', 10, on(5));
  people = await setUpPeople(plant);
  const { administrator } = people;
  const ended = { user: 'warehouse', subject: 'move', from: '2026-01-01', until: '2026-02-01', note: '' } as const;
  await plant.ask('people.authorise', ended, { as: administrator });
  strangersHash = await hashPassword(stranger, { cost: 4, salt: Buffer.alloc(16, 7) });
});
afterAll(() => plant[Symbol.asyncDispose]());

const receipt = { movements: [posted('receipt', 'MILK L1', 10, on(7))] };
const logIn = (user: string, password = 'three plain words') =>
  plant.ask('people.logIn', { user, password }, { as: plant.app.open() });
const receiveAs = async (user: string): Promise<unknown> =>
  plant.ask('movements.post', receipt, { as: await signIn(plant, user) });
const number = (db: Database, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

/** Moves a version to a name that is its record's with the first part of its key: the text its digest is taken over is the same. */
const hideVersion = (db: Database, record: string, first: string, rest: string): void =>
  void db
    .prepare('update record_version set record = ?, record_key = ? where record = ? and record_key = ?')
    .run([record, first].join(partSeparator), rest, record, [first, rest].join(partSeparator));

type Way = { change: (db: Database) => void; use: () => Promise<unknown>; honestly?: string };

const ways: Record<string, Way> = {
  'a password exchanged': {
    change: (db) => db.prepare("update credential set hash = ? where person = 'qualityManager'").run(strangersHash),
    use: () => logIn('qualityManager', stranger),
  },
  'a password exchanged, with what its version says': {
    change: (db) => {
      db.prepare("update credential set hash = ? where person = 'qualityManager' and number = 2").run(strangersHash);
      const id = number(
        db,
        "select max(id) from record_version where record = 'credential' and record_key like 'qualityManager%'",
      );
      editVersion(
        db,
        id,
        { hash: sha(strangersHash), digest: sha(strangersHash), hashDigest: sha(strangersHash) },
        true,
      );
    },
    use: () => logIn('qualityManager', stranger),
  },
  'a password taken back to the first one': {
    change: (db) => db.exec("delete from credential where person = 'qualityManager' and number = 2"),
    use: () => logIn('qualityManager', 'first words for once'),
  },
  'a password taken back to the first one, its version moved to another name': {
    change: (db) => {
      db.exec("delete from credential where person = 'qualityManager' and number = 2");
      hideVersion(db, 'credential', 'qualityManager', '2');
    },
    use: () => logIn('qualityManager', 'first words for once'),
  },
  'a qualification that is there no more, nor its version under its name': {
    change: (db) => {
      db.exec("delete from authorisation where person = 'warehouse' and subject = 'move'");
      hideVersion(db, 'authorisation', 'warehouse', 'move');
    },
    use: () => receiveAs('warehouse'),
  },
  'a role that may more': {
    change: (db) => db.exec("update role set permissions = permissions || ',move' where code = 'viewer'"),
    use: () => receiveAs('viewer'),
  },
  'a role nobody made': {
    change: (db) => db.exec("insert into role (code, permissions, version) values ('all', 'look,move', 1)"),
    use: () => receiveAs('viewer'),
  },
  'a person with another role': {
    change: (db) => db.exec("update person set roles = 'warehouse' where user = 'viewer'"),
    use: () => receiveAs('viewer'),
  },
  'a person under another name': {
    change: (db) => db.exec("update person set name = 'Ada Okafor' where user = 'viewer'"),
    use: () => logIn('viewer'),
  },
  'a person who is there no more': {
    change: (db) => db.exec("delete from person where user = 'viewer'"),
    use: () => logIn('viewer'),
  },
  'a qualification prolonged': {
    change: (db) => db.exec("update authorisation set valid_until = ''"),
    use: () => receiveAs('warehouse'),
  },
  'a qualification that is there no more': {
    change: (db) => db.exec('delete from authorisation'),
    use: () => receiveAs('warehouse'),
  },
  'a setting nobody made': {
    change: (db) => db.exec("insert into setting (code, value, version) values ('singlePerson', 'alone', 1)"),
    use: () => logIn('viewer'),
  },
};

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('an old entry that was changed, however many entries lie behind,', () => {
  let old: TestApp;
  let honest: string;
  beforeAll(async () => {
    old = await buildPlantApp();
    await setUpPeople(old);
    const viewer = await signIn(old, 'viewer');
    for (let tries = 0; tries < 1010; tries += 1)
      await old.send('movements.reverse', { movements: [1], reason: 'there is none' }, { as: viewer }).catch(() => 0);
    await old.app.close();
    honest = `${old.file}-honest`;
    copyFileSync(old.file, honest);
  });
  afterAll(() => old[Symbol.asyncDispose]());

  it('lets nobody in with a password that was exchanged in the file', async () => {
    tamper(old.file, (db) => {
      ways['a password exchanged, with what its version says']?.change(db);
      fitEntryOf(db, "record = 'credential' and record_key like 'qualityManager%'");
    });
    await old.reopen();
    expect(await codeOf(signIn(old, 'qualityManager', stranger))).toBe('STORE_DAMAGED');
    expect(old.app.store.readOnly).not.toBe('');
    await old.app.close();
    copyFileSync(honest, old.file);
    await old.reopen();
    await signIn(old, 'viewer');
  });

  it('gives the store to nobody by hiding that people were set up, not even right after it was opened', async () => {
    await old.app.close();
    copyFileSync(honest, old.file);
    tamper(old.file, (db) => {
      db.exec("update audit_entry set operation = 'people.setUq' where operation = 'people.setUp'");
      db.exec(`update record_version set content = replace(content, '"demo":0', '"demo":2') where record = 'person'`);
    });
    await old.reopen();
    expect((await old.ask('people.whoAmI', {})).authState).toBe('owner');
    expect(await codeOf(old.ask('movements.post', receipt))).toBe('STORE_DAMAGED');
    expect(old.app.store.readOnly).not.toBe('');
    await old.app.close();
    copyFileSync(honest, old.file);
    await old.reopen();
    expect(await codeOf(old.ask('movements.post', receipt))).toBe('NOT_LOGGED_IN');
  });
});

describe('a store found changed while it is open', () => {
  it('vouches for passwords as before, and says so in what is drawn of it', async () => {
    await plant.reopen();
    const manager = await signIn(plant, 'manager');
    const honest = `${plant.file}-honest`;
    copyFileSync(plant.file, honest);
    tamper(plant.file, (db) =>
      db.prepare("update credential set hash = ? where person = 'qualityManager'").run(strangersHash),
    );
    expect(await codeOf(logIn('qualityManager', stranger))).toBe('REAUTH_FAILED');
    expect(plant.app.store.readOnly).not.toBe('');
    expect((await plant.ask('people.whoAmI', {}, { as: manager })).authState).toBe('person');
    const { document } = await plant.ask(
      'reports.draw',
      { report: 'lots', parameters: { question: {} }, format: 'xlsx' },
      { as: manager },
    );
    const issued = await plant.ask('reports.issue', { document }, { as: manager });
    const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(issued.document, manager.id).path));
    expect(JSON.stringify(sheets)).toContain('Another program wrote to the store');
    await plant.app.close();
    copyFileSync(honest, plant.file);
    await plant.reopen();
  });
});

describe('what decides who may do what is compared with the journal when it is used:', () => {
  it.each(Object.entries(ways))('%s decides nothing, though it is undone before anybody verifies', async (_, way) => {
    await plant.app.close();
    const honest = `${plant.file}-honest`;
    copyFileSync(plant.file, honest);
    tamper(plant.file, way.change);
    await plant.reopen();
    const { code, message } = await refusalOf(way.use());
    expect([code, message]).toEqual(['STORE_DAMAGED', expect.stringMatching(/not what the journal says/)]);
    // Frozen at once, also for those who did nothing; what there is can be looked at.
    expect(plant.app.store.readOnly).not.toBe('');
    const { seq } = plant.app.store.head();
    await plant.app.close();
    copyFileSync(honest, plant.file);
    await plant.reopen();
    expect(plant.app.store.head().seq).toBeGreaterThanOrEqual(seq - 1);
    expect(plant.verify()).toMatchObject({ ok: true });
    await logIn('viewer');
  });

  it.each([
    ['the entry of the set-up', "update audit_entry set operation = 'people.add' where operation = 'people.setUp'"],
    [
      'an entry listed under another outcome',
      "update audit_entry set outcome = 'refused' where seq = (select max(seq) from audit_entry)",
    ],
    [
      'an entry of another person',
      "update audit_entry set person = 'manager' where seq = (select max(seq) from audit_entry)",
    ],
  ])('%s is not believed when the store is opened', async (_, sql) => {
    await plant.app.close();
    const honest = `${plant.file}-honest`;
    copyFileSync(plant.file, honest);
    tamper(plant.file, (db) => db.exec(sql));
    await expect(plant.reopen()).rejects.toThrow(/listed under/);
    copyFileSync(honest, plant.file);
    await plant.reopen();
  });

  it('a store that was set up stays so, whatever became of the entry that says it', async () => {
    await plant.app.close();
    using copy = copyStore(plant.file);
    tamper(copy.file, (db) => {
      db.exec("update audit_entry set operation = 'people.add' where operation = 'people.setUp'");
      expect(isSetUp(db)).toBe(true);
      db.exec("delete from record_version where record = 'person'");
      expect(isSetUp(db)).toBe(false);
    });
    await plant.reopen();
  });

  it('what is as it was decides as before', async () => {
    await plant.reopen();
    expect(await codeOf(receiveAs('viewer'))).toBe('FORBIDDEN');
    expect(await codeOf(receiveAs('warehouse'))).toBe('TRAINING_EXPIRED');
    expect(await codeOf(logIn('qualityManager', stranger))).toBe('REAUTH_FAILED');
    expect(plant.app.store.readOnly).toBe('');
  });
});
