import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaDigest, schemaDigests } from '#main/store/schemaDigest.ts';
import { schemaVersion } from '#main/store/schemaDigest.ts';
import { buildApp, codeOf, type TestApp } from '../support/app.ts';
import { importDevice, writeVersion1 } from '../support/oldStore.ts';
import { openAt } from '../support/stores.ts';

let plant: TestApp;
let before: string;
beforeAll(async () => {
  plant = await buildApp();
  await importDevice(plant);
  before = plant.contentDigest();
  await plant.app.close();
  const old = join(plant.folder, 'old');
  await writeVersion1(plant.file, old);
  renameSync(old, plant.file);
});
afterAll(() => plant[Symbol.asyncDispose]());

const versionOf = (file: string): unknown => {
  const db = new Database(file, { readonly: true });
  try {
    return db.pragma('user_version', { simple: true });
  } finally {
    db.close();
  }
};

describe('a store of version 1', () => {
  it('is not read before it is brought up, and stays as it is', async () => {
    expect(await codeOf(openAt(plant.file, 'read'))).toBe('STORE_VERSION');
    expect(versionOf(plant.file)).toBe(1);
  });

  it('is brought up by whoever may write, whole, with every row, balance and digest as it was', async () => {
    await plant.reopen();
    expect(versionOf(plant.file)).toBe(schemaVersion);
    expect(schemaDigest(plant.app.store.reader().db)).toBe(schemaDigests[schemaVersion]);
    expect(plant.contentDigest()).toBe(before);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
    expect(plant.rows('pragma foreign_key_check')).toEqual([]);
  });

  it('takes lists and views from then on, and is brought up once', async () => {
    const { total } = await plant.ask('lots.list', { sort: 'expiresOn' });
    const [lot] = plant.rows<{ number: string }>(
      "select manufacturer_lot as number from lot where manufacturer_lot <> ''",
    );
    const { hits } = await plant.ask('dossier.find', { text: lot?.number ?? '' });
    expect(hits[0]).toMatchObject({ bears: { as: 'manufacturerLot', number: lot?.number }, closeness: 'exact' });
    expect(total).toBe(plant.rows('select id from lot').length);
    await plant.ask('people.saveView', { list: 'lots', name: 'Mine', question: { sort: 'lot' } });
    await plant.reopen('read');
    expect((await plant.ask('people.listViews', { list: 'lots' })).views).toHaveLength(1);
    expect(plant.verify().ok).toBe(true);
  });
});

describe('the indexes of what is looked for', () => {
  it.each(['manufacturer_lot', 'reference', 'supplier_lot', 'sublot'])(
    'give the next %s without a look at the rows',
    (column) => {
      const plan = plant.rows<{ detail: string }>(
        `explain query plan select ${column} from lot where ${column} > 'K' and ${column} <> '' order by ${column} limit 1`,
      );
      expect(plan.map(({ detail }) => detail).join(' ')).toBe(
        `SEARCH lot USING COVERING INDEX lot_${column} (${column}>?)`,
      );
    },
  );
});

describe('the indexes of the lists', () => {
  it.each([
    ['expires_on', 'lot_expires'],
    ['manufactured_on', 'lot_manufactured'],
    ['retest_on', 'lot_retest'],
  ])('order lots by %s without sorting and without a look at the rows', (column, index) => {
    const plan = plant.rows<{ detail: string }>(
      `explain query plan select id from lot where ${column} is not null order by ${column}, id limit 200 offset 0`,
    );
    expect(plan.map(({ detail }) => detail).join(' ')).toBe(`SEARCH lot USING COVERING INDEX ${index} (${column}>?)`);
  });
});
