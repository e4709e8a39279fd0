import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSetUp } from '#main/features/security/identity.queries.ts';
import { hashPassword } from '#main/features/security/hashing.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { type People, setUpPeople, signIn } from '../support/people.ts';
import { on, posted } from '../support/plantTables.ts';
import { copyStore } from '../support/stores.ts';
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
