import { describe, expect, it } from 'vitest';
import type { Outputs } from '#shared/contract.ts';
import { buildDemoApp, buildPlantApp } from '../support/app.ts';
import { on, undoing, row } from '../support/plantTables.ts';
import { said, sectionsOf } from '../support/reportRows.ts';

describe('the report of stock as of a date', () => {
  it('is a plain recount of the movements, whenever they were entered', async () => {
    await using plant = await buildDemoApp('device');
    const movements: Outputs['movements']['list']['rows'] = [];
    for (;;) {
      const { rows, total } = await plant.ask('movements.list', { offset: movements.length, limit: 500 });
      movements.push(...rows);
      if (rows.length === 0 || movements.length >= total) break;
    }
    const days = [...new Set(movements.map(({ at }) => at.slice(0, 10)))].toSorted();
    const asOf = days[Math.floor(days.length / 2)] ?? '';
    // Goods keep their product when they get a name, so they are counted per product, status and location.
    const counted = new Map<string, number>();
    for (const { at, product, from, to, statusFrom, status, quantity } of movements) {
      if (at.slice(0, 10) > asOf) continue;
      const add = (location: string, letter: string, by: number): void => {
        const key = [product, letter, location].join(' ');
        if (location !== '') counted.set(key, Math.round(((counted.get(key) ?? 0) + by) * 1e6) / 1e6);
      };
      add(from, statusFrom, -Number(quantity));
      add(to, status, Number(quantity));
    }
    const lying = new Map<string, number>();
    for (const product of new Set(movements.map((one) => one.product))) {
      const [section] = await sectionsOf(plant, 'stockAsOf', { asOf, product });
      const quantities = said(section, 'quantity');
      for (const [at, key] of said(section, 'product', 'status', 'location').entries())
        lying.set(key, Math.round(((lying.get(key) ?? 0) + Number(quantities[at]?.split(' ')[0])) * 1e6) / 1e6);
      expect(section?.rows.length).toBeLessThan(200);
    }
    expect(lying.size).toBeGreaterThan(5);
    const present = (sums: ReadonlyMap<string, number>) => Object.fromEntries([...sums].filter(([, sum]) => sum !== 0));
    expect(present(lying)).toEqual(present(counted));
  });

  it('is of a product, a location and statuses where they are asked for', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MILK L1', 10, on(2), { status: 'Q' }],
      ['receipt', 'OIL O1', 3, on(2, '23:59'), { to: 'STORE2' }],
      ['receipt', 'OIL O2', 4, on(3, '00:00')],
    ]);
    const rows = async (parameters: object) =>
      said((await sectionsOf(plant, 'stockAsOf', { asOf: '2026-01-02', ...parameters }))[0], 'unit', 'quantity');
    expect(await rows({})).toEqual(['L1 10 kg', 'O1 3 kg']);
    expect(await rows({ product: 'OIL' })).toEqual(['O1 3 kg']);
    expect(await rows({ location: 'STORE' })).toEqual(['L1 10 kg']);
    expect(await rows({ status: ['A'] })).toEqual(['O1 3 kg']);
    expect(await rows({ asOf: '2026-01-01' })).toEqual([]);
  });
});

describe('the ledger of a serial', () => {
  it('has every movement of it, also those by which goods got it and those undone', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'PUMP #7', 1, on(2)],
      ['receipt', 'PUMP #8', 1, on(2)],
      ['transfer', 'PUMP #7', 1, on(3)],
      ['receipt', 'CHIP L1', 2, on(2)],
      ['shipment', 'CHIP L1 #7', 1, on(4)],
    ]);
    const [wrong = 0] = await plant.postAll([['scrap', 'PUMP #7', 1, on(5), { from: 'STORE2' }]]);
    await plant.ask('movements.reverse', { movements: [wrong], reason: 'Not broken' });
    const ledger = async (parameters: object) =>
      said(
        (await sectionsOf(plant, 'serialLedger', parameters))[0],
        'product',
        'serial',
        'kind',
        'from',
        'to',
        'partner',
      );
    expect(await ledger({ product: 'PUMP', serial: '7' })).toEqual([
      'PUMP 7 Receipt STORE S1',
      'PUMP 7 Transfer STORE STORE2',
      'PUMP 7 Scrap STORE2',
      'PUMP 7 Scrap STORE2',
    ]);
    expect(await ledger({ serial: '7' })).toHaveLength(5);
    expect(await ledger({ product: 'PUMP' })).toHaveLength(5);
    expect(await ledger({ product: 'CHIP' })).toEqual(['CHIP 7 Shipment STORE C1']);
    expect(await ledger({ serial: 'X' })).toEqual([]);
    const [section] = await sectionsOf(plant, 'serialLedger', { product: 'PUMP', serial: '7' });
    expect(said(section, 'undo').filter((text) => text !== '')).toEqual([String(wrong + 1), String(wrong)]);
  });
});

describe('the tree of lot splits', () => {
  it('leads down and up over work orders between lots of one product, and leaves out what was undone or given back', async () => {
    await using plant = await buildPlantApp();
    const consumed = row('consumption', 'MILK L5', 1, on(6), { id: 'C5', work_order: 'WO-9' });
    await plant.take({
      movements: [
        row('receipt', 'MILK L1', 100, on(2)),
        row('receipt', 'MILK L5', 5, on(2)),
        row('receipt', 'OIL O1', 5, on(2)),
        row('consumption', 'MILK L1', 60, on(3), { work_order: 'WO-1' }),
        row('consumption', 'OIL O1', 1, on(3), { work_order: 'WO-1' }),
        row('output', 'MILK L2', 22, on(3), { work_order: 'WO-1' }),
        row('output', 'MILK L3', 38, on(3), { work_order: 'WO-1' }),
        row('consumption', 'MILK L2', 22, on(4), { work_order: 'WO-2' }),
        row('output', 'MILK L4', 22, on(4), { work_order: 'WO-2' }),
        row('consumption', 'MILK L5', 5, on(5), { work_order: 'WO-3' }),
        row('production-return', 'MILK L5', 5, on(5, '09:00'), { work_order: 'WO-3' }),
        row('output', 'MILK L6', 5, on(5, '10:00'), { work_order: 'WO-3' }),
        consumed,
        undoing(consumed),
        row('output', 'MILK L7', 1, on(7), { work_order: 'WO-9' }),
      ],
    });
    const tree = async (lot: string) =>
      (await sectionsOf(plant, 'lotSplits', { product: 'MILK', lot })).map((section) =>
        said(section, 'level', 'parent', 'lot', 'quantity', 'document'),
      );
    expect(await tree('L1')).toEqual([['1 L1 L2 22 kg WO-1', '1 L1 L3 38 kg WO-1', '2 L2 L4 22 kg WO-2'], []]);
    expect(await tree('L4')).toEqual([[], ['1 L2 L4 22 kg WO-2', '2 L1 L2 22 kg WO-1']]);
    expect(await tree('')).toEqual([(await tree('L1'))[0], []]);
    expect(await tree('L6')).toEqual([[], []]);
    expect(await tree('L7')).toEqual([[], []]);
  });

  it('ends where lots were worked into one another in a ring', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'MILK L1', 10, on(2)),
        row('consumption', 'MILK L1', 5, on(3), { work_order: 'WO-1' }),
        row('output', 'MILK L2', 5, on(3), { work_order: 'WO-1' }),
        row('consumption', 'MILK L2', 5, on(4), { work_order: 'WO-2' }),
        row('output', 'MILK L1', 5, on(4), { work_order: 'WO-2' }),
      ],
    });
    const [down, up] = await sectionsOf(plant, 'lotSplits', { lot: 'L1' });
    expect([down, up].map((section) => said(section, 'level', 'parent', 'lot'))).toEqual([
      ['1 L1 L2', '2 L2 L1'],
      ['1 L2 L1', '2 L1 L2'],
    ]);
    expect((await sectionsOf(plant, 'lotSplits', {}))[0]?.rows.length).toBeGreaterThan(0);
  });
});

describe('the report of codes that look alike', () => {
  it('names pairs of each kind, lots and serials within their product', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      locations: [{ code: 'ST0RE', site: 'MAIN', kind: 'storage' }],
      movements: [
        row('receipt', 'MILK LO-1', 1, on(2)),
        row('receipt', 'MILK L0-1', 1, on(3)),
        row('receipt', 'CAKE LO-1', 1, on(3)),
        row('receipt', 'MILK L2', 1, on(3)),
        row('receipt', 'MILK L3', 1, on(3)),
      ],
    });
    const pairs = async (parameters: object) =>
      said((await sectionsOf(plant, 'lookAlikes', parameters))[0], 'kind', 'product', 'one', 'other');
    expect(await pairs({})).toEqual(['Location STORE ST0RE', 'Lot MILK LO-1 L0-1']);
    expect(await pairs({ product: 'CAKE' })).toEqual(['Location STORE ST0RE']);
  });
});
