import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { masters } from '../support/plantTables.ts';

type From = Inputs['numbering']['plan']['from'];

const rule = { level: 'site', code: '', lotPattern: '', serialPattern: '', uniqueness: '' } as const;
const why = { reason: 'so that nobody types numbers' };
const save = (plant: TestApp, more: object) => plant.ask('numbering.saveRule', { ...rule, ...more, ...why });

const receipt = (product: string, more: Partial<Inputs['movements']['post']['movements'][number]> = {}) => ({
  kind: 'receipt' as const,
  document: 'GR-1',
  product,
  quantity: '5',
  to: 'STORE',
  partner: 'S1',
  status: 'Q',
  ...more,
});
const post = (plant: TestApp, ...movements: ReturnType<typeof receipt>[]) => plant.ask('movements.post', { movements });

describe('how goods are numbered', () => {
  it('is said by the product over its category over the site, each for itself', async () => {
    await using plant = await buildPlantApp();
    expect(await plant.ask('numbering.ofProduct', { product: 'MILK' })).toEqual({
      lots: { pattern: '', level: '', next: '', message: '' },
      serials: { pattern: '', level: '', next: '', message: '' },
      uniqueness: { value: 'product', level: '' },
    });
    expect(await save(plant, { lotPattern: 'L-{###}', serialPattern: 'SN{####}' })).toEqual({ saved: 'new' });
    await save(plant, {
      level: 'product',
      code: 'MILK',
      lotPattern: '{PRODUCT}/{SUPPLIER}-{##}',
      uniqueness: 'global',
    });
    expect(await plant.ask('numbering.ofProduct', { product: 'MILK', supplier: 'S2' })).toEqual({
      lots: { pattern: '{PRODUCT}/{SUPPLIER}-{##}', level: 'product', next: 'MILK/S2-01', message: '' },
      serials: { pattern: 'SN{####}', level: 'site', next: 'SN0001', message: '' },
      uniqueness: { value: 'global', level: 'product' },
    });
    const { lots } = await plant.ask('numbering.ofProduct', { product: 'MILK' });
    expect([lots.next, lots.message]).toEqual(['', expect.objectContaining({ pattern: '{0} is numbered {1}: {2}' })]);
    // Taken back, the site decides again, and the list has it no more.
    await save(plant, { level: 'product', code: 'MILK' });
    expect((await plant.ask('numbering.ofProduct', { product: 'MILK' })).lots.next).toBe('L-001');
    expect(
      (await plant.ask('numbering.listRules', {})).rules.map(({ level, lotPattern }) => [level, lotPattern]),
    ).toEqual([['site', 'L-{###}']]);
  });

  it.each([
    [{ lotPattern: 'L' }, 'VALIDATION', 'lotPattern'],
    [{ serialPattern: '{NO}{#}' }, 'VALIDATION', 'serialPattern'],
    [{ code: 'MILK', lotPattern: '{#}' }, 'VALIDATION', 'code'],
    [{ level: 'category', lotPattern: '{#}' }, 'VALIDATION', 'code'],
    [{ level: 'product', code: 'NONE', lotPattern: '{#}' }, 'NOT_FOUND', 'code'],
  ])('%j is refused as %s at %s', async (given, code, field) => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const refusal = await refusalOf(save(plant, given));
    expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    expect(plant.contentDigest()).toBe(before);
  });
});

describe('goods that come without a number', () => {
  it('get the next of their series, which a refused posting does not use up', async () => {
    await using plant = await buildPlantApp();
    await save(plant, { lotPattern: 'L-{YY}-{###}' });
    const year = new Date(plant.clock.moment / 1000).getUTCFullYear() % 100;
    const lot = (count: number) => `L-${year}-${String(count).padStart(3, '0')}`;
    expect(await post(plant, receipt('MILK'), receipt('CAKE'), receipt('SALT'))).toMatchObject({
      lots: [
        { movement: 0, lot: lot(1) },
        { movement: 1, lot: lot(2) },
      ],
    });
    const refusal = await refusalOf(post(plant, receipt('MILK'), receipt('MILK', { to: 'NOWHERE' })));
    expect(refusal.details['movement']).toBe(1);
    // Given by hand in between.
    await post(plant, receipt('CAKE', { lot: lot(3) }));
    expect((await post(plant, receipt('CAKE'))).lots).toEqual([{ movement: 0, lot: lot(4) }]);
    expect((await post(plant, receipt('OIL'))).lots).toBeUndefined();
    expect((await plant.ask('audit.verify', {})).ok).toBe(true);
  });

  it('do not get the number that another movement beside them names', async () => {
    await using plant = await buildPlantApp();
    await save(plant, { lotPattern: 'L-{#}' });
    expect((await post(plant, receipt('MILK'), receipt('MILK', { lot: 'L-1' }))).lots).toEqual([
      { movement: 0, lot: 'L-2' },
    ]);
  });

  it('are refused as before where no pattern says how', async () => {
    await using plant = await buildPlantApp();
    expect((await refusalOf(post(plant, receipt('MILK')))).code).toBe('LOT_REQUIRED');
  });

  it('are refused where the pattern names what is not given, and say which movement it is', async () => {
    await using plant = await buildPlantApp();
    await save(plant, { lotPattern: '{SUPPLIER}-{#}' });
    expect((await post(plant, receipt('MILK'))).lots).toEqual([{ movement: 0, lot: 'S1-1' }]);
    const opening = receipt('MILK', { kind: 'opening', partner: '' });
    const refusal = await refusalOf(post(plant, receipt('CAKE'), opening));
    expect([refusal.code, refusal.details['movement']]).toEqual(['VALIDATION', 1]);
    expect(refusal.message).toContain('name the supplier');
  });
});

describe('a number of a lot is given once', () => {
  it('within a product, or in the whole plant where that is said', async () => {
    await using plant = await buildPlantApp();
    await post(plant, receipt('MILK', { lot: 'X1' }), receipt('CAKE', { lot: 'X1' }));
    await save(plant, { uniqueness: 'global' });
    // More of a lot that is there is the same lot.
    await post(plant, receipt('MILK', { lot: 'X1' }));
    expect((await refusalOf(post(plant, receipt('CHEESE', { lot: 'X1' })))).code).toBe('DUPLICATE');
    const both = refusalOf(post(plant, receipt('MILK', { lot: 'X2' }), receipt('CAKE', { lot: 'X2' })));
    expect((await both).details['movement']).toBe(1);
    await post(plant, receipt('CHEESE', { lot: 'X3', sublot: 'A' }));
  });

  it('within the lots of a supplier', async () => {
    await using plant = await buildPlantApp();
    await save(plant, { uniqueness: 'supplier' });
    await plant.take({ ...masters, lots: [{ product: 'MILK', lot: 'X1', supplier: 'S1' }] });
    expect((await refusalOf(post(plant, receipt('CAKE', { lot: 'X1' })))).code).toBe('DUPLICATE');
    await post(plant, receipt('CAKE', { lot: 'X1', partner: 'S2' }));
  });
});

describe('planning numbers', () => {
  it('follows a first one and says which are used, counts by the pattern past those, and reads what was pasted', async () => {
    await using plant = await buildPlantApp();
    await post(plant, receipt('MILK', { lot: 'N-02' }));
    const plan = (from: From) => plant.ask('numbering.plan', { product: 'MILK', of: 'lots', from });
    const used = async (from: From) => (await plan(from)).numbers.map((one) => [one.number, one.quantity, one.used]);
    expect(await used({ first: 'N-01', count: 3 })).toEqual([
      ['N-01', '1', false],
      ['N-02', '1', true],
      ['N-03', '1', false],
    ]);
    expect(await used({ text: 'N-02;4\nN-05\t2,5' })).toEqual([
      ['N-02', '4', true],
      ['N-05', '2.5', false],
    ]);
    expect((await plan({ count: 2 })).issues).toHaveLength(1);
    await save(plant, { lotPattern: 'N-{##}' });
    expect(await used({ count: 2 })).toEqual([
      ['N-01', '1', false],
      ['N-03', '1', false],
    ]);
    expect((await plan({ first: 'none', count: 2 })).issues).toHaveLength(1);
    expect((await plan({ text: 'a\na' })).issues.map(({ line }) => line)).toEqual([2]);
  });
});
