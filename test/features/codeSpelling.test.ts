import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

async function buildCoded(): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.take({
    products: [{ code: 'PX-40.7', name: 'Resin for moulds', unit: 'KG', lot_tracking: 'mandatory' }],
    partners: [{ code: 'Q/118', name: 'Hart-Mann', kind: 'both' }],
    lots: [
      { product: 'PX-40.7', lot: 'VE-66318', supplier: 'Q/118', supplier_lot: 'HB 77/201' },
      { product: 'PX-40.7', lot: 'VE55218', supplier: 'Q/118', supplier_lot: 'Ж-77/45' },
    ],
    movements: [
      row('receipt', 'MOTOR #SN-30-118', 1, on(5), { document: 'WE-90071' }),
      row('receipt', 'PX-40.7 VE-66318', 1, on(5), { document: 'WE90072' }),
    ],
  });
  return plant;
}

/** What was typed, and what it is found as. */
const spelt = [
  ['VE66318', 'lot', 'VE-66318'],
  ['ve 66318', 'lot', 'VE-66318'],
  ['VE/663.18', 'lot', 'VE-66318'],
  ['VE-55218', 'lot', 'VE55218'],
  ['VE 552-18', 'lot', 'VE55218'],
  ['HB77201', 'supplierLot', 'HB 77/201'],
  ['ж7745', 'supplierLot', 'Ж-77/45'],
  ['SN30118', 'serial', 'SN-30-118'],
  ['PX407', 'product', 'PX-40.7'],
  ['resin-for', 'product', 'PX-40.7'],
  ['Q118', 'partner', 'Q/118'],
  ['hartmann', 'partner', 'Q/118'],
  ['WE90071', 'document', 'WE-90071'],
  ['we-90072', 'document', 'WE90072'],
] as const;

describe('a code typed with other separators than it has', () => {
  it.each(spelt)('%s finds the %s %s in the box', async (typed, kind, label) => {
    await using plant = await buildCoded();
    const { hits } = await plant.ask('dossier.find', { text: typed });
    expect(hits.filter((hit) => hit.kind === kind).map((hit) => hit.label)).toEqual([label]);
  });

  it('is found in lists too', async () => {
    await using plant = await buildCoded();
    const lots = async (question: Record<string, string>) =>
      (await plant.ask('lots.list', question)).rows.map(({ lot }) => lot).toSorted();
    expect(await lots({ text: 'VE66318' })).toEqual(['VE-66318']);
    expect(await lots({ text: 've-55218' })).toEqual(['VE55218']);
    expect(await lots({ supplierLot: 'HB-77201' })).toEqual(['VE-66318']);
    expect(await lots({ product: 'px407' })).toEqual(['VE-66318', 'VE55218']);
    expect(await lots({ supplier: 'Q-118' })).toEqual(['VE-66318', 'VE55218']);
    expect((await plant.ask('serials.list', { text: 'sn30118' })).total).toBe(1);
    expect((await plant.ask('products.list', { search: 'PX407' })).total).toBe(1);
    expect((await plant.ask('partners.list', { search: 'Q-118' })).total).toBe(1);
    expect((await plant.ask('partners.list', { search: 'Q-118', codes: ['S1'] })).total).toBe(0);
  });

  it('comes behind what holds the text as it stands, and is nothing where the very number is there', async () => {
    await using plant = await buildCoded();
    const found = async (text: string) => (await plant.ask('dossier.find', { text })).hits.map(({ label }) => label);
    await plant.take({ lots: [{ product: 'PX-40.7', lot: 'VE66318-B' }] });
    expect(await found('VE66318')).toEqual(['VE66318-B', 'VE-66318']);
    expect((await plant.ask('lots.list', { text: 'VE66318' })).rows.map(({ lot }) => lot)).toEqual(['VE66318-B']);
    await plant.take({ lots: [{ product: 'PX-40.7', lot: 'VE66318' }] });
    expect(await found('VE66318')).toEqual(['VE66318', 'VE66318-B']);
  });

  it('needs more than separators and two signs', async () => {
    await using plant = await buildCoded();
    for (const text of ['--', '-.-.', '/ /', 'V-9', '3-1'])
      expect([text, (await plant.ask('dossier.find', { text })).hits]).toEqual([text, []]);
    expect((await plant.ask('products.list', { search: '-./' })).total).toBe(0);
  });
});
