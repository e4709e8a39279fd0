import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, products, row } from '../support/plantTables.ts';

let plant: TestApp;
const gtin = '4006381333931';

/** Nothing here writes, so that one plant serves all. */
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({
    products: products.map((product) => (product['code'] === 'MILK' ? { ...product, gtin } : product)),
    movements: [
      row('receipt', 'MILK L-100', 10, on(5)),
      row('receipt', 'CHIP L-100', 3, on(5)),
      row('receipt', 'MOTOR #SN-000123', 1, on(5)),
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

  it('finds a lot of every product when it names none, a serial before its lot, and a product alone', async () => {
    expect((await scan('(10)L-100')).found).toEqual(['lot CHIP L-100', 'lot MILK L-100']);
    expect((await scan('(21)SN-000123(10)L-9')).found).toEqual(['serial MOTOR SN-000123']);
    expect((await scan(`(01)0${gtin}`)).found).toEqual(['product  MILK']);
  });

  it('that is not recorded, or was read badly, says what was read', async () => {
    expect(await scan('(01)09501101530003(10)L-100')).toMatchObject({
      found: [],
      scanned: { lot: 'L-100', fault: '' },
    });
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
