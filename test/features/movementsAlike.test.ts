import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { on, posted } from '../support/plantTables.ts';

describe('a new code that looks like another one', () => {
  it('is posted and told, with its movement and column', async () => {
    await using plant = await buildPlantApp();
    const said = async (goods: string, kind: 'receipt' | 'output' = 'receipt') => {
      const { findings = [] } = await plant.ask('movements.post', { movements: [posted(kind, goods, 1, on(5))] });
      return findings.map(({ movement, column, code, message }) => [movement, column, code, message.split(',')[0]]);
    };
    for (const goods of ['OIL RO-19', 'OIL RB-19', 'OIL RO-20', 'PUMP #V-80', 'CHEESE K1/B-1', 'OIL K1', 'SALT'])
      expect(await said(goods), goods).toEqual([]);
    for (const goods of ['OIL RO-19', 'PUMP #V-81', 'CAKE RO-19', 'CHEESE K1/B-2', 'CHEESE K2/B1'])
      expect(await said(goods), goods).toEqual([]);
    for (const lot of ['R0-19', 'ro-19', 'RО-19', 'RO‑19', 'ＲO-19', 'RO19'])
      expect(await said(`OIL ${lot}`)).toEqual([
        [0, 'lot', 'DUPLICATE', expect.stringContaining(`Lot ${lot} of OIL looks like lot`)],
      ]);
    expect(await said('PUMP #V-8O')).toEqual([
      [0, 'serial', 'DUPLICATE', 'Serial V-8O of PUMP looks like serial V-80'],
    ]);
    expect(await said('CHEESE K1/b-1')).toEqual([
      [0, 'sublot', 'DUPLICATE', 'Sublot b-1 of CHEESE lot K1 looks like sublot B-1'],
    ]);
    const { findings } = await plant.ask('movements.post', {
      movements: [posted('receipt', 'OIL T41', 1, on(6)), posted('receipt', 'OIL T4I', 1, on(6))],
    });
    expect(findings).toMatchObject([{ movement: 1, column: 'lot', code: 'DUPLICATE' }]);
    expect(plant.verify().ok).toBe(true);
  });

  it('is told by its spelling in a product of many lots', async () => {
    await using plant = await buildPlantApp();
    const lots = Array.from({ length: 700 }, (_, at) => posted('receipt', `OIL N-${at + 1000}`, 1, on(5)));
    expect((await plant.ask('movements.post', { movements: lots })).findings).toBeUndefined();
    const { findings } = await plant.ask('movements.post', { movements: [posted('receipt', 'OIL n1699', 1, on(6))] });
    expect(findings).toMatchObject([{ column: 'lot', message: expect.stringContaining('lot N-1699') }]);
  });
});

describe('the work order and run of a posting', () => {
  const use = (workOrder: string, run = '') =>
    posted('consumption', 'OIL L1', 1, on(5), { work_order: workOrder, run });
  const make = (workOrder: string, run = '') => posted('output', 'CAKE C1', 1, on(6), { work_order: workOrder, run });

  it('are told where they look like others, on either side and in one command', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 100, on(1));
    const said = async (...movements: ReturnType<typeof posted>[]) => {
      const { findings = [] } = await plant.ask('movements.post', { movements });
      return findings.map(({ movement, column, code, message }) => [movement, column, code, message.split(',')[0]]);
    };
    expect(await said(use('ORD-7'), use('ORD-8', '1'), use('ORD-8', '2'), use('ORD-10', 'A'))).toEqual([]);
    expect(await said(make('ORD-7'), use('ORD-8', '1'), make('ORD-11'), use('ORD-7', 'B'))).toEqual([]);
    for (const other of ['ОRD-7', 'ord-7', 'ORD7', '0RD-7', 'ORD-007', 'ORD 7', 'ＯRD-7'])
      expect(await said(make(other)), other).toEqual([
        [0, 'workOrder', 'DUPLICATE', expect.stringMatching(`^Work order ${other} looks like work order .*7$`)],
      ]);
    expect(await said(make('ОRD-7'), use('ord-7'))).toEqual([]);
    for (const [other, run] of [
      ['01', '1'],
      ['١', '1'],
      ['a', 'A'],
      ['Α', 'A'],
    ] as const)
      expect((await said(make(run === 'A' ? 'ORD-10' : 'ORD-8', other)))[0], other).toEqual([
        ...[0, 'run', 'DUPLICATE'],
        expect.stringMatching(`^Run ${other} of ORD-(8|10) looks like run `),
      ]);
    expect(await said(use('NEW-1'), make('NEVV-2'), make('NEW1'))).toEqual([
      [2, 'workOrder', 'DUPLICATE', 'Work order NEW1 looks like work order NEW-1'],
    ]);
    expect(plant.verify().ok).toBe(true);
  });

  it('are told among thousands of work orders', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 1000, on(1));
    const orders = Array.from({ length: 900 }, (_, at) => use(`ORD-${at + 1000}`));
    expect((await plant.ask('movements.post', { movements: orders })).findings).toBeUndefined();
    expect((await plant.ask('movements.post', { movements: [make('ORD-1899')] })).findings).toBeUndefined();
    expect((await plant.ask('movements.post', { movements: [make('ORD-1900')] })).findings).toBeUndefined();
    for (const other of ['ОRD-1500', '0RD-1501', 'ORD-0001502', 'ord1503', 'ORD-15O4', 'ORD-I505', 'ÖRD-1506'])
      expect((await plant.ask('movements.post', { movements: [make(other)] })).findings, other).toMatchObject([
        { column: 'workOrder', message: expect.stringContaining('looks like work order ORD-150') },
      ]);
  });

  it('are told where one run made and the other used', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 100, on(1));
    const said = async (...movements: ReturnType<typeof posted>[]) =>
      (await plant.ask('movements.post', { movements })).findings?.map(({ movement, column, message }) => [
        ...[movement, column],
        message.split(':')[0],
      ]);
    expect(await said(use('A', '1'))).toBeUndefined();
    expect(await said(use('A', '2'), make('A', '2'))).toBeUndefined();
    expect(await said(make('A', '3'))).toEqual([
      [0, 'run', 'Run 3 of work order A made goods and used none, and run 1 used goods and made none'],
    ]);
    expect(await said(use('A', '3'), make('A', '1'))).toBeUndefined();
    expect(await said(make('B', '1'), make('B', '2'))).toBeUndefined();
    expect(await said(use('B', '3'))).toEqual([[0, 'run', expect.stringContaining('and run 3 used goods')]]);
    // What names no run belongs to each.
    expect(await said(use('C'), use('C', '1'), make('C', '2'))).toBeUndefined();
    // What was given back whole was not used.
    expect(await said(use('D', '1'))).toBeUndefined();
    expect(
      await said(posted('production-return', 'OIL L1', 1, on(6), { work_order: 'D', run: '1' }), make('D', '2')),
    ).toBeUndefined();
  });
});

describe('a range of serials', () => {
  it('is compared whole with those that look the same', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'PUMP #AО0003', 1, on(5));
    const { findings } = await plant.ask('movements.post', {
      movements: [posted('receipt', 'PUMP #AO0001..AO0005', 5, on(6))],
    });
    expect(findings).toMatchObject([
      { movement: 0, column: 'serial', message: expect.stringMatching(/^Serial AO0003/) },
    ]);
    const many = [
      posted('receipt', 'PUMP #K0001..K0600', 600, on(6)),
      posted('receipt', 'PUMP #K0601..K0999', 399, on(6)),
    ];
    expect((await plant.ask('movements.post', { movements: many })).findings).toBeUndefined();
    const further = [
      posted('receipt', 'PUMP #К0900..К1300', 401, on(7)),
      posted('shipment', 'PUMP #K0001..K0100', 100, on(8)),
    ];
    expect((await plant.ask('movements.post', { movements: further })).findings).toMatchObject([
      {
        movement: 0,
        column: 'serial',
        message: expect.stringMatching(/^Serial К0900 of PUMP looks like serial K0900/),
      },
    ]);
  });
});
