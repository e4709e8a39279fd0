import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on, posted, row } from '../support/plantTables.ts';

type Movement = Parameters<typeof posted>;

/** What is refused, with which code, and that nothing was changed by it. */
async function refused(plant: TestApp, ...movement: Movement): Promise<string> {
  const before = plant.contentDigest();
  const code = await codeOf(plant.post(...movement));
  expect(plant.contentDigest()).toBe(before);
  return code;
}

describe('posting', () => {
  it('moves stock through every kind, and balances follow', async () => {
    await using plant = await buildPlantApp();
    const steps: [Movement, string[]][] = [
      [['opening', 'OIL L1', 10, on(1), { status: 'Q' }], ['OIL L1 @ STORE Q = 10']],
      [['status', 'OIL L1', 10, on(2)], ['OIL L1 @ STORE A = 10']],
      [
        ['transfer', 'OIL L1', 4, on(3)],
        ['OIL L1 @ STORE A = 6', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['receipt', 'OIL L1', 2.5, on(4)],
        ['OIL L1 @ STORE A = 8.5', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['consumption', 'OIL L1', 0.000001, on(5)],
        ['OIL L1 @ STORE A = 8.499999', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['production-return', 'OIL L1', 0.000001, on(6)],
        ['OIL L1 @ STORE A = 8.5', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['scrap', 'OIL L1', 0.5, on(7)],
        ['OIL L1 @ STORE A = 8', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['sample', 'OIL L1', 1, on(8)],
        ['OIL L1 @ STORE A = 7', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['adjustment', 'OIL L1', 1, on(9)],
        ['OIL L1 @ STORE A = 8', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['adjustment', 'OIL L1', 2, on(10), { from: 'STORE', status_from: 'A', to: '', status: '' }],
        ['OIL L1 @ STORE A = 6', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['supplier-return', 'OIL L1', 1, on(11)],
        ['OIL L1 @ STORE A = 5', 'OIL L1 @ STORE2 A = 4'],
      ],
      [['shipment', 'OIL L1', 5, on(12)], ['OIL L1 @ STORE2 A = 4']],
      [
        ['customer-return', 'OIL L1', 2, on(13), { status: 'Q' }],
        ['OIL L1 @ STORE Q = 2', 'OIL L1 @ STORE2 A = 4'],
      ],
      [
        ['output', 'OIL L2', 3, on(14)],
        ['OIL L1 @ STORE Q = 2', 'OIL L1 @ STORE2 A = 4', 'OIL L2 @ STORE A = 3'],
      ],
    ];
    for (const [movement, stock] of steps) {
      await plant.post(...movement);
      expect(await plant.stock(), JSON.stringify(movement)).toEqual(stock);
    }
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('refuses more than there is by the smallest step, and takes exactly what there is', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    expect(await refused(plant, 'shipment', 'OIL L1', '10.000001', on(6))).toBe('INSUFFICIENT_QTY');
    await plant.post('shipment', 'OIL L1', '10', on(6));
    expect(await plant.stock()).toEqual([]);
  });

  it('keeps lots, places and statuses apart', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    expect(await refused(plant, 'shipment', 'OIL L2', 1, on(6))).toBe('INSUFFICIENT_QTY');
    expect(await refused(plant, 'shipment', 'OIL', 1, on(6))).toBe('INSUFFICIENT_QTY');
    expect(await refused(plant, 'shipment', 'OIL L1', 1, on(6), { from: 'STORE2' })).toBe('INSUFFICIENT_QTY');
    expect(await refused(plant, 'shipment', 'OIL L1', 1, on(6), { status_from: 'A1' })).toBe('INSUFFICIENT_QTY');
  });

  it('judges a document as a whole: the sum of its rows counts, not each alone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    const before = plant.contentDigest();
    const { code, details, message } = await refusalOf(
      plant.postAll([
        ['shipment', 'OIL L1', 6, on(6)],
        ['shipment', 'OIL L1', 6, on(6), { document: 'DN-2' }],
      ]),
    );
    expect([code, details['movement']]).toEqual(['INSUFFICIENT_QTY', 1]);
    expect(message).toMatch(/^Movement 2: OIL lot L1 at STORE in status A would fall to -2/);
    expect(plant.contentDigest()).toBe(before);
  });

  it('lets what arrives and leaves in one instant balance, whatever the order of its rows', async () => {
    await using plant = await buildPlantApp();
    const ids = await plant.postAll([
      ['shipment', 'OIL L1', 5, on(5)],
      ['receipt', 'OIL L1', 5, on(5)],
    ]);
    expect(ids).toEqual([1, 2]);
    expect(await plant.stock()).toEqual([]);
    const before = plant.contentDigest();
    const later = plant.postAll([
      ['shipment', 'OIL L1', 5, on(6, '08:00')],
      ['receipt', 'OIL L1', 5, on(6, '08:01')],
    ]);
    expect(await codeOf(later)).toBe('INSUFFICIENT_QTY');
    expect(plant.contentDigest()).toBe(before);
  });

  it('happens now unless a time is given, and says so when it was entered late', async () => {
    await using plant = await buildPlantApp();
    plant.clock.set('2026-01-10T12:00:00Z');
    plant.clock.offset = 60;
    const { at: _at, ...now } = posted('receipt', 'OIL L1', 1, '');
    await plant.ask('movements.post', { movements: [now] });
    await plant.post('receipt', 'OIL L1', 1, '2026-01-09T11:59:59+00:00');
    await plant.post('receipt', 'OIL L1', 1, '2026-01-09T13:00:01+01:00');
    const { rows } = await plant.ask('movements.list', {});
    expect(rows.map(({ at, recordedAt, late }) => [at, recordedAt, late])).toEqual([
      ['2026-01-10T12:00:00Z', '2026-01-10T12:00:00Z', false],
      ['2026-01-09T12:00:01Z', '2026-01-10T12:00:00Z', false],
      ['2026-01-09T11:59:59Z', '2026-01-10T12:00:00Z', true],
    ]);
    expect(plant.rows('select offset_minutes from movement order by id')).toEqual([
      { offset_minutes: 60 },
      { offset_minutes: 0 },
      { offset_minutes: 60 },
    ]);
  });

  it('refuses a product, place or partner there is not', async () => {
    await using plant = await buildPlantApp();
    expect(await refused(plant, 'receipt', 'WINE L1', 1, on(5))).toBe('NOT_FOUND');
    expect(await refused(plant, 'receipt', 'MILK L1', 1, on(5), { to: 'CELLAR' })).toBe('NOT_FOUND');
    expect(await refused(plant, 'receipt', 'MILK L1', 1, on(5), { partner: 'S9' })).toBe('NOT_FOUND');
  });

  it('keeps no stock of a product whose stock is not managed, but its movements', async () => {
    await using plant = await buildPlantApp();
    await plant.post('consumption', 'POWER', 500, on(5));
    expect(await plant.stock()).toEqual([]);
    expect((await plant.ask('movements.list', { document: 'WO-1' })).rows).toMatchObject([
      { product: 'POWER', quantity: '500', unitOfMeasure: 'kWh' },
    ]);
    expect(plant.verify()).toMatchObject({ ok: true });
  });

  it('refuses a balance that could not be stored', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'SALT', '9007199254', on(5));
    expect(await refused(plant, 'receipt', 'SALT', '9007199254', on(6))).toBe('VALIDATION');
    expect(await plant.stock()).toEqual(['SALT @ STORE A = 9007199254']);
  });

  it('refuses released stock only where it is not, and expired stock to customers and production alone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 10, on(5), { status: 'Q' });
    expect(await refused(plant, 'shipment', 'MILK L1', 1, on(6), { status_from: 'Q' })).toBe('STATUS_FORBIDS');
    expect(await refused(plant, 'consumption', 'MILK L1', 1, on(6), { status_from: 'Q' })).toBe('STATUS_FORBIDS');
    await plant.post('status', 'MILK L1', 10, on(6));
    await plant.post('shipment', 'MILK L1', 1, on(15, '23:59'));
    expect(await refused(plant, 'shipment', 'MILK L1', 1, on(16, '00:00'))).toBe('EXPIRED_LOT');
    expect(await refused(plant, 'consumption', 'MILK L1', 1, on(16, '00:00'))).toBe('EXPIRED_LOT');
    await plant.post('transfer', 'MILK L1', 1, on(16), { to: 'QUAR', status: 'R' });
    await plant.post('supplier-return', 'MILK L1', 1, on(16));
    await plant.post('scrap', 'MILK L1', 7, on(16));
    expect(await plant.stock()).toEqual(['MILK L1 @ QUAR R = 1']);
  });

  it('counts the last day where the goods are, not in UTC', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK L1', 10, '2026-01-05T12:00:00-12:00');
    await plant.post('shipment', 'MILK L1', 1, '2026-01-15T23:59:00-12:00');
    expect(await refused(plant, 'shipment', 'MILK L1', 1, '2026-01-16T00:30:00-12:00')).toBe('EXPIRED_LOT');
    expect(await refused(plant, 'shipment', 'MILK L1', 1, '2026-01-16T12:30:00+14:00')).toBe('EXPIRED_LOT');
  });
});

describe('the codes that posting makes', () => {
  it('hold nothing that cannot be seen, and one kind of blank', async () => {
    await using plant = await buildPlantApp();
    const receive = (goods: object) => plant.post('receipt', 'OIL', 1, on(5), { lot: 'R', ...goods });
    const unseen = [
      '\u061c',
      '\u3164',
      '\u{e0041}',
      '\ufffe',
      '\u200b',
      '\u202e',
      '\u2800',
      '\ufe0f',
      '\ue000',
      '\u0378',
    ];
    for (const sign of unseen) {
      for (const field of ['lot', 'sublot', 'serial', 'document', 'line', 'equipment']) {
        const { code, details } = await refusalOf(receive({ [field]: `R${sign}1` }));
        expect([code, details['column']], `${JSON.stringify(sign)} as ${field}`).toEqual(['VALIDATION', field]);
      }
    }
    for (const lot of ['R 19', 'R\u00a019', 'R  19', ' R\u2007 \u300019\u00a0'])
      await receive({ lot, document: 'GRN\u202f 4' });
    expect(await plant.stock()).toEqual(['OIL R 19 @ STORE A = 4']);
    expect((await plant.ask('movements.list', { document: 'GRN 4' })).total).toBe(4);
    await receive({ lot: 'دفعة ۷' });
    expect(plant.verify().ok).toBe(true);
  });
});

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

describe('the list of movements', () => {
  it('is the life line of a unit, newest first, in pages', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK', 10, on(5), { to: 'DOCK' });
    await plant.post('put-away', 'MILK L1', 10, on(6));
    await plant.post('shipment', 'MILK L1', 2, on(7));
    await plant.post('receipt', 'MILK L2', 5, on(8));
    const lot = { product: 'MILK', lot: 'L1' };
    const all = await plant.ask('movements.list', { unit: lot });
    expect([all.total, all.rows.map(({ kind }) => kind)]).toEqual([2, ['shipment', 'put-away']]);
    const second = await plant.ask('movements.list', { unit: lot, offset: 1, limit: 1 });
    expect([second.total, second.rows.map(({ kind }) => kind)]).toEqual([2, ['put-away']]);
    const unnamed = await plant.ask('movements.list', { unit: { product: 'MILK' } });
    expect(unnamed.rows.map(({ kind }) => kind)).toEqual(['put-away', 'receipt']);
    expect((await plant.ask('movements.list', {})).total).toBe(4);
    expect(await codeOf(plant.ask('movements.list', { limit: 501 }))).toBe('VALIDATION');
  });

  it('of balances gives what stock is worth: by its receipt’s cost, else the standard cost', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [row('receipt', 'OIL L1', 3, on(5), { unit_cost: '1.3333' })] });
    await plant.post('receipt', 'OIL L2', 3, on(5));
    await plant.post('receipt', 'MILK L1', '0.000001', on(5));
    await plant.post('receipt', 'MILK L2', 4, on(5));
    const { rows } = await plant.ask('movements.listBalances', {});
    expect(rows.map(({ product, lot, value }) => [product, lot, value])).toEqual([
      ['MILK', 'L1', '0'],
      ['MILK', 'L2', '10'],
      ['OIL', 'L1', '3.9999'],
      ['OIL', 'L2', ''],
    ]);
  });
});

describe('the movements of a unit', () => {
  it('are narrowed to a work order and run, a partner, or the moments goods got a name', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(1), { partner: 'S1' });
    await plant.post('consumption', 'OIL L1', 1, on(2), { work_order: 'WO-1', run: '1' });
    await plant.post('consumption', 'OIL L1', 2, on(3), { work_order: 'WO-1', run: '2' });
    await plant.post('consumption', 'OIL L1', 3, on(4), { work_order: 'WO-1' });
    const asked = async (filter: object) => {
      const unit = { product: 'OIL', lot: 'L1' };
      const { rows, total } = await plant.ask('movements.list', { unit, ...filter });
      expect(total).toBe(rows.length);
      return rows.map(({ kind, quantity }) => `${kind} ${quantity}`);
    };
    expect(await asked({ workOrder: 'WO-1' })).toEqual(['consumption 3', 'consumption 2', 'consumption 1']);
    expect(await asked({ workOrder: 'WO-1', run: '2' })).toEqual(['consumption 3', 'consumption 2']);
    expect(await asked({ workOrder: 'WO-1', run: '' })).toEqual(['consumption 3']);
    expect(await asked({ kinds: ['receipt', 'output'] })).toEqual(['receipt 10']);
    expect(await asked({ partner: 'S1' })).toEqual(['receipt 10']);
    expect(await asked({ partner: 'NOBODY' })).toEqual([]);
    expect(await asked({ naming: true })).toEqual([]);
    expect(await codeOf(plant.ask('movements.list', { run: '1' }))).toBe('VALIDATION');
  });
});
