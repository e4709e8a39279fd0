import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bestOf } from '#shared/dossier/closeness.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, products, row } from '../support/plantTables.ts';

let plant: TestApp;
const gtin = '4006381333931';
const [gs, rs] = ['\u001d', '\u001e'];

/** Nothing here writes, so that one plant serves all. */
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({
    products: [
      ...products.map((product) => {
        const code = String(product['code']);
        return { ...product, gtin: { MILK: gtin, CHIP: '9501101530003', MOTOR: '12345670' }[code] ?? '' };
      }),
      // As another program wrote it, and one known by its UPC-E.
      { code: 'CAN', name: 'Canned pears', unit: 'EA', gtin: '00036000291452' },
      { code: 'BAR', name: 'Fruit bar', unit: 'EA', gtin: '042100005264' },
      ...['PLM-2', 'TW-1', 'TW1'].map((code) => ({ code, name: 'Plums', unit: 'KG', lot_tracking: 'mandatory' })),
    ],
    partners: [{ code: 'DEPOT', name: 'Harbour depot', kind: 'customer', gln: '4012345000009' }],
    lots: [
      { product: 'CHIP', lot: 'B-7', supplier: 'S1', supplier_lot: 'SUP-41', manufacturer_lot: 'MAN-9z' },
      { product: 'CHIP', lot: 'b-7x' },
      { product: 'CHEESE', lot: 'Q-5', sublot: 'T1' },
      { product: 'PLM-2', lot: 'PM-0031' },
      { product: 'TW-1', lot: 'K-5' },
      { product: 'TW1', lot: 'K-5' },
    ],
    movements: [
      row('receipt', 'MILK L-100', 10, on(5)),
      row('receipt', 'CHIP L-100', 3, on(5)),
      row('shipment', 'CHIP L-100 #CH-1', 1, on(6), { document: '395011015300000011' }),
      row('receipt', 'MOTOR #SN-000123', 1, on(5)),
      row('receipt', 'PLM-2 PM-0031', 1, on(5), { document: 'PO/771' }),
    ],
  });
});
afterAll(() => plant[Symbol.asyncDispose]());

const scan = async (text: string) => {
  const { hits, scanned } = await plant.ask('dossier.find', { text });
  return { found: hits.map(({ kind, label, unit }) => `${kind} ${unit?.product ?? ''} ${label}`), scanned };
};

describe('a scanned GS1 code', () => {
  it('finds the lot of its product only, whatever digits the product has for its GTIN', async () => {
    const { found, scanned } = await scan(`(01)0${gtin}(10)L-100(17)261231`);
    expect(found).toEqual(['lot MILK L-100']);
    expect(scanned).toEqual({ gtin: `0${gtin}`, lot: 'L-100', serial: '', expiresOn: '2026-12-31', fault: '' });
  });

  it('ends at the best record it names, and tells what of it is not recorded with that', async () => {
    // Chips are kept by lot and get a serial on issue; milk has none at all.
    const label = (lot: string, serial: string, number = '09501101530003') => `(01)${number}(10)${lot}(21)${serial}`;
    const ends = [
      [label('L-100', 'NEW-1'), 'lot CHIP L-100', ['serial']],
      [label('L-100', 'CH-1'), 'serial CHIP CH-1', []],
      [label('B-7', 'CH-1'), 'serial CHIP CH-1', ['lot']],
      [label('NONE', 'NEW-1'), 'product  CHIP', ['lot', 'serial']],
      [label('L-100', 'NEW-1', `0${gtin}`), 'lot MILK L-100', []],
      [label('NONE', 'NEW-1', `0${gtin}`), 'product  MILK', ['lot']],
      [label('ANY', 'SN-000123', '00000012345670'), 'serial MOTOR SN-000123', []],
    ] as const;
    for (const [text, end, missing] of ends) {
      const { found, scanned } = await scan(text);
      expect(found, text).toEqual([end]);
      expect(scanned?.notFound ?? [], text).toEqual(missing);
    }
  });

  it('is read past what is not right of it, and that is told', async () => {
    expect(await scan(`(01)0${gtin}(17)261399(10)L-100`)).toMatchObject({
      found: ['lot MILK L-100'],
      scanned: { fault: 'date', expiresOn: '' },
    });
    expect(await scan(`(01)0${gtin}(10)L-100(10)L-101`)).toMatchObject({ found: [], scanned: { fault: 'twice' } });
  });

  it('of a party finds who has its number, and of a pallet the document that bears it', async () => {
    expect((await scan('(414)4012345000009')).found).toEqual(['partner  DEPOT']);
    expect((await scan('https://id.gs1.org/414/4012345000009')).found).toEqual(['partner  DEPOT']);
    for (const text of [
      '4012345000009',
      '4-012345-000009',
      '4–012345 000009',
      '04012345000009',
      '４０１２３４５００００09',
    ])
      expect((await scan(text)).found, text).toEqual(['partner  DEPOT']);
    for (const text of ['４００６３８１３３３９３１', '4–006381–333931'])
      expect((await scan(text)).found, text).toEqual(['product  MILK']);
    expect((await scan('(414)9501101530003')).scanned).toMatchObject({ gln: '9501101530003', notFound: ['gln'] });
    expect((await scan('(00)395011015300000011')).found).toEqual(['document  395011015300000011']);
    expect((await scan('(00)395011015300000028')).scanned).toMatchObject({
      sscc: '395011015300000028',
      notFound: ['sscc'],
    });
  });

  it('as a link of any length', async () => {
    const link = `https://example.org/${'shop/'.repeat(70)}01/0${gtin}/10/L-100`;
    expect((await scan(link)).found).toEqual(['lot MILK L-100']);
  });

  it('finds a lot of every product when it names none, a serial before its lot, and a product alone', async () => {
    expect((await scan('(10)L-100')).found).toEqual(['lot CHIP L-100', 'lot MILK L-100']);
    expect((await scan('(21)SN-000123(10)L-9')).found).toEqual(['serial MOTOR SN-000123']);
    expect((await scan(`(01)0${gtin}`)).found).toEqual(['product  MILK']);
  });

  it('that is not recorded, or was read badly, says what was read', async () => {
    expect(await scan('(01)09501101530010(10)L-100')).toMatchObject({
      found: [],
      scanned: { lot: 'L-100', fault: '', notFound: ['gtin'] },
    });
    expect(await scan('(10)L-777')).toMatchObject({ found: [], scanned: { lot: 'L-777', notFound: ['lot'] } });
    expect(await scan('(01)09501101530004(10)L-100')).toMatchObject({ found: [], scanned: { fault: 'check-digit' } });
  });

  it('that looks like a code of ours finds what bears the code', async () => {
    await using other = await buildPlantApp();
    await other.take({ lots: ['(10)ABC', '0100000000000000'].map((lot) => ({ product: 'OIL', lot })) });
    for (const lot of ['(10)ABC', '0100000000000000']) {
      const { hits, scanned } = await other.ask('dossier.find', { text: lot });
      expect(hits.map(({ label }) => label)).toEqual([lot]);
      expect(scanned).toBeNull();
    }
  });

  it('is not seen in a plain number', async () => {
    expect(await scan('L-100')).toMatchObject({ scanned: null });
  });
});

describe('a label', () => {
  const chip = '(01)09501101530003';

  it.each([
    [`${chip}(10)b-7`, 'lot CHIP B-7'],
    [`${chip}(10)B7`, 'lot CHIP B-7'],
    [`${chip}(10)B-7X`, 'lot CHIP b-7x'],
    [`${chip}(10)SUP-41`, 'lot CHIP B-7'],
    [`${chip}(10)man-9Z`, 'lot CHIP B-7'],
    [`${chip}(21)ch 1`, 'serial CHIP CH-1'],
    [']c1010950110153000310b-7', 'lot CHIP B-7'],
    ['id.gs1.org/01/09501101530003/10/b-7', 'lot CHIP B-7'],
  ])('%s ends at what bears its numbers, in other letters and separators too', async (text, end) => {
    const { found, scanned } = await scan(text);
    expect(found).toEqual([end]);
    expect(scanned?.notFound).toBeUndefined();
  });

  it('of a supplier says by which number the lot was found', async () => {
    const { hits } = await plant.ask('dossier.find', { text: `${chip}(10)SUP-41` });
    expect(hits[0]?.bears).toEqual({ as: 'supplierLot', number: 'SUP-41' });
  });

  it.each([
    ['+C1010950110153000310B/7', []],
    ['+C1010950110153000310Bß7', ['lot CHIP B-7']],
    [')01=09501101530003)10=Bß7', ['lot CHIP B-7']],
    ['httpsÖ--id.gs1.org-01-09501101530003-10-Bß7', ['lot CHIP B-7']],
    ['SNß000123', ['serial MOTOR SN-000123']],
    ['+A0Bß7', ['lot CHIP B-7']],
    ['SN)ààà&é"', ['serial MOTOR SN-000123']],
    [')01=09501101530003)10=Cß7', []],
  ] as const)('%s of a scanner for another keyboard is put right, and that is said', async (text, ends) => {
    const { found, scanned } = await scan(text);
    expect(found).toEqual(ends);
    expect(scanned?.fault).toBe('keyboard');
  });

  it('that was typed with a letter of that keyboard leads nowhere by a guess', async () => {
    for (const text of ['Mß7', 'ÄB-7', 'L)100']) expect((await scan(text)).found, text).toEqual([]);
  });

  it.each([
    ['+A123CHIP1/$B-75', ['lot CHIP B-7'], undefined],
    ['+A123CHIP1/$$3270131SUP419', ['lot CHIP B-7'], undefined],
    ['+A123CHIP1/$NEW-1E', ['product  CHIP'], ['lot']],
    ['+A123X99KL1/$MAN-9ZK', ['lot CHIP B-7'], ['product']],
    ['+A123MOTOR1/$+SN-000123A', ['serial MOTOR SN-000123'], undefined],
    ['+A123X99KL1L', [], ['product']],
    ['+A123CHIP1/$B7?', [], undefined],
  ] as const)('of the health industry, %s, ends at the best record it names', async (text, ends, missing) => {
    const { found, scanned } = await scan(text);
    expect(found).toEqual(ends);
    expect(scanned?.notFound).toEqual(missing);
    expect(scanned?.fault).toBe(text.endsWith('?') ? 'check-digit' : '');
  });

  it.each([
    ['plm2 pm0031', 'lot PLM-2 PM-0031'],
    ['PLM2/PM-0031', 'lot PLM-2 PM-0031'],
    ['PLM-2-PM0031', 'lot PLM-2 PM-0031'],
    ['ＰＬＭー２　ＰＭー００３１', 'lot PLM-2 PM-0031'],
    ['PM-0031 PLM-2', 'lot PLM-2 PM-0031'],
    ['pm0031/plm2', 'lot PLM-2 PM-0031'],
    ['4006381333931 l100', 'lot MILK L-100'],
    ['L-100;04006381333931', 'lot MILK L-100'],
    ['CHIP sup41', 'lot CHIP B-7'],
    ['q5 t1', 'lot CHEESE Q-5 / T1'],
    ['Q5T1', 'lot CHEESE Q-5 / T1'],
    ['cheese q5t1', 'lot CHEESE Q-5 / T1'],
    ['MILK L-100', 'lot MILK L-100'],
    ['milk/l100', 'lot MILK L-100'],
    ['MILK lot L-100', 'lot MILK L-100'],
    ['CHIPL-100', 'lot CHIP L-100'],
    ['MOTOR*SN-000123', 'serial MOTOR SN-000123'],
    ['MOTOR-SN000123', 'serial MOTOR SN-000123'],
    ['MOTOR serial SN-000123', 'serial MOTOR SN-000123'],
    ['Q-5 / T1', 'lot CHEESE Q-5 / T1'],
    ['Q-5/t1', 'lot CHEESE Q-5 / T1'],
    ['CHEESE Q-5 T1', 'lot CHEESE Q-5 / T1'],
    ['CHEESE lot Q-5 sublot T1', 'lot CHEESE Q-5 / T1'],
  ])('%s names its goods in parts', async (text, end) => expect((await scan(text)).found).toEqual([end]));

  it('whose parts may be those of two leads nowhere, and to the one that it names to the letter', async () => {
    const led = async (text: string) => {
      const { hits } = await plant.ask('dossier.find', { text });
      return [hits.length, bestOf(hits)?.unit?.product];
    };
    for (const text of ['tw_1 k5', 'tw_1/K-5', 'K-5 tw_1'])
      expect([text, await led(text)]).toEqual([text, [2, undefined]]);
    expect(await led('TW1 K-5')).toEqual([2, 'TW1']);
    expect(await led('TW-1 K-5')).toEqual([2, 'TW-1']);
  });

  it.each([
    ['(10)Q-5/T1', ['lot CHEESE Q-5 / T1']],
    ['(10)q5 t1', ['lot CHEESE Q-5 / T1']],
    ['(10)PLM2-PM0031', ['lot PLM-2 PM-0031']],
    [`(01)0${gtin}(10)MILK L-100`, ['lot MILK L-100']],
    ['(240)CHIP(10)L-100', ['lot CHIP L-100']],
    ['(241)plm2', ['product  PLM-2']],
    ['(01)09501101530010(240)CHIP(10)L-100', ['lot CHIP L-100']],
    ['(400)PO771', ['document  PO/771']],
    [`[)>${rs}06${gs}PCHIP${gs}1TL-100${gs}Q5${rs}\u0004`, ['lot CHIP L-100']],
    ['[)>{RS}06{GS}1PX-9{GS}PCHIP{GS}1TL-100{GS}SNEW-1{RS}{EOT}', ['lot CHIP L-100']],
    ['[)>^^06^]SSN-000123^^', ['serial MOTOR SN-000123']],
    ['【10】Ｂー７', ['lot CHIP B-7']],
  ] as const)('%j ends at the best record it names', async (text, ends) =>
    expect((await scan(text)).found).toEqual(ends),
  );

  it.each([
    'ＰＭー００３１',
    'PM－0031',
    '*PM-0031*',
    ']A0*pm-0031*',
    ...['C0', 'C1', 'A0', 'Q1', 'Q3', 'd1', 'd2', 'X0', 'E0', 'z3'].map((kind) => `]${kind}PM-0031`),
  ])('with the code alone, %s, leads to what bears it', async (text) =>
    expect((await scan(text)).found).toEqual(['lot PLM-2 PM-0031']),
  );

  it.each([
    ['0109501101530003' + '10B-7' + '17261231', ['lot CHIP B-7']],
    ['0109501101530003' + '21CH-1' + '#' + '10L-100', ['serial CHIP CH-1']],
    ['[)>06PCHIP1TL-100Q5', ['lot CHIP L-100']],
  ] as const)('%s that lost its separators is read as what is here, and that is told', async (text, ends) => {
    const { found, scanned } = await scan(text);
    expect(found).toEqual(ends);
    expect(scanned).toMatchObject({ fault: 'separator' });
    expect(scanned?.notFound).toBeUndefined();
  });

  it('that names what is not here says which numbers', async () => {
    expect((await scan('(400)PO-9')).scanned).toMatchObject({ order: 'PO-9', notFound: ['order'] });
    expect((await scan('(240)X9(241)X8(10)B-7')).scanned).toMatchObject({ product: 'X9, X8', notFound: ['product'] });
    expect((await scan('(240)PLM2(10)B-7')).found).toEqual(['product  PLM-2']);
    expect((await scan('0109501101530003' + '10B-9' + '17261231')).found).toEqual(['product  CHIP']);
  });
});

describe('the barcode of an item in a shop', () => {
  it.each([
    '36000291452',
    '036000291452',
    '0036000291452',
    '00036000291452',
    '0 36000 29145 2',
    ']E00036000291452',
    ']E3003600029145212',
    ']C00036000291452',
    '0100036000291452',
  ])('finds its product as %o', async (text) => {
    const { found } = await scan(text);
    expect(found).toEqual(['product  CAN']);
  });

  it('finds it by the short form of its number too', async () => {
    for (const text of ['04252614', '425261', ']E004252614', '0042100005264'])
      expect((await scan(text)).found, text).toEqual(['product  BAR']);
    for (const text of [']E412345670', '12345670', '00000012345670', '0000012345670'])
      expect((await scan(text)).found, text).toEqual(['product  MOTOR']);
  });

  it('comes after what bears the very number', async () => {
    await using other = await buildPlantApp();
    await other.take({
      products: [{ code: 'CAN', name: 'Canned pears', unit: 'EA', gtin: '036000291452' }],
      lots: [{ product: 'OIL', lot: '036000291452' }],
    });
    const { hits } = await other.ask('dossier.find', { text: '036000291452' });
    expect(hits.map(({ kind, label }) => [kind, label])).toEqual([
      ['lot', '036000291452'],
      ['product', 'CAN'],
    ]);
  });

  it('of nothing here, and zeros alone, find nothing', async () => {
    expect((await scan(']E09501101530010')).scanned).toMatchObject({ gtin: '09501101530010', notFound: ['gtin'] });
    for (const text of ['00000000000000', '0100000000000000', '9501101530010'])
      expect((await scan(text)).found, text).toEqual([]);
  });
});
