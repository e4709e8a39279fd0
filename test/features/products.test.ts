import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';

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
