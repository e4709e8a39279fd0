import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bestOf } from '#shared/dossier/closeness.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

async function buildCoded(): Promise<TestApp> {
  const plant = await buildPlantApp();
  await plant.take({
    products: [{ code: 'PX-40.7', name: 'Resin for moulds', unit: 'KG', lot_tracking: 'mandatory' }],
    partners: [
      { code: 'Q/118', name: 'Hart-Mann', kind: 'both' },
      { code: '119', name: 'ЗАО «Вектор», «Bolt + Nut» Sp. z o.o.', kind: 'both' },
    ],
    lots: [
      { product: 'PX-40.7', lot: 'VE-66318', supplier: 'Q/118', supplier_lot: 'HB 77/201' },
      { product: 'PX-40.7', lot: 'VE55218', supplier: 'Q/118', supplier_lot: 'Ж-77/45' },
      { product: 'CHEESE', lot: 'R-90', sublot: 'Drum_4', manufacturer_lot: "K'72/0031", reference: 'NOTE 5512/26' },
      { product: 'PX-40.7', lot: 'R-91', manufacturer_lot: "K'72/0031-B" },
    ],
    movements: [
      row('receipt', 'MOTOR #SN-30-118', 1, on(5), { document: 'WE-90071' }),
      row('receipt', 'PX-40.7 VE-66318', 1, on(5), { document: 'WE90072' }),
      row('receipt', 'OIL 1', 1, on(5), { document: '2026/0417' }),
      row('receipt', 'OIL 1', 1, on(5), { document: '20260418' }),
      row('receipt', 'OIL 1', 1, on(5), { document: 'Re-Nr. 118_Ö', id: 'HX/00-17' }),
      row('output', 'CHEESE R-90/Drum_4', 1, on(6), { document: 'PRD-1', work_order: 'FA.2026.77', run: '1' }),
    ],
  });
  return plant;
}

/** What was typed, and what it is found as. */
const spelt = [
  ['VE66318', 'lot', 'VE-66318'],
  ['ve 66318', 'lot', 'VE-66318'],
  ['VE/663.18', 'lot', 'VE-66318'],
  ['VE_66318', 'lot', 'VE-66318'],
  ['ＶＥ６６３１８', 'lot', 'VE-66318'],
  ['ve٦٦٣١٨', 'lot', 'VE-66318'],
  ['VE-55218', 'lot', 'VE55218'],
  ['VE 552-18', 'lot', 'VE55218'],
  ['HB77201', 'supplierLot', 'HB 77/201'],
  ['ж7745', 'supplierLot', 'Ж-77/45'],
  ['SN30118', 'serial', 'SN-30-118'],
  ['PX407', 'product', 'PX-40.7'],
  ['resin-for', 'product', 'PX-40.7'],
  ['Q118', 'partner', 'Q/118'],
  ['hartmann', 'partner', 'Q/118'],
  ['зао вектор', 'partner', '119'],
  ['bolt nut sp z', 'partner', '119'],
  ['вектор "bolt', 'partner', '119'],
  ['WE90071', 'document', 'WE-90071'],
  ['we-90072', 'document', 'WE90072'],
  ['20260417', 'document', '2026/0417'],
  ['2026-0417', 'document', '2026/0417'],
  ['۲۰۲۶۰۴۱۷', 'document', '2026/0417'],
  ['2026/04/18', 'document', '20260418'],
  ['renr118o', 'document', 'Re-Nr. 118_Ö'],
  ['FA202677', 'document', 'PRD-1'],
  ['HX0017', 'document', 'Re-Nr. 118_Ö'],
  ['drum-4', 'lot', 'R-90 / Drum_4'],
  ['K’72 0031', 'lot', 'R-90 / Drum_4'],
  ['note551226', 'lot', 'R-90 / Drum_4'],
] as const;

describe('a code typed with other separators than it has', () => {
  let shared: TestApp;
  beforeAll(async () => {
    shared = await buildCoded();
  });
  afterAll(() => shared[Symbol.asyncDispose]());

  it.each(spelt)('%s finds the %s %s first in the box, and leads there', async (typed, kind, label) => {
    const { hits } = await shared.ask('dossier.find', { text: typed });
    expect([hits[0]?.kind, hits[0]?.label]).toEqual([kind, label]);
    expect(bestOf(hits)).toBe(hits[0]);
  });

  it('is found in lists too', async () => {
    const lots = async (question: Record<string, string>) =>
      (await shared.ask('lots.list', question)).rows.map(({ lot }) => lot).toSorted();
    expect(await lots({ text: 'VE66318' })).toEqual(['VE-66318']);
    expect(await lots({ text: 've-55218' })).toEqual(['VE55218']);
    expect(await lots({ text: 've٥٥٢١٨' })).toEqual(['VE55218']);
    expect(await lots({ text: "k'720031" })).toEqual(['R-90']);
    expect(await lots({ text: "k'72003" })).toEqual(['R-90', 'R-91']);
    expect(await lots({ text: 'drum4' })).toEqual(['R-90']);
    expect(await lots({ text: '5512-26' })).toEqual(['R-90']);
    expect(await lots({ supplierLot: 'HB-77201' })).toEqual(['VE-66318']);
    expect(await lots({ product: 'px407' })).toEqual(['R-91', 'VE-66318', 'VE55218']);
    expect(await lots({ supplier: 'Q-118' })).toEqual(['VE-66318', 'VE55218']);
    expect((await shared.ask('serials.list', { text: 'sn30118' })).total).toBe(1);
    expect((await shared.ask('products.list', { search: 'PX407' })).total).toBe(1);
    expect((await shared.ask('partners.list', { search: 'Q-118' })).total).toBe(1);
    expect((await shared.ask('partners.list', { search: 'Q-118', codes: ['S1'] })).total).toBe(0);
  });

  it('leads by a number that a lot only bears, and says which; to all that bear it where they are several', async () => {
    const ask = async (text: string) => (await shared.ask('dossier.find', { text })).hits;
    const [lot, ...others] = await ask("K'72/0031");
    expect(lot).toMatchObject({
      kind: 'lot',
      label: 'R-90 / Drum_4',
      detail: 'CHEESE Cheese',
      unit: { product: 'CHEESE', lot: 'R-90', sublot: 'Drum_4', serial: '' },
      bears: { as: 'manufacturerLot', number: "K'72/0031" },
      closeness: 'exact',
    });
    expect(others.map(({ label, closeness }) => [label, closeness])).toEqual([['R-91', 'begins']]);
    expect((await ask('FA.2026.77'))[0]).toMatchObject({ bears: { as: 'workOrder', number: 'FA.2026.77' } });
    expect((await ask('Drum_4'))[0]).toMatchObject({ bears: { as: 'sublot', number: 'Drum_4' } });
  });

  it('comes before what only begins with it, and is nothing where the very number is there', async () => {
    await using plant = await buildCoded();
    const found = async (text: string) => (await plant.ask('dossier.find', { text })).hits.map(({ label }) => label);
    await plant.take({ lots: [{ product: 'PX-40.7', lot: 'VE66318-B' }] });
    expect(await found('VE66318')).toEqual(['VE-66318', 'VE66318-B']);
    const listed = await plant.ask('lots.list', { text: 'VE66318', sort: 'lot' });
    expect(listed.rows.map(({ lot }) => lot)).toEqual(['VE-66318', 'VE66318-B']);
    await plant.take({
      products: ['PX407-1', '0PX40.7'].map((code) => ({ code, name: 'Resin', unit: 'KG' })),
      partners: [{ code: 'HARTMANN2', name: 'Hartmanns', kind: 'both' }],
    });
    expect((await plant.ask('products.list', { search: 'px407' })).rows.map(({ code }) => code)).toEqual([
      'PX-40.7',
      'PX407-1',
    ]);
    expect((await plant.ask('partners.list', { search: 'hartmann' })).total).toBe(2);
    expect(await found('hartmann')).toEqual(['Q/118', 'HARTMANN2']);
    await plant.take({ lots: [{ product: 'PX-40.7', lot: 'VE66318' }] });
    expect(await found('VE66318')).toEqual(['VE66318', 'VE66318-B']);
  });

  it('with its umlauts spelt otherwise comes before what only begins with it or holds it', async () => {
    await using plant = await buildCoded();
    await plant.take({
      products: [
        { code: 'RÖST-1', name: 'Grüne Bäuerle-Quelle', unit: 'KG', lot_tracking: 'mandatory' },
        { code: 'ROEST-12', name: 'Roast', unit: 'KG' },
      ],
      partners: [{ code: 'P-9', name: 'Neue Käserei Süßmüller', kind: 'both' }],
      lots: ['FLÖZ-1', 'FLOEZ-12', 'XFLOEZ-1', 'KRUEG-3', 'KRÜG-34', 'BLU-1', 'BLUE-12', 'ﾄﾞｷｭ-1', 'ﾄ-1'].map((lot) => ({
        product: 'PX-40.7',
        lot,
      })),
      movements: ['ﾊﾞｯﾁ-7', 'MÜHL-4', 'MUEHL-44', 'Süßmüller-3'].map((document) =>
        row('receipt', 'OIL 1', 1, on(5), { document }),
      ),
    });
    const found = async (text: string) => (await plant.ask('dossier.find', { text })).hits;
    const listed = async (text: string) =>
      (await plant.ask('lots.list', { text, sort: 'lot' })).rows.map(({ lot }) => lot);
    for (const [typed, label] of [
      ['FLOEZ-1', 'FLÖZ-1'],
      ['floez1', 'FLÖZ-1'],
      ['FLO\u0308Z 1', 'FLÖZ-1'],
      ['(10)FLOEZ-1', 'FLÖZ-1'],
      ['(10)floez1', 'FLÖZ-1'],
      ['KRÜG-3', 'KRUEG-3'],
      ['(10)KRÜG/3', 'KRUEG-3'],
      ['ROEST-1', 'RÖST-1'],
      ['roest1', 'RÖST-1'],
      ['MUEHL-4', 'MÜHL-4'],
      ['SUESSMULLER3', 'Süßmüller-3'],
      ['Gruene Baeuerle Quelle', 'RÖST-1'],
      ['baeuerle', 'RÖST-1'],
      ['neue kaeserei', 'P-9'],
      ['Kaeserei Suessmueller', 'P-9'],
      ['Kaserei Suessmuller', 'P-9'],
      ['ﾄﾞｷｭ-1', 'ﾄﾞｷｭ-1'],
      ['ドキュ１', 'ﾄﾞｷｭ-1'],
      ['(10)ﾄﾞｷｭ-1', 'ﾄﾞｷｭ-1'],
      ['ﾄ1', 'ﾄ-1'],
      ['ﾊﾞｯﾁ-7', 'ﾊﾞｯﾁ-7'],
      ['ばっち7', 'ﾊﾞｯﾁ-7'],
    ] as const)
      expect([typed, bestOf(await found(typed))?.label]).toEqual([typed, label]);
    // What has no umlaut is not spelt otherwise.
    expect((await found('BLUE-1')).map(({ label }) => label)).toEqual(['BLUE-12']);
    expect(await listed('FLOEZ-1')).toEqual(['FLOEZ-12', 'FLÖZ-1', 'XFLOEZ-1']);
    expect(await listed('KRÜG3')).toEqual(['KRUEG-3']);
    expect(await listed('blue-1')).toEqual(['BLUE-12']);
    expect((await plant.ask('products.list', { search: 'ROEST-1' })).total).toBe(2);
    expect((await plant.ask('products.list', { search: 'gruene baeuerle' })).total).toBe(1);
    expect((await plant.ask('partners.list', { search: 'Kaserei Suessmueller' })).total).toBe(1);
  });

  it('is found in lists whatever was pasted with it that is not seen', async () => {
    for (const text of [
      'VE-\u200b66318',
      '\ufeffVE-66318',
      'VE-66318\t',
      'VE\t66318',
      'VE-66318\u2060\u00ad\u202a',
      '\ud800VE',
    ])
      expect([text, (await shared.ask('lots.list', { text })).rows.map(({ lot }) => lot)]).toEqual([
        text,
        text.endsWith('VE') ? [] : ['VE-66318'],
      ]);
    expect((await shared.ask('lots.list', { product: 'PX-\u200b40.7' })).total).toBe(3);
    expect((await shared.ask('serials.list', { text: 'SN-30\u00ad-118\n' })).total).toBe(1);
    expect((await shared.ask('products.list', { search: '\u2063PX-40.7\t' })).total).toBe(1);
    expect((await shared.ask('partners.list', { search: 'Hart\u200b-Mann' })).total).toBe(1);
  });

  it('needs more than separators and two signs', async () => {
    const plant = shared;
    for (const text of ['--', '-.-.', '/ /', 'V-9', '3-1'])
      expect([text, (await plant.ask('dossier.find', { text })).hits]).toEqual([text, []]);
    expect((await plant.ask('products.list', { search: '-./' })).total).toBe(0);
  });
});
