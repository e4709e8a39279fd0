import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

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

/** As they are written here, and as somebody may type them. */
const written: readonly (readonly [string, string])[] = [
  ['Кондитерская', 'кондитерская'],
  ['Кондитерская', 'КОНДИТЕР'],
  ['Café Crème', 'cafe creme'],
  ['Cafe Creme', 'CAFÉ'],
  ['Straßen-Bäckerei', 'STRASSEN-BÄCK'],
  ['Straßen-Bäckerei', 'strassen-back'],
  ['İzmir Kırtasiye', 'izmir kirtasiye'],
  ['Οίκος Ελιάς', 'ΟΙΚΟΣ ΕΛΙΑΣ'],
  ['ΟΙΚΟΣ ΕΛΙΑΣ', 'οικος'],
  ['ＦＵＪＩ Ｔrading', 'fuji trading'],
  ['Łódź Śliwki', 'lodz sliwki'],
  ['Ærø Mejeri', 'aero'],
  ['Nord‑Süd', 'nord-sud'],
  ['Müller & Söhne', 'MUELLER & SOEHNE'],
  ['Mueller & Soehne', 'Müller & Söh'],
  ['Århus Smør', 'aarhus smoer'],
];

describe('letters of every script', () => {
  it.each(written)('%s is found as %s, in the box and in every list alike', async (name, typed) => {
    await using plant = await buildPlantApp();
    await plant.take({
      products: [{ code: 'GOODS', name, unit: 'KG', lot_tracking: 'mandatory' }],
      partners: [{ code: 'THEM', name, kind: 'both' }],
      lots: [{ product: 'GOODS', lot: `${name} 7`, supplier: 'THEM', supplier_lot: `${name} 8` }],
      movements: [
        row('receipt', `GOODS ${name.replaceAll(' ', '')}`, 1, on(5), { document: `${name} 9`, partner: 'THEM' }),
        row('receipt', `MOTOR #${name.replaceAll(' ', '')}`, 1, on(5)),
      ],
    });
    const { hits } = await plant.ask('dossier.find', { text: typed });
    const kinds = new Set(hits.map(({ kind }) => kind));
    // A document is found by how it begins, in the letter case it is usually written in.
    for (const kind of ['lot', 'supplierLot', 'product', 'partner'] as const) expect(kinds, kind).toContain(kind);
    expect((await plant.ask('products.list', { search: typed })).total).toBe(1);
    expect((await plant.ask('partners.list', { search: typed })).total).toBe(1);
    expect((await plant.ask('lots.list', { text: typed })).total).toBeGreaterThan(0);
    expect((await plant.ask('lots.list', { product: typed })).total).toBe(2);
    expect((await plant.ask('lots.list', { supplier: typed })).total).toBe(1);
    expect((await plant.ask('lots.list', { supplierLot: typed })).total).toBe(1);
    expect((await plant.ask('serials.list', { text: typed.replaceAll(' ', '') })).total).toBe(1);
  });

  it('are compared in documents by how they begin', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: ['Накл-17', 'Grn-17', 'ÉT-17'].map((document) => row('receipt', 'OIL X', 1, on(5), { document })),
    });
    for (const [typed, document] of [
      ['накл', 'Накл-17'],
      ['НАКЛ-17', 'Накл-17'],
      ['GRN', 'Grn-17'],
      ['grn-1', 'Grn-17'],
      ['et-', 'ÉT-17'],
    ] as const)
      expect(
        (await plant.ask('dossier.find', { text: typed })).hits.map(({ label }) => label),
        typed,
      ).toEqual([document]);
  });

  it('are found in what was added and changed since one looked first', async () => {
    await using plant = await buildPlantApp();
    const found = async (text: string) => (await plant.ask('lots.list', { text })).rows.map(({ lot }) => lot);
    await plant.take({ lots: [{ product: 'OIL', lot: 'L-1', supplier: 'S1', supplier_lot: 'ВИТ-1' }] });
    expect(await found('вит')).toEqual(['L-1']);
    await plant.take({ lots: [{ product: 'OIL', lot: 'ВИТ-2' }] });
    expect((await found('вит')).toSorted()).toEqual(['L-1', 'ВИТ-2']);
    await plant.take({ lots: [{ product: 'OIL', lot: 'L-1', supplier: 'S1', supplier_lot: 'VIT-1' }] });
    expect(await found('вит')).toEqual(['ВИТ-2']);
    expect(await found('vit-1')).toEqual(['L-1']);
    await plant.take({ lots: [{ product: 'OIL', lot: 'L-1', supplier: 'S1', supplier_lot: 'ВИТ-3' }] });
    expect(await found('вит-3')).toEqual(['L-1']);
  });
});
