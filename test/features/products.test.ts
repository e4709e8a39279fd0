import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

describe('a product', () => {
  it('names who delivered it: as its lots say, and of goods without a lot as their receipts do', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      lots: [{ product: 'MILK', lot: 'L1', supplier: 'S2' }],
      movements: [
        row('receipt', 'OIL', 4, on(5), { partner: 'S1' }),
        row('receipt', 'OIL', 4, on(6), { partner: 'S2' }),
      ],
    });
    const suppliers = async (code: string) => (await plant.ask('products.get', { code })).suppliers;
    expect([await suppliers('MILK'), await suppliers('OIL'), await suppliers('CAKE')]).toEqual([
      ['S2'],
      ['S1', 'S2'],
      [],
    ]);
  });
});

describe('the lists of products and partners', () => {
  it('come in order of code, in pages, found by code or name', async () => {
    await using plant = await buildPlantApp();
    const all = await plant.ask('products.list', {});
    const bySerial = await plant.ask('products.list', { bySerial: true });
    expect(bySerial.rows).toEqual(all.rows.filter(({ serialTracking }) => serialTracking !== 'none'));
    expect([bySerial.total > 0, bySerial.total < all.total]).toEqual([true, true]);
    expect([all.total, all.rows.map(({ code }) => code)]).toEqual([
      9,
      ['CAKE', 'CHEESE', 'CHIP', 'MILK', 'MOTOR', 'OIL', 'POWER', 'PUMP', 'SALT'],
    ]);
    const page = await plant.ask('products.list', { offset: 3, limit: 2 });
    expect([page.total, page.rows.map(({ code }) => code)]).toEqual([9, ['MILK', 'MOTOR']]);
    expect((await plant.ask('products.list', { search: 'IL' })).rows.map(({ code }) => code)).toEqual(['MILK', 'OIL']);
    expect(await plant.ask('products.list', { offset: 99 })).toEqual({ total: 9, rows: [] });
    expect(all.rows.find(({ code }) => code === 'PUMP')).toEqual({
      code: 'PUMP',
      name: 'Pump',
      category: '',
      unit: 'EA',
      lotTracking: 'none',
      serialTracking: 'global',
      traceDetail: 'detailed',
      stockManaged: true,
    });
    const partners = await plant.ask('partners.list', { search: 'hall' });
    expect(partners.rows.map(({ code, kind }) => [code, kind])).toEqual([['C2', 'customer']]);
  });
});
