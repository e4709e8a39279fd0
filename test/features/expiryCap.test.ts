import { describe, expect, it } from 'vitest';
import type { ExpiryCap } from '#shared/products/vocabulary.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { signature, setUpPeople, signIn } from '../support/people.ts';
import { on, row } from '../support/plantTables.ts';

/** CHEESE lasts 30 days and is made of MILK, which has a shelf life, and of OIL, whose dates receipts say. */
async function buildDairy(cap: ExpiryCap | ''): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.ask('lots.create', {
    rows: [
      { product: 'MILK', lot: 'M40', expiresOn: '2026-02-11' },
      { product: 'MILK', lot: 'M12', expiresOn: '2026-01-14' },
      { product: 'OIL', lot: 'O3', expiresOn: '2026-01-05' },
    ],
  });
  await plant.postAll([
    ['receipt', 'MILK M40', 10, on(1)],
    ['receipt', 'MILK M12', 10, on(1)],
    ['receipt', 'OIL O3', 10, on(1)],
  ]);
  const people = await setUpPeople(plant);
  plant.me = people.warehouse;
  await plant.ask(
    'products.edit',
    {
      ...{ code: 'CHEESE', version: 1, change: { shelfLifeDays: 30, expiryCap: cap } },
      ...{ reason: 'how long it lasts', signature: signature('qualityManager', 'approved') },
    },
    { as: people.qualityManager },
  );
  return plant;
}

const lotOf = async (plant: TestApp, product: string, lot: string, sublot = '') => {
  const { expiresOn, expiresWith } = await plant.ask('dossier.get', { product, lot, sublot });
  return [expiresOn, expiresWith];
};

describe('a lot that is made of others', () => {
  it('S52: expires with the input that expires first, which it names; what only a receipt dated does not count', async () => {
    await using plant = await buildDairy('managed');
    await plant.postAll([
      ['consumption', 'MILK M40', 1, on(2)],
      ['consumption', 'MILK M12', 1, on(2)],
      ['consumption', 'OIL O3', 1, on(2)],
      ['output', 'CHEESE C1/1', 2, on(2)],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-01-14', 'MILK M12']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('counts every input that expires where its product says so', async () => {
    await using plant = await buildDairy('all');
    await plant.postAll([
      ['consumption', 'MILK M12', 1, on(2)],
      ['consumption', 'OIL O3', 1, on(2)],
      ['output', 'CHEESE C1/1', 2, on(2)],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-01-05', 'OIL O3']);
  });

  it('has its own shelf life where its product says nothing, where it ends first, and of what was given back', async () => {
    await using plain = await buildDairy('');
    await plain.postAll([
      ['consumption', 'MILK M12', 1, on(2)],
      ['output', 'CHEESE C1/1', 2, on(2)],
    ]);
    expect(await lotOf(plain, 'CHEESE', 'C1', '1')).toEqual(['2026-02-01', '']);
    await using plant = await buildDairy('all');
    await plant.postAll([
      ['consumption', 'MILK M40', 1, on(2)],
      ['consumption', 'MILK M12', 1, on(2)],
      ['production-return', 'MILK M12', 1, on(2, '09:00')],
      ['output', 'CHEESE C1/1', 2, on(2, '10:00')],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-02-01', '']);
  });

  it('expires earlier once something is used for it later, and so does what was made of it', async () => {
    await using plant = await buildDairy('all');
    await plant.postAll([
      ['consumption', 'MILK M40', 1, on(2)],
      ['output', 'CHEESE C1/1', 4, on(2)],
    ]);
    await plant.postAll([
      ['consumption', 'CHEESE C1/1', 1, on(3), { work_order: 'WO-2' }],
      ['output', 'CHEESE C2/1', 1, on(3), { work_order: 'WO-2' }],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C2', '1')).toEqual(['2026-02-01', 'CHEESE C1 / 1']);
    await plant.postAll([['consumption', 'MILK M12', 1, on(4)]]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-01-14', 'MILK M12']);
    expect(await lotOf(plant, 'CHEESE', 'C2', '1')).toEqual(['2026-01-14', 'CHEESE C1 / 1']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('has its dates back once what capped them was not used after all, and so has what was made of it', async () => {
    await using plant = await buildDairy('all');
    const [, m12 = 0] = await plant.postAll([
      ['consumption', 'MILK M40', 1, on(2)],
      ['consumption', 'MILK M12', 1, on(2)],
      ['output', 'CHEESE C1/1', 4, on(2)],
    ]);
    await plant.postAll([
      ['consumption', 'CHEESE C1/1', 1, on(3), { work_order: 'WO-2' }],
      ['output', 'CHEESE C2/1', 1, on(3), { work_order: 'WO-2' }],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C2', '1')).toEqual(['2026-01-14', 'CHEESE C1 / 1']);
    await plant.ask('movements.reverse', { movements: [m12], reason: 'it was another tank' });
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-02-01', '']);
    expect(await lotOf(plant, 'CHEESE', 'C2', '1')).toEqual(['2026-02-01', 'CHEESE C1 / 1']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('has back what a person said of it, and stays capped by what is still used', async () => {
    await using plant = await buildDairy('all');
    await plant.ask('lots.create', { rows: [{ product: 'CHEESE', lot: 'C1', sublot: '1', expiresOn: '2026-03-03' }] });
    await plant.postAll([['output', 'CHEESE C1/1', 4, on(2)]]);
    const [, oil = 0] = await plant.postAll([
      ['consumption', 'MILK M40', 1, on(2)],
      ['consumption', 'OIL O3', 1, on(2)],
    ]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-01-05', 'OIL O3']);
    await plant.ask('movements.reverse', { movements: [oil], reason: 'it was not used' });
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-02-11', 'MILK M40']);
    await plant.postAll([['production-return', 'MILK M40', 1, on(3)]]);
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-03-03', '']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('is capped by the inputs of an import as well', async () => {
    await using plant = await buildDairy('managed');
    plant.me = await signIn(plant, 'qualityManager');
    await plant.take({
      movements: [
        row('consumption', 'MILK M40', 1, on(2)),
        row('consumption', 'MILK M12', 1, on(2)),
        row('consumption', 'OIL O3', 1, on(2)),
        row('output', 'CHEESE C1/1', 2, on(2)),
      ],
    });
    expect(await lotOf(plant, 'CHEESE', 'C1', '1')).toEqual(['2026-01-14', 'MILK M12']);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });
});
