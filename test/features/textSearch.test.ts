import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';

/** Twins that differ only where one has a sign that a pattern would read as "anything". */
const codes = ['AB%1', 'AB_1', 'AB\\1', 'ABX1', 'AB1'];

async function buildTwins(): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.take({
    products: codes.map((code) => ({ code, name: `Resin ${code} 100%`, unit: 'KG', lot_tracking: 'mandatory' })),
    partners: codes.map((code) => ({ code, name: `Trader ${code}`, kind: 'both' })),
    lots: codes.map((lot) => ({ product: 'AB1', lot, supplier: lot, supplier_lot: lot })),
  });
  return plant;
}

describe('a text that is searched for', () => {
  it.each(['%', '_', '\\'])('finds only what holds the very sign %s', async (sign) => {
    await using plant = await buildTwins();
    const wanted = [`AB${sign}1`];
    const search = `b${sign}`;
    const products = await plant.ask('products.list', { search });
    const partners = await plant.ask('partners.list', { search });
    const lots = await plant.ask('lots.list', { supplierLot: search });
    const supplied = await plant.ask('lots.list', { supplier: search });
    expect(products.rows.map(({ code }) => code)).toEqual(wanted);
    expect(products.total).toBe(1);
    expect(partners.rows.map(({ code }) => code)).toEqual(wanted);
    expect(partners.total).toBe(1);
    expect(lots.rows.map(({ lot }) => lot)).toEqual(wanted);
    expect(supplied.rows.map(({ lot }) => lot)).toEqual(wanted);
    const found = await plant.ask('dossier.find', { text: search });
    expect(found.hits.filter(({ kind }) => kind === 'product').map(({ label }) => label)).toEqual(wanted);
  });

  it('is looked for in names too, and in any letter case', async () => {
    await using plant = await buildTwins();
    expect((await plant.ask('products.list', { search: 'RESIN ab%' })).total).toBe(1);
    expect((await plant.ask('products.list', { search: '100%' })).total).toBe(codes.length);
    expect((await plant.ask('partners.list', { search: 'trader', codes: ['AB_1', 'NOBODY'] })).total).toBe(1);
  });

  it('counts all that fit and gives one page of them, by code', async () => {
    await using plant = await buildTwins();
    const page = await plant.ask('products.list', { search: 'resin', offset: 1, limit: 2 });
    expect(page.total).toBe(codes.length);
    expect(page.rows.map(({ code }) => code)).toEqual([...codes].sort().slice(1, 3));
  });

  it('finds a person of the trail only by the very sign', async () => {
    await using plant = await buildTwins();
    expect((await plant.ask('audit.list', { person: '%' })).total).toBe(0);
    expect((await plant.ask('audit.list', {})).total).toBeGreaterThan(0);
  });
});
