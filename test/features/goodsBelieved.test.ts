import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { reason } from '../support/decided.ts';
import { setUpPeople, signature, signIn } from '../support/people.ts';
import type { ExportTables } from '../support/exportFiles.ts';
import { on } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

/** Closes the store, changes something in its file, and opens it again. */
async function changeClosed(plant: TestApp, sql: string): Promise<void> {
  await plant.app.close();
  tamper(plant.file, (db) => expect(db.prepare(sql).run().changes).toBe(1));
  await plant.reopen();
}

const changes: Record<string, string> = {
  'the last day of a lot': "update lot set expires_on = '2026-12-31' where lot = 'L1'",
  'a lot that is not there any more': "delete from lot where lot = 'L1'",
  'how a product is tracked': "update product set shelf_life_days = 999 where code = 'MILK'",
  'the kind of a location': "update place set kind = 'quarantine' where code = 'STORE'",
};

describe('what goods are said to be is compared with the journal when they are decided on or posted:', () => {
  for (const [what, sql] of Object.entries(changes))
    it(`${what}, changed while closed, decides nothing`, async () => {
      await using plant = await buildPlantApp();
      await plant.postAll([['receipt', 'MILK L1', 8, on(2), { status: 'Q' }]]);
      await setUpPeople(plant);
      await changeClosed(plant, sql);
      const quentin = await signIn(plant, 'qualityManager');
      const warehouse = await signIn(plant, 'warehouse');
      const aside = { product: 'MILK', lot: 'L1', statusFrom: 'Q', statusTo: 'R', quantity: '8', reason };
      const own = { signature: signature('qualityManager', 'rejected') };
      const decided = plant.ask('lots.changeStatus', { ...aside, ...own }, { as: quentin });
      expect(await codeOf(decided)).toBe('STORE_DAMAGED');
      const scrap = plant.postAll([['scrap', 'MILK L1', 1, on(3), { status_from: 'Q' }]], { as: warehouse });
      expect(await codeOf(scrap)).toMatch(/^STORE_/);
    });

  it('what is as it was decides as before, after a change of our own too', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([['receipt', 'CHEESE C1/S1', 8, on(2)]]);
    await setUpPeople(plant);
    await plant.reopen();
    const warehouse = await signIn(plant, 'warehouse');
    for (let times = 0; times < 3; times += 1)
      await plant.postAll([['scrap', 'CHEESE C1/S1', 1, on(3 + times)]], { as: warehouse });
    const lots = [{ product: 'CHEESE', lot: 'C1', sublot: 'S1', supplier: 'S1', expires_on: '2027-01-01' }];
    await plant.take({ lots }, { as: await signIn(plant, 'qualityManager') });
    await plant.postAll([['scrap', 'CHEESE C1/S1', 1, on(9)]], { as: warehouse });
    plant.me = warehouse;
    expect(await plant.stock('CHEESE')).toEqual(['CHEESE C1/S1 @ STORE A = 4']);
  });
});

const untold: Record<string, { sql: string; tables: ExportTables }> = {
  'the shelf life of a product': {
    sql: "update product set shelf_life_days = 999 where code = 'MILK'",
    tables: { products: [{ code: 'MILK', name: 'Renamed', unit: 'kg', lot_tracking: 'mandatory' }] },
  },
  'the address of a partner': {
    sql: "update partner set address = 'elsewhere' where code = 'S1'",
    tables: { partners: [{ code: 'S1', name: 'Renamed', kind: 'supplier' }] },
  },
  'the last day of a lot': {
    sql: "update lot set expires_on = '2099-12-31' where lot = 'L1'",
    tables: { lots: [{ product: 'MILK', lot: 'L1', supplier: 'S1' }] },
  },
  'the version of a partner': {
    sql: "update partner set version = 7 where code = 'S1'",
    tables: { partners: [{ code: 'S1', name: 'Renamed', kind: 'supplier' }] },
  },
  'a partner that was removed': {
    sql: "delete from partner where code = 'C1'",
    tables: { partners: [{ code: 'C1', name: 'Again', kind: 'customer' }] },
  },
};

describe('an import that says nothing of what was changed in the file does not vouch for it:', () => {
  for (const [what, { sql, tables }] of Object.entries(untold))
    it(`${what}, changed while closed`, async () => {
      await using plant = await buildPlantApp();
      await plant.postAll([['receipt', 'MILK L1', 8, on(2)]]);
      await changeClosed(plant, sql);
      expect(await codeOf(plant.take(tables))).toBe('STORE_DAMAGED');
      expect(plant.verify().ok).toBe(false);
    });
});
