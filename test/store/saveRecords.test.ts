import { msg } from '#shared/kernel/message.ts';
import { describe, expect, it } from 'vitest';
import type { RecordValues } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { findRecords, keyOfRecord, keyOfText, saveRecords } from '#main/store/saveRecords.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { lotRecord } from '#shared/lots/records.ts';
import { partnerRecord } from '#shared/partners/records.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import { buildProductValues } from '../support/productValues.ts';
import { buildStore, type TestStore } from '../support/stores.ts';

const product = (code: string, more: Partial<ProductValues> = {}): ProductValues =>
  buildProductValues({ code, name: code, retestDays: 30, ...more });
const supplier = {
  code: 'MILL',
  name: 'Mill',
  kind: 'supplier',
  country: '',
  email: '',
  address: '',
  phone: '',
  gln: '',
};
const lot = (productId: number, name: string, more: RecordValues = {}): RecordValues => ({
  ...Object.fromEntries(Object.entries(lotRecord.fields).map(([field, { nullable }]) => [field, nullable ? null : ''])),
  productId,
  lot: name,
  ...more,
});

/** What the store keeps of some kinds, and what its journal says of them, digests included. */
const kept = ({ store }: TestStore): unknown[] =>
  ['select * from product', 'select * from lot', 'select * from record_version'].map((sql) =>
    store.reader().db.prepare(sql).all(),
  );

async function all(work: Work, values: readonly RecordValues[]) {
  const found = await findRecords(
    work,
    productRecord,
    values.map((one) => keyOfRecord(productRecord, one)),
  );
  const records = values.map((one) => ({ values: one, stored: found.get(keyOfText(keyOfRecord(productRecord, one))) }));
  return await saveRecords(work, productRecord, records);
}

describe('records written together', () => {
  it('leave the rows, versions and digests that they leave one by one', async () => {
    await using together = await buildStore();
    await using apart = await buildStore();
    const first = Array.from({ length: 60 }, (_, n) => product(`P-${n}`));
    const second = [
      product('P-1'),
      product('P-7', { name: 'Flour', retestDays: null }),
      product('Q-1'),
      product('P-2', { standardCost: 12_500 }),
    ];
    const became = await together.store.work(async (work) => [await all(work, first), await all(work, second)]);
    const alone = await apart.store.work((work) =>
      [first, second].map((list) => list.map((values) => saveRecord(work, productRecord, values))),
    );
    expect(became).toEqual(alone);
    expect(became[1]).toEqual(['same', 'changed', 'new', 'changed']);
    expect(kept(together)).toEqual(kept(apart));
  });

  it('say the codes of what they refer to', async () => {
    await using plant = await buildStore();
    await plant.store.work(async (work) => {
      saveRecord(work, productRecord, product('SALT'));
      saveRecord(work, partnerRecord, supplier);
      const values = [lot(1, 'L-1', { supplierId: 1 }), lot(1, 'L-2', { expiresOn: '2027-01-01' })];
      await saveRecords(
        work,
        lotRecord,
        values.map((one) => ({ values: one, stored: undefined })),
      );
    });
    const contents = plant.store
      .reader()
      .db.prepare<[], string>("select content from record_version where record = 'lot'")
      .pluck()
      .all();
    const said: unknown[] = contents.map((text) => JSON.parse(text));
    expect(said).toMatchObject([
      { product: 'SALT', supplier: 'MILL', lot: 'L-1' },
      { product: 'SALT', supplier: '', lot: 'L-2', expiresOn: '2027-01-01' },
    ]);
  });

  it('leave out the one whose change is refused, and write the others', async () => {
    await using plant = await buildStore();
    const became = await plant.store.work(async (work) => {
      await all(work, [product('A'), product('B')]);
      const found = await findRecords(work, productRecord, [['A'], ['B'], ['C']]);
      expect([...found.keys()]).toEqual(['A', 'B']);
      const records = ['A', 'B'].map((code) => ({ values: product(code, { unit: 'l' }), stored: found.get(code) }));
      return await saveRecords(work, productRecord, records, async (before) =>
        before.values['code'] === 'A' ? new LotlineError('CONFLICT', msg`It stays.`) : undefined,
      );
    });
    expect(became).toEqual([expect.objectContaining({ code: 'CONFLICT' }), 'changed']);
    expect(plant.store.reader().db.prepare('select code, unit, version from product').raw().all()).toEqual([
      ['A', 'kg', 1],
      ['B', 'l', 2],
    ]);
  });
});
