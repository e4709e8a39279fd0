import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outputs } from '#shared/contract.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { standardSettings } from '#shared/settings/standardSettings.ts';
import { buildDemoApp, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

type Balance = Outputs['movements']['listBalances']['rows'][number];
type Movement = Outputs['movements']['list']['rows'][number];

const inShort = ({ product, lot, serial, location, status, quantity }: Balance): string =>
  [product, lot, serial, location, status, quantity].filter((part) => part !== '').join(' ');

async function stock(plant: TestApp, question: object = {}): Promise<Balance[]> {
  const rows: Balance[] = [];
  for (;;) {
    const page = await plant.ask('movements.listBalances', { ...question, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
const inShortAt = async (plant: TestApp, asOf: string, question: object = {}): Promise<string[]> =>
  (await stock(plant, { ...question, asOf })).map(inShort);

async function journal(plant: TestApp, question: object = {}): Promise<Movement[]> {
  const rows: Movement[] = [];
  for (;;) {
    const page = await plant.ask('movements.list', { ...question, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

describe('stock as of a past moment', () => {
  it('is that after all movements up to then, the moment itself included', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MILK L1', 10, on(2), { status: 'Q' }],
      ['status', 'MILK L1', 10, on(3)],
      ['transfer', 'MILK L1', 4, on(4)],
      ['shipment', 'MILK L1', 6, on(5)],
    ]);
    expect(await inShortAt(plant, on(2, '07:59'))).toEqual([]);
    expect(await inShortAt(plant, on(2))).toEqual(['MILK L1 STORE Q 10']);
    expect(await inShortAt(plant, on(3))).toEqual(['MILK L1 STORE A 10']);
    expect(await inShortAt(plant, on(4))).toEqual(['MILK L1 STORE A 6', 'MILK L1 STORE2 A 4']);
    expect(await inShortAt(plant, on(4), { location: 'STORE2' })).toEqual(['MILK L1 STORE2 A 4']);
    expect(await inShortAt(plant, on(4), { location: 'NOWHERE' })).toEqual([]);
    expect(await inShortAt(plant, on(5))).toEqual(['MILK L1 STORE2 A 4']);
    // The page of the lot, and its life line, as of then.
    const milk = { product: 'MILK', lot: 'L1' };
    expect((await plant.ask('dossier.get', { ...milk, asOf: on(4) })).stock).toEqual([
      { location: 'STORE', kind: 'storage', status: 'A', quantity: '6', unitCost: '2.5', held: '' },
      { location: 'STORE2', kind: 'storage', status: 'A', quantity: '4', unitCost: '2.5', held: '' },
    ]);
    expect((await plant.ask('dossier.get', { ...milk, asOf: on(1) })).stock).toEqual([]);
    expect((await plant.ask('movements.list', { unit: milk, asOf: on(3) })).rows.map(({ kind }) => kind)).toEqual([
      'status',
      'receipt',
    ]);
  });

  it('counts what was entered late from when it happened, and what was undone until it was undone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL O1', 10, on(2));
    const shipped = await plant.post('shipment', 'OIL O1', 3, on(10));
    expect(await inShortAt(plant, '2026-01-06')).toEqual(['OIL O1 STORE A 10']);
    await plant.post('scrap', 'OIL O1', 2, on(5));
    expect(await inShortAt(plant, '2026-01-06')).toEqual(['OIL O1 STORE A 8']);
    await plant.ask('movements.reverse', { movements: [shipped], reason: 'Not loaded' });
    expect(await inShortAt(plant, '2026-01-10')).toEqual(['OIL O1 STORE A 5']);
    expect(await inShortAt(plant, '2026-12-31')).toEqual(['OIL O1 STORE A 8']);
  });

  it('takes goods that get a name out of those without, as of when they got it', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'OIL', 10, on(2)],
      ['assign', 'OIL O1', 4, on(3)],
      ['receipt', 'CHIP L1', 2, on(4)],
      ['shipment', 'CHIP L1 #7', 1, on(5)],
      ['receipt', 'POWER', 5, on(4)],
    ]);
    expect(await inShortAt(plant, on(2))).toEqual(['OIL STORE A 10']);
    expect(await inShortAt(plant, on(3))).toEqual(['OIL STORE A 6', 'OIL O1 STORE A 4']);
    expect(await inShortAt(plant, on(5), { product: 'CHIP' })).toEqual(['CHIP L1 STORE A 1']);
    // What has no stock lies nowhere.
    expect(await inShortAt(plant, on(9), { product: 'POWER' })).toEqual([]);
    expect(await inShortAt(plant, on(9))).toEqual((await stock(plant)).map(inShort));
  });

  it('means by a date its end in the zone of the site', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL O1', 1, on(2, '23:30'));
    expect(await inShortAt(plant, '2026-01-02')).toEqual(['OIL O1 STORE A 1']);
    const { administrator: as } = await setUpPeople(plant);
    await plant.ask('people.saveSettings', { ...standardSettings, timeZone: 'Europe/Vienna', reason: 'Here' }, { as });
    plant.me = as;
    expect(await inShortAt(plant, '2026-01-02')).toEqual([]);
    expect(await inShortAt(plant, '2026-01-03')).toEqual(['OIL O1 STORE A 1']);
    expect(await inShortAt(plant, '2026-01-03T00:30:00+01:00')).toEqual(['OIL O1 STORE A 1']);
    expect(await inShortAt(plant, '2026-01-03T00:29:59+01:00')).toEqual([]);
  });

  it('refuses what is neither a date nor a time with its offset, and a product there is none of', async () => {
    await using plant = await buildPlantApp();
    for (const asOf of ['yesterday', '2026-02-30', '2026-01-01T08:00', ''])
      expect(await codeOf(plant.send('movements.listBalances', { asOf }))).toBe('VALIDATION');
    expect(await codeOf(plant.send('movements.listBalances', { asOf: '2026-01-01', product: 'X' }))).toBe('NOT_FOUND');
    expect(await codeOf(plant.send('dossier.get', { asOf: '2026-01-01', product: 'MILK', lot: 'X' }))).toBe(
      'NOT_FOUND',
    );
  });

  it('is a plain recount of the movements of a whole plant, and at its end what the balances say', async () => {
    await using plant = await buildDemoApp('food');
    const all = await journal(plant);
    const unmanaged = (await plant.ask('products.list', { limit: 500 })).rows.filter((row) => !row.stockManaged);
    const kept = all.filter(({ product }) => !unmanaged.some(({ code }) => code === product));
    const moments = all.map(({ at }) => at).toSorted();
    const some = fc.sample(fc.constantFrom(...moments), { numRuns: 4, seed: 7 });
    for (const asOf of some) {
      const counted = new Map<string, bigint>();
      const add = (parts: readonly string[], quantity: bigint): void => {
        if (parts.at(-2) === '') return;
        const key = JSON.stringify(parts);
        counted.set(key, (counted.get(key) ?? 0n) + quantity);
      };
      // A movement says its second name alone, so goods that got one are counted per product, place and status.
      for (const { product, at, quantity, from, to, statusFrom, status } of kept.filter((row) => row.at <= asOf)) {
        add([product, from, statusFrom], -(parseQuantity(quantity) ?? 0n));
        add([product, to, status], parseQuantity(quantity) ?? 0n);
        expect(Date.parse(at)).not.toBeNaN();
      }
      const lying = new Map<string, bigint>();
      for (const { product, location, status, quantity } of await stock(plant, { asOf })) {
        const key = JSON.stringify([product, location, status]);
        lying.set(key, (lying.get(key) ?? 0n) + (parseQuantity(quantity) ?? 0n));
      }
      const said = (sums: ReadonlyMap<string, bigint>): string[] =>
        [...sums]
          .filter(([, sum]) => sum !== 0n)
          .map(([key, sum]) => `${key} ${formatQuantity(sum)}`)
          .toSorted();
      expect(said(lying)).toEqual(said(counted));
      expect(lying.size).toBeGreaterThan(0);
    }
    // Some goods were put on hold after the last movement.
    const last = '2100-01-01';
    for (const ordering of ['codePoint', 'natural'] as const)
      expect(await stock(plant, { asOf: last, ordering })).toEqual(await stock(plant, { ordering }));
  });
});
