import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { guidedAnswers, guidedModes } from '#shared/products/guided.ts';
import { noShelfLife } from '#shared/products/shelfLife.ts';
import { buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import { setUpPeople, signature } from '../support/people.ts';

type Made = Inputs['products']['create'];
const soap = (more: Partial<Made> = {}): Made => ({
  ...{ code: 'SOAP', name: 'Soap', category: 'CARE', unit: 'EA', traceDetail: 'detailed', ...noShelfLife },
  ...guidedModes({ batches: 'always', pieces: 'no', ends: 'expires', stock: 'yes' }),
  ...{
    shelfLifeMonths: 24,
    lotCapacity: '',
    expiryCap: '',
    standardCost: '1.25',
    gtin: '',
    attributes: '',
    packUnits: '',
    reason: 'made from spring on',
  },
  signature: signature('qualityManager', 'approved'),
  ...more,
});

describe('making a product', () => {
  it('records it as it was said, signed, and its goods are asked for what its modes demand', async () => {
    await using plant = await buildPlantApp();
    const { qualityManager: as, warehouse } = await setUpPeople(plant);
    expect(await plant.ask('products.create', soap(), { as })).toEqual({ code: 'SOAP' });
    const { reason: _why, signature: _proof, ...said } = soap();
    expect(await plant.ask('products.get', { code: 'SOAP' }, { as })).toEqual({
      ...said,
      ...{ version: 1, moved: false, suppliers: [] },
    });
    const { signatures } = await plant.ask('people.listSignatures', { record: 'product', parts: ['SOAP'] }, { as });
    expect(signatures).toMatchObject([{ version: 1, meaning: 'approved' }]);
    expect(signatures[0]?.statement).toMatch(
      /^Make product SOAP: Name – → Soap; .*Lot tracking – → lots mandatory.*made from/,
    );
    const receive = (goods: string) =>
      plant.postAll([['receipt', goods, 1, '2026-06-01T08:00:00Z']], { as: warehouse });
    expect(await codeOf(receive('SOAP'))).toBe('LOT_REQUIRED');
    await receive('SOAP L1');
    expect(await plant.ask('lots.getDates', { product: 'SOAP', lot: 'L1' }, { as })).toMatchObject({
      expiresOn: '2028-06-01',
    });
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('refuses a code that is there, a number that cannot be right, and a span said twice', async () => {
    await using plant = await buildPlantApp();
    const { qualityManager: as } = await setUpPeople(plant);
    const refused = (more: Partial<Made>) => refusalOf(plant.ask('products.create', soap(more), { as }));
    expect(await refused({ code: 'MILK' })).toMatchObject({ code: 'CONFLICT', details: { field: 'code' } });
    expect(await refused({ gtin: '4006381333932' })).toMatchObject({ code: 'VALIDATION', details: { field: 'gtin' } });
    expect(await refused({ shelfLifeDays: 10 })).toMatchObject({ details: { field: 'shelfLifeMonths' } });
    expect(await refused({ standardCost: 'much' })).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('how do you track this?', () => {
  it.each([
    [{ batches: 'no', pieces: 'no', ends: 'no', stock: 'no' }, 'none none false  '],
    [{ batches: 'sometimes', pieces: 'leaving', ends: 'expires', stock: 'yes' }, 'optional on-issue true R '],
    [{ batches: 'always', pieces: 'always', ends: 'retest', stock: 'yes' }, 'mandatory received-issued true R Q'],
    [{ batches: 'parts', pieces: 'group', ends: 'no', stock: 'yes' }, 'lot-sublot global true  '],
  ] as const)('%j comes to "%s"', (answers, modes) => {
    expect(Object.values(guidedModes(answers)).join(' ')).toBe(modes);
  });

  it('has an answer for each mode there is', () => {
    expect(
      guidedAnswers.batches.map(
        (batches) => guidedModes({ batches, pieces: 'no', ends: 'no', stock: 'yes' }).lotTracking,
      ),
    ).toEqual(['none', 'optional', 'mandatory', 'lot-sublot']);
    expect(
      guidedAnswers.pieces.map(
        (pieces) => guidedModes({ batches: 'no', pieces, ends: 'no', stock: 'yes' }).serialTracking,
      ),
    ).toEqual(['none', 'on-issue', 'received-issued', 'global']);
  });
});
