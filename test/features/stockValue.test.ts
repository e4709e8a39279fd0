import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { on, posted } from '../support/plantTables.ts';
import { said, sectionsOf } from '../support/reportRows.ts';
import { signAs } from '../support/signAs.ts';

type Setting = Omit<Inputs['products']['saveSetting'], 'reason' | 'signature' | 'token'>;
const reason = 'as the auditors asked';
// It is the first of June.
const today = '2026-06-01';
const say = (plant: HeldPlant, setting: Partial<Setting>): Promise<unknown> =>
  signAs(
    plant,
    'products.saveSetting',
    { ...{ level: 'product', code: 'MILK', setting: 'valuation', value: 'lot', validFrom: today }, ...setting, reason },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
const change = async (plant: HeldPlant, code: string, changed: Inputs['products']['edit']['change']) => {
  const { version } = await plant.ask('products.get', { code });
  const signed = { as: plant.quality, signature: signature('qualityManager', 'approved') };
  await signAs(plant, 'products.edit', { code, version, change: changed, reason }, signed);
};
const receive = (plant: HeldPlant, lot: string, quantity: number, unitCost: string): Promise<number> =>
  plant.post('receipt', `MILK ${lot}`, quantity, on(7), { unitCost });
const worth = async (plant: HeldPlant, parameters: object): Promise<string[]> =>
  said((await sectionsOf(plant, 'stockValue', { product: 'MILK', per: 'lot', ...parameters }))[0], 'unit', 'value');
const listed = async (plant: HeldPlant): Promise<string[]> =>
  (await plant.ask('movements.listBalances', { product: 'MILK', limit: 50 })).rows.map(
    ({ lot, value }) => `${lot} ${value}`,
  );

describe('the value of stock', () => {
  it('is by lot, average or standard cost as the product, its category or the site says, from a day on', async () => {
    await using plant = await buildHeldPlant();
    await receive(plant, 'M1', 10, '5');
    await receive(plant, 'M2', 5, '3');
    await plant.post('shipment', 'MILK M1', 5, on(8));
    expect(await worth(plant, {})).toEqual(['M1 25 ', 'M2 15 ']);
    await say(plant, { level: 'site', code: '', value: 'average' });
    expect(await worth(plant, {})).toEqual(['M1 21.6667 ', 'M2 21.6667 ']);
    expect(await listed(plant)).toEqual(['M1 21.6667', 'M2 21.6667']);
    await say(plant, { value: 'standard', validFrom: '2026-06-03' });
    await say(plant, { setting: 'standardCost', value: '2.75', validFrom: '2026-06-05' });
    // 2.5 is what the product says itself.
    expect(await worth(plant, { asOf: '2026-06-03' })).toEqual(['M1 12.5 ', 'M2 12.5 ']);
    expect(await worth(plant, { asOf: '2026-06-05' })).toEqual(['M1 13.75 ', 'M2 13.75 ']);
    // The day before anything was said it was by lot, and before the shipment there was more.
    expect(await worth(plant, { asOf: '2026-05-31' })).toEqual(['M1 25 ', 'M2 15 ']);
    expect(await worth(plant, { asOf: '2026-01-07' })).toEqual(['M1 50 ', 'M2 15 ']);
    const [section] = await sectionsOf(plant, 'stockValue', { product: 'MILK', asOf: '2026-06-02' });
    expect(said(section, 'method', 'quantity', 'cost', 'value')).toEqual(['average 10 kg 4.3333  43.3333 ']);
    expect(plant.verify().ok).toBe(true);
  });

  it('does not change where a lot is split and merged, to the last place', async () => {
    await using plant = await buildHeldPlant();
    await plant.post('receipt', 'OIL M1', 3, on(7), { unitCost: '0.3333' });
    await plant.post('receipt', 'OIL M2', 7, on(7), { unitCost: '1.0001' });
    const sum = async () => said((await sectionsOf(plant, 'stockValue', { product: 'OIL' }))[0], 'value');
    const before = await sum();
    const of = { product: 'OIL', location: 'STORE' };
    const rows = [{ lot: 'M3', quantity: '0.777777' }];
    await plant.ask('lots.split', { ...of, lot: 'M2', status: 'A', rows });
    const named = ['M1', 'M3'].map((lot) => ({ lot, status: 'A' }));
    await plant.ask('lots.merge', { ...of, rows: named, lot: 'M4' });
    const lots = (await worth(plant, { product: 'OIL' })).filter((row) => row.startsWith('M'));
    expect(lots).toEqual(['M2 6.2228 ', 'M4 1.7778 ']);
    expect(await sum()).toEqual(before);
  });

  it('is asked at the door: a cost is of goods that come in', async () => {
    await using plant = await buildHeldPlant();
    await receive(plant, 'M1', 1, '0');
    expect(await listed(plant)).toEqual(['M1 0']);
    const { stock } = await plant.ask('dossier.get', { product: 'MILK', lot: 'M1' });
    expect(stock.map(({ unitCost }) => unitCost)).toEqual(['0']);
    for (const [kind, unitCost] of [
      ['shipment', '1'],
      ['receipt', '-1'],
      ['receipt', '1.23456'],
    ] as const)
      expect((await refusalOf(plant.post(kind, 'MILK M1', 1, on(9), { unitCost }))).code, unitCost).toBe('VALIDATION');
  });
});

describe('a quantity that is posted', () => {
  it('may be typed in what its product is packed in, whatever the movement', async () => {
    await using plant = await buildHeldPlant();
    await change(plant, 'CAKE', { packUnits: 'case = 12; pallet = 480' });
    await plant.postAll([
      ['receipt', 'CAKE K9', '2 Pallet', on(7)],
      ['transfer', 'CAKE K9', '3 case', on(8)],
      ['shipment', 'CAKE K9', '1.5case', on(9)],
      ['scrap', 'CAKE K9', '0.5 case', on(10)],
      ['adjustment', 'CAKE K9', '1 EA', on(11), { from: 'STORE', to: '', status_from: 'A', status: '' }],
    ]);
    const { rows } = await plant.ask('movements.list', { unit: { product: 'CAKE', lot: 'K9' }, limit: 10 });
    expect(rows.map(({ quantity }) => quantity)).toEqual(['1', '6', '18', '36', '960']);
  });

  it.each([
    ['3 crate', 'CAKE K9', 'NOT_FOUND', 'There is no crate of CAKE. Choose of: EA, case.'],
    ['3 case', 'OIL O1', 'NOT_FOUND', 'There is no case of OIL. Choose of: kg.'],
    ['0.0000001 case', 'CAKE K9', 'VALIDATION', 'Write a number with a dot'],
    ['0.000001 half', 'SALT', 'VALIDATION', '0.000001 half of SALT is more decimals than there are. Type it in kg.'],
    ['0 case', 'CAKE K9', 'VALIDATION', 'The quantity must be above zero.'],
    ['case', 'CAKE K9', 'VALIDATION', 'Write a number with a dot'],
    ['3 case', 'NONE', 'NOT_FOUND', 'There is no product NONE.'],
  ])('is refused as %s of %s: %s', async (quantity, goods, code, text) => {
    await using plant = await buildHeldPlant();
    await change(plant, 'CAKE', { packUnits: 'case = 12' });
    await change(plant, 'SALT', { packUnits: 'half = 0.5' });
    const refusal = await refusalOf(
      plant.ask('movements.post', { movements: [posted('receipt', goods, quantity, on(7))] }),
    );
    expect([refusal.code, refusal.message]).toEqual([code, expect.stringContaining(text)]);
  });
});
