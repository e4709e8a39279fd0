import { copyFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type TestApp } from '../support/app.ts';
import { buildDecided, type Plant, reason, reject, release } from '../support/decided.ts';
import { addPerson, confirm, signature, signIn } from '../support/people.ts';
import { on, posted } from '../support/plantTables.ts';
import { tamper, withoutIndex } from '../support/tampering/tamper.ts';

let decided: Plant;
let plant: TestApp;

/**
 * A lot that was rejected and put back into quarantine, a person renamed, one disabled, and an administrator of yesterday
 * who would confirm somebody.
 */
beforeAll(async () => {
  decided = await buildDecided();
  ({ plant } = decided);
  const { administrator } = decided.people;
  const { qualityManager } = decided.people;
  await plant.ask('lots.changeStatus', reject, { as: qualityManager });
  const back = { ...reject, statusFrom: 'R', statusTo: 'Q', signature: signature('qualityManager', 'performed') };
  await plant.ask('lots.changeStatus', back, { as: qualityManager });
  await setPerson('qualityManager', { name: 'Quentin Lefebvre' });
  await confirm(plant, 'qualityManager');
  await setPerson('inspector', { disabled: true });
  await setPerson('complianceOfficer', { disabled: true });
  await addPerson(plant, administrator, { user: 'eve', name: 'Eve Marlow', roles: ['complianceOfficer'] });
  await addPerson(plant, administrator, { user: 'mallory', name: 'Mallory Quist', roles: ['qualityManager'] });
});
afterAll(() => decided[Symbol.asyncDispose]());

async function setPerson(user: string, values: object): Promise<void> {
  const administrator = await as('administrator');
  const { people } = await plant.ask('people.list', {}, { as: administrator });
  const version = people.find((one) => one.user === user)?.version ?? 0;
  await plant.ask('people.change', { user, version, reason, ...values }, { as: administrator });
}

const as = (user: string) => signIn(plant, user);
const receipt = { movements: [posted('receipt', 'MILK L1', 10, on(7))] };
const inVersions = (db: Database, where: string, from: string, to: string): void => {
  const { changes } = db
    .prepare(
      `update record_version set content = replace(content, ?, ?) where ${where} and content like '%' || ? || '%'`,
    )
    .run(from, to, from);
  expect(changes).toBeGreaterThan(0);
};
const forgetsSetUp = `operation = 'people.setUp'`;

type Way = { change: (db: Database) => void; use: () => Promise<unknown>; honestly: string };

const ways: Record<string, Way> = {
  'a name that somebody had before': {
    change: (db) => inVersions(db, "record = 'person'", 'Quentin Moreau', 'Quentin Morexu'),
    async use() {
      const twin = { user: 'twin', name: 'Quentin Moreau', roles: ['viewer'], password: 'words for a first day' };
      await plant.ask('people.add', twin, { as: await as('administrator') });
    },
    honestly: 'DUPLICATE',
  },
  'a lot that was rejected once': {
    change: (db) => db.exec("update movement set status_to = 'Q' where kind = 'status' and status_to = 'R'"),
    use: async () => plant.ask('lots.changeStatus', release, { as: await as('qualityManager') }),
    honestly: 'SEPARATION_OF_DUTIES',
  },
  'the product that goods are of': {
    change: (db) =>
      db.exec(`update unit set product_id = (select id from product where code = 'MILK')
        where product_id = (select id from product where code = 'OIL')`),
    async use() {
      const edit = {
        code: 'OIL',
        version: 1,
        change: { unit: 'g' },
        reason,
        signature: signature('qualityManager', 'approved'),
      };
      await plant.ask('products.edit', edit, { as: await as('qualityManager') });
    },
    honestly: 'CONFLICT',
  },
  'the last version of somebody who was disabled': {
    change(db) {
      db.exec("delete from record_version where record = 'person' and record_key = 'inspector' and version = 2");
      db.exec("update person set disabled = 0, version = 1 where user = 'inspector'");
    },
    use: async () =>
      plant.ask('people.saveView', { list: 'lots', name: 'mine', question: {} }, { as: await as('inspector') }),
    honestly: 'REAUTH_FAILED',
  },
  'what a person’s versions say, left out of the index alone': {
    change(db) {
      withoutIndex(db, 'record_version_key', "record = 'person' and record_key = 'inspector' and version = 2");
      db.exec("update person set disabled = 0, version = 1 where user = 'inspector'");
    },
    use: async () =>
      plant.ask('people.saveView', { list: 'lots', name: 'mine', question: {} }, { as: await as('inspector') }),
    honestly: 'REAUTH_FAILED',
  },
  'that people were set up, left out of the indexes alone': {
    change(db) {
      withoutIndex(db, 'audit_entry_set_up', forgetsSetUp);
      withoutIndex(db, 'record_version_key', "record = 'person'");
    },
    use: () => plant.ask('movements.post', receipt, { as: plant.app.open() }),
    honestly: 'NOT_LOGGED_IN',
  },
};

const never: Way = {
  // Not their last versions, which are vouched for at each use.
  change(db) {
    for (const [key, last] of Object.entries({ qualitymanager: 3, complianceofficer: 2 }))
      inVersions(db, `record_key = '${key}' and version < ${last}`, '"disabled":0', '"disabled":1');
  },
  use: () => confirm(plant, 'mallory', 'eve'),
  honestly: 'SEPARATION_OF_DUTIES',
};

async function decidesNothing({ change, use, honestly }: Way): Promise<void> {
  expect(await codeOf(use())).toBe(honestly);
  await plant.app.close();
  const honest = `${plant.file}-honest`;
  copyFileSync(plant.file, honest);
  tamper(plant.file, change);
  await plant.reopen();
  const outcome = await codeOf(use()).catch(() => 'done');
  const { readOnly } = plant.app.store;
  await plant.app.close();
  copyFileSync(honest, plant.file);
  await plant.reopen();
  expect([outcome, readOnly]).toEqual(['STORE_DAMAGED', expect.anything()]);
  expect(readOnly).not.toBe('');
  expect(plant.verify()).toMatchObject({ ok: true });
  expect(await codeOf(use())).toBe(honestly);
}

describe('what was changed in the file for a while and put back decides nothing:', () => {
  it.each(Object.entries(ways))('%s', async (_, way) => await decidesNothing(way));

  it('that those who could confirm somebody were disabled for long', async () => {
    await setPerson('qualityManager', { disabled: true });
    await decidesNothing(never);
  });
});
