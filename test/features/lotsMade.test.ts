import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { masters } from '../support/plantTables.ts';

type Row = Inputs['lots']['create']['rows'][number];

const make = (plant: TestApp, ...rows: Row[]) => plant.ask('lots.create', { rows });
const rule = { level: 'site', code: '', lotPattern: '', serialPattern: '', uniqueness: '' } as const;
const saveRule = (plant: TestApp, more: object) =>
  plant.ask('numbering.saveRule', { ...rule, ...more, reason: 'so that nobody types numbers' });

/** Where it is told, by row and field. */
async function refusedAt(plant: TestApp, ...rows: Row[]): Promise<string[]> {
  const before = plant.contentDigest();
  const { details } = await refusalOf(make(plant, ...rows));
  expect(plant.contentDigest()).toBe(before);
  // The command puts them there, of this shape.
  const faults = details['faults'] as unknown as { row: number; field: string }[];
  return faults.map(({ row, field }) => `${row} ${field}`);
}

const numbers = async (plant: TestApp, ...rows: Row[]) => (await make(plant, ...rows)).lots.map(({ lot }) => lot);

describe('lots made by hand', () => {
  it('are there with what was said of them before any goods are, and have no quantity', async () => {
    await using plant = await buildPlantApp();
    const said = {
      ...{ supplier: 'S1', supplierLot: 'SL-7', manufacturer: 'Farm', manufacturerLot: 'F-3', reference: 'REF' },
      manufacturedOn: '2026-05-20',
      bestBeforeOn: '2026-05',
    };
    expect((await make(plant, { product: 'MILK', lot: ' M-1 ', ...said })).lots).toEqual([
      { row: 0, product: 'MILK', lot: 'M-1', sublot: '' },
    ]);
    const { rows } = await plant.ask('lots.list', { text: 'M-1' });
    // The expiry by the shelf life of the product, from the day it was made.
    expect(rows).toMatchObject([
      { lot: 'M-1', supplier: 'S1', supplierLot: 'SL-7', expiresOn: '2026-05-30', onHand: '0', statuses: [] },
    ]);
    expect(await plant.ask('lots.getDates', { product: 'MILK', lot: 'M-1' })).toMatchObject({
      version: 1,
      bestBeforeOn: '2026-05-31',
      useByOn: '2026-06-01',
      retestOn: '2026-05-25',
    });
    await plant.post('receipt', 'MILK M-1', 5, '2026-05-22T08:00:00Z');
    expect(await plant.stock('MILK')).toEqual(['MILK M-1 @ STORE A = 5']);
    expect((await plant.ask('dossier.get', { product: 'MILK', lot: 'M-1' })) !== null).toBe(true);
    expect(plant.verify().problems).toEqual([]);
  });

  it('begin their shelf life with their first movement where nobody said when they were made', async () => {
    await using plant = await buildPlantApp();
    await make(plant, { product: 'MILK', lot: 'M-1' });
    expect((await plant.ask('lots.getDates', { product: 'MILK', lot: 'M-1' })).expiresOn).toBe('');
    await plant.post('receipt', 'MILK M-1', 5, '2026-05-22T08:00:00Z');
    expect((await plant.ask('lots.getDates', { product: 'MILK', lot: 'M-1' })).expiresOn).toBe('2026-06-01');
  });

  it('S28: no quantity and no location can be said of them', async () => {
    await using plant = await buildPlantApp();
    for (const more of [{ quantity: '5' }, { location: 'STORE' }, { status: 'A' }])
      await expect(
        plant.send('lots.create', { rows: [{ product: 'MILK', lot: 'M-1', ...more }] }),
      ).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('S22: several follow a first number, whose width stays; sublots do in one lot', async () => {
    await using plant = await buildPlantApp();
    expect(await numbers(plant, { product: 'MILK', lot: 'L-098/X', count: 3 })).toEqual([
      'L-098/X',
      'L-099/X',
      'L-100/X',
    ]);
    const { lots } = await make(plant, { product: 'CHEESE', lot: 'C-1', sublot: 'A1', count: 2 });
    expect(lots.map(({ lot, sublot }) => `${lot}/${sublot}`)).toEqual(['C-1/A1', 'C-1/A2']);
  });

  it('S24: a first number in which nothing counts is refused, and so is a count of none', async () => {
    await using plant = await buildPlantApp();
    expect(await refusedAt(plant, { product: 'MILK', lot: 'code-xxx', count: 2 })).toEqual(['0 lot']);
    expect((await refusalOf(make(plant, { product: 'MILK', lot: 'L-1', count: 0 }))).code).toBe('VALIDATION');
    // Of one, no digits are needed.
    expect(await numbers(plant, { product: 'MILK', lot: 'code-xxx', count: 1 })).toEqual(['code-xxx']);
  });

  it('S40: a blank number is the next by the pattern, past those that were made by hand, before or beside it', async () => {
    await using plant = await buildPlantApp();
    await saveRule(plant, { lotPattern: 'TEST/{##}' });
    expect(await numbers(plant, { product: 'MILK' })).toEqual(['TEST/01']);
    await make(plant, { product: 'MILK', lot: 'TEST/02' });
    expect(
      await numbers(plant, { product: 'MILK', count: 2 }, { product: 'MILK', lot: 'TEST/04' }, { product: 'CAKE' }),
    ).toEqual(['TEST/03', 'TEST/05', 'TEST/04', 'TEST/06']);
    // A command that is refused uses none up.
    expect(await refusedAt(plant, { product: 'MILK' }, { product: 'NONE', lot: 'X' })).toEqual(['1 product']);
    expect(await numbers(plant, { product: 'MILK' })).toEqual(['TEST/07']);
    expect(plant.verify().problems).toEqual([]);
  });

  it('are all made or none, and a refusal tells what is wrong with which row', async () => {
    await using plant = await buildPlantApp();
    await make(plant, { product: 'MILK', lot: 'M-02' });
    expect(
      await refusedAt(
        plant,
        { product: 'MILK', lot: 'GOOD' },
        { product: 'NONE', lot: 'A' },
        { product: 'SALT', lot: 'A' },
        { product: 'MILK', lot: 'A', sublot: 'B' },
        { product: 'CHEESE', sublot: 'B' },
        { product: 'MILK', lot: 'A', supplier: 'NOBODY' },
        { product: 'MILK' },
        { product: 'MILK', lot: 'M-01', count: 3 },
        { product: 'MILK', lot: 'GOOD' },
        { product: 'MILK', lot: 'D-1', manufacturedOn: '2026-05-01', expiresOn: '2026-04-01' },
        { product: 'MILK', lot: 'D-2', expiresOn: '1970-01-01' },
      ),
    ).toEqual([
      '1 product',
      '2 product',
      '3 sublot',
      '4 lot',
      '5 supplier',
      '6 lot',
      '7 lot',
      '8 lot',
      '9 expiresOn',
      '10 expiresOn',
    ]);
  });

  it('have numbers that are given once within the scope that was said', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ ...masters, lots: [{ product: 'MILK', lot: 'X1', supplier: 'S1' }] });
    await saveRule(plant, { uniqueness: 'supplier' });
    expect(await refusedAt(plant, { product: 'CAKE', lot: 'X1', supplier: 'S1' })).toEqual(['0 lot']);
    const both = [
      { product: 'MILK', lot: 'X2', supplier: 'S2' },
      { product: 'CAKE', lot: 'X2', supplier: 'S2' },
    ];
    expect(await refusedAt(plant, ...both)).toEqual(['1 lot']);
    await make(plant, { product: 'CAKE', lot: 'X1', supplier: 'S2' });
    await saveRule(plant, { uniqueness: 'global' });
    expect(await refusedAt(plant, { product: 'OIL', lot: 'X1' })).toEqual(['0 lot']);
    expect(await refusedAt(plant, { product: 'OIL', lot: 'X0', count: 2 })).toEqual(['0 lot']);
    // A sublot is of the lot that is there.
    await make(plant, { product: 'CHEESE', lot: 'X9' });
    await make(plant, { product: 'CHEESE', lot: 'X9', sublot: 'A' });
  });

  it('that look like others are made, and told', async () => {
    await using plant = await buildPlantApp();
    await make(plant, { product: 'MILK', lot: 'L-101' });
    const { findings } = await make(plant, { product: 'CAKE', lot: 'L-101' }, { product: 'MILK', lot: 'L-1O1' });
    expect(findings.map(({ row, field, code }) => [row, field, code])).toEqual([[1, 'lot', 'DUPLICATE']]);
  });

  it('are made by who posts movements, as an entry of the trail', async () => {
    await using plant = await buildPlantApp();
    const { warehouse, viewer, administrator } = await setUpPeople(plant);
    const rows = [{ product: 'MILK', lot: 'M-1' }];
    expect((await refusalOf(plant.ask('lots.create', { rows }, { as: viewer }))).code).toBe('FORBIDDEN');
    await plant.ask('lots.create', { rows }, { as: warehouse });
    const entries = await plant.ask('audit.list', { operation: 'lots.create', outcome: 'done' }, { as: administrator });
    expect(entries.rows).toHaveLength(1);
  });

  it('ten thousand at once are made, and no more', async () => {
    await using plant = await buildPlantApp();
    expect(await numbers(plant, { product: 'MILK', lot: 'L-00001', count: 10_000 })).toHaveLength(10_000);
    const two = { product: 'CAKE', lot: 'L-00001', count: 5001 };
    expect((await refusalOf(make(plant, two, { ...two, lot: 'M-00001' }))).code).toBe('VALIDATION');
  });
});
