import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { variantsOf } from '#shared/serials/variants.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';

let plant: TestApp;
const gtin = '09524712000017';
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({
    products: [
      { code: 'MOTOR', name: 'Motor', unit: 'EA', serial_tracking: 'received-issued', gtin },
      { code: 'GEAR', name: 'Gear', unit: 'EA', lot_tracking: 'mandatory', serial_tracking: 'received-issued' },
    ],
  });
  await plant.postAll([
    ['output', 'MOTOR #M-0107', 1, on(5)],
    ['shipment', 'MOTOR #M-0107', 1, on(6)],
    ['receipt', 'MOTOR #M-0108', 1, on(5)],
    ['receipt', 'MOTOR #M-0109', 1, on(5)],
    ['scrap', 'MOTOR #M-0109', 1, on(7)],
    ['receipt', 'MOTOR #TWICE', 1, on(5)],
    ['shipment', 'MOTOR #TWICE', 1, on(6)],
    ['customer-return', 'MOTOR #TWICE', 1, on(7)],
    ['shipment', 'MOTOR #TWICE', 1, on(8), { partner: 'C2' }],
    ['customer-return', 'MOTOR #TWICE', 1, on(9), { partner: 'C2' }],
    ['shipment', 'MOTOR #TWICE', 1, on(10)],
    ['receipt', 'GEAR L1 #G7', 1, on(5)],
    ['shipment', 'GEAR L1 #G7', 1, on(6)],
    ['receipt', 'PUMP #M-0107', 1, on(5)],
  ]);
});
afterAll(() => plant[Symbol.asyncDispose]());

const check = async (text: string) => {
  const { serial, found, alike } = await plant.ask('dossier.checkSerial', { text });
  return {
    serial,
    found: found.map(({ unit, verdict, sentences, warnings }) => ({
      goods: `${unit.product} ${unit.serial}`,
      verdict,
      says: [...sentences, ...warnings].map(inEnglish),
    })),
    alike: alike.map((unit) => `${unit.product} ${unit.serial}`),
  };
};

describe('the check of a serial', () => {
  it('tells of one that was made here and delivered to whom, and of another product of that very number', async () => {
    expect(await check(' M-0107 ')).toMatchObject({
      serial: 'M-0107',
      found: [
        {
          goods: 'MOTOR M-0107',
          verdict: 'genuine',
          says: [
            'Made here on 2026-01-05 in work order WO-1.',
            'Delivered to C1 on 2026-01-06: genuine as far as our records go.',
          ],
        },
        { goods: 'PUMP M-0107', verdict: 'doubtful' },
      ],
    });
  });

  it('reads a barcode: of its product alone, and tells where it names another lot', async () => {
    const scanned = await check(`(01)${gtin}(21)M-0107`);
    expect(scanned.serial).toBe('M-0107');
    expect(scanned.found.map(({ goods }) => goods)).toEqual(['MOTOR M-0107']);
    expect(scanned.alike).toEqual(['PUMP M-0107']);
    expect((await check(`(01)${gtin}(21)M-9999`)).found).toEqual([]);
    expect((await check('(10)L2(21)G7')).found).toMatchObject([
      { verdict: 'doubtful', says: expect.arrayContaining(['The code names lot L2, and it belongs to lot L1.']) },
    ]);
    expect((await check('(10)L1(21)G7')).found).toMatchObject([{ verdict: 'genuine' }]);
  });

  it('doubts what lies here, what was scrapped, and what came back twice', async () => {
    expect((await check('M-0108')).found).toMatchObject([
      {
        verdict: 'doubtful',
        says: [/^Received here on 2026-01-05 from S1/, /never delivered and lies here/].map((one) =>
          expect.stringMatching(one),
        ),
      },
    ]);
    expect((await check('M-0109')).found[0]?.says.at(-1)).toMatch(/^It was scrapped on 2026-01-07/);
    const { found } = await check('TWICE');
    expect(found).toMatchObject([{ verdict: 'doubtful', says: expect.arrayContaining(['It was returned 2 times.']) }]);
  });

  it('knows none of a number that was never made, and offers those it looks like', async () => {
    expect(await check('M-O107')).toMatchObject({ found: [], alike: ['MOTOR M-0107', 'PUMP M-0107'] });
    expect((await check('M-0170')).alike).toContain('MOTOR M-0107');
    expect((await check('m-0107')).found).toEqual([]);
    expect((await check('m-0107')).alike).toContain('MOTOR M-0107');
    expect(await check('NOTHING-LIKE-IT')).toMatchObject({ found: [], alike: [] });
  });

  it('tells that one is missing', async () => {
    await plant.ask('serials.reportMissing', { product: 'MOTOR', serial: 'M-0107', reason: 'stolen from the van' });
    expect((await check('M-0107')).found[0]).toMatchObject({
      verdict: 'doubtful',
      says: expect.arrayContaining([
        expect.stringMatching(/^It is recorded missing since .* \(MS-1, “stolen from the van”\)/),
      ]),
    });
    await plant.ask('serials.reportFound', { product: 'MOTOR', serial: 'M-0107', reason: 'the police had it' });
  });

  it('is made as a document with the verdict in it', async () => {
    const asked = { report: 'serialCheck', parameters: { serial: 'M-0107' } };
    const { report } = await plant.ask('reports.preview', asked);
    expect(JSON.stringify(report.sections)).toContain('genuine as far as our records go');
    const { document } = await plant.ask('reports.draw', { ...asked, format: 'pdf', language: 'de' });
    await plant.ask('reports.issue', { document });
    const none = await plant.ask('reports.preview', { report: 'serialCheck', parameters: { serial: 'NONE' } });
    expect(JSON.stringify(none)).toContain('There is no serial NONE in our records');
  });
});

describe('what a serial may have been meant as', () => {
  it('has one sign read as another, two exchanged, one left out or doubled, zeros more or fewer', () => {
    const variants = variantsOf('SN-0101');
    for (const one of ['5N-0101', 'SN-O101', 'SN-1001', 'SN-010', 'SN-00101', 'SN-101', 'sn-0101'])
      expect(variants).toContain(one);
    expect(variants).not.toContain('SN-0101');
    expect(variantsOf('x'.repeat(61))).toEqual([]);
  });
});
