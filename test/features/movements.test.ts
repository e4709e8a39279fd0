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
