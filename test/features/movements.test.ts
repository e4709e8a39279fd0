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
      expect(await plant.stock(), movement.join(' ')).toEqual(stock);
    }
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
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
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
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

describe('naming goods later', () => {
  it('a put-away names what the dock holds unnamed, and the unnamed goods are gone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK', 10, on(5), { to: 'DOCK' });
    await plant.post('put-away', 'MILK L1', 6, on(5, '09:00'));
    await plant.post('put-away', 'MILK L2', 4, on(5, '09:30'));
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 6', 'MILK L2 @ STORE A = 4']);
    expect(await refused(plant, 'put-away', 'MILK L3', 1, on(5, '10:00'))).toBe('INSUFFICIENT_QTY');
  });

  it('a put-away of a lot the dock does hold leaves the unnamed goods alone', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MILK', 10, on(5), { to: 'DOCK' });
    await plant.post('receipt', 'MILK L1', 5, on(5), { to: 'DOCK' });
    await plant.post('put-away', 'MILK L1', 5, on(6));
    expect(await plant.stock()).toEqual(['MILK @ DOCK A = 10', 'MILK L1 @ STORE A = 5']);
  });

  it('an assignment gives a lot to stock that has none, and never more than there is', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL', 10, on(5));
    expect(await refused(plant, 'assign', 'OIL L1', 11, on(6))).toBe('INSUFFICIENT_QTY');
    await plant.post('assign', 'OIL L1', 4, on(6));
    await plant.post('assign', 'OIL L2', 6, on(6), { status: 'Q' });
    expect(await plant.stock()).toEqual(['OIL L1 @ STORE A = 4', 'OIL L2 @ STORE Q = 6']);
    expect(await refused(plant, 'assign', 'OIL L1', 1, on(7))).toBe('INSUFFICIENT_QTY');
  });

  it('a serial of a group is named at put-away, not at the dock', async () => {
    await using plant = await buildPlantApp();
    expect(await refused(plant, 'receipt', 'PUMP #7', 1, on(5), { to: 'DOCK' })).toBe('VALIDATION');
    await plant.post('receipt', 'PUMP', 3, on(5), { to: 'DOCK' });
    const ids = await plant.postAll([['put-away', 'PUMP #A09..A11', 3, on(6)]]);
    expect(ids).toHaveLength(3);
    expect(await plant.stock()).toEqual([
      'PUMP #A09 @ STORE A = 1',
      'PUMP #A10 @ STORE A = 1',
      'PUMP #A11 @ STORE A = 1',
    ]);
    expect(await refused(plant, 'shipment', 'PUMP', 1, on(7))).toBe('VALIDATION');
    expect(await refused(plant, 'shipment', 'PUMP #A09', 2, on(7))).toBe('VALIDATION');
    await plant.post('shipment', 'PUMP #A09..A10', 2, on(7));
    expect(await plant.stock()).toEqual(['PUMP #A11 @ STORE A = 1']);
  });

  it('a serial named on issue leaves its lot’s stock, and comes back into it', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'CHIP L1', 3, on(5));
    expect(await refused(plant, 'receipt', 'CHIP L1 #9', 1, on(5))).toBe('VALIDATION');
    expect(await refused(plant, 'shipment', 'CHIP L1', 1, on(6))).toBe('VALIDATION');
    await plant.post('shipment', 'CHIP L1 #1', 1, on(6));
    await plant.post('consumption', 'CHIP L1 #2', 1, on(6));
    expect(await plant.stock()).toEqual(['CHIP L1 @ STORE A = 1']);
    expect(await refused(plant, 'shipment', 'CHIP L1 #1', 1, on(7))).toBe('SERIAL_IN_USE');
    expect(await refused(plant, 'shipment', 'CHIP L1 #2', 1, on(7))).toBe('SERIAL_IN_USE');
    await plant.post('customer-return', 'CHIP L1 #1', 1, on(8));
    await plant.post('production-return', 'CHIP L1 #2', 1, on(8));
    expect(await plant.stock()).toEqual(['CHIP L1 @ STORE A = 3']);
    await plant.post('shipment', 'CHIP L1 #1', 1, on(9), { partner: 'C2' });
    expect(await plant.stock()).toEqual(['CHIP L1 @ STORE A = 2']);
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('a serial belongs to one lot', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'CHIP L1', 3, on(5));
    await plant.post('receipt', 'CHIP L2', 3, on(5));
    await plant.post('shipment', 'CHIP L1 #1', 1, on(6));
    await plant.post('customer-return', 'CHIP L1 #1', 1, on(7));
    expect(await refused(plant, 'shipment', 'CHIP L2 #1', 1, on(8))).toBe('SERIAL_IN_USE');
  });
});

describe('a serial is in one place', () => {
  it.each(['MOTOR', 'PUMP'])(
    'and %s with the same number is refused while it is here or with a customer',
    async (product) => {
      await using plant = await buildPlantApp();
      await plant.post('receipt', `${product} #7`, 1, on(5));
      expect(await refused(plant, 'receipt', `${product} #7`, 1, on(6))).toBe('SERIAL_IN_USE');
      expect(await refused(plant, 'adjustment', `${product} #7`, 1, on(6), { to: 'STORE2' })).toBe('SERIAL_IN_USE');
      expect(await refused(plant, 'output', `${product} #7`, 1, on(6))).toBe('SERIAL_IN_USE');
      await plant.post('transfer', `${product} #7`, 1, on(6));
      await plant.post('shipment', `${product} #7`, 1, on(7), { from: 'STORE2' });
      expect(await refused(plant, 'receipt', `${product} #7`, 1, on(8))).toBe('SERIAL_IN_USE');
      expect(await refused(plant, 'output', `${product} #7`, 1, on(8))).toBe('SERIAL_IN_USE');
      await plant.post('customer-return', `${product} #7`, 1, on(9));
      expect(await plant.stock()).toEqual([`${product} #7 @ STORE A = 1`]);
      expect(await refused(plant, 'customer-return', `${product} #7`, 1, on(10))).toBe('SERIAL_IN_USE');
    },
  );

  it('twice in one document is refused, naming the row', async () => {
    await using plant = await buildPlantApp();
    const twice: Movement[] = [
      ['receipt', 'MOTOR #7', 1, on(5)],
      ['receipt', 'MOTOR #8', 1, on(5)],
      ['receipt', 'MOTOR #7', 1, on(5), { to: 'STORE2' }],
    ];
    const { code, details } = await refusalOf(plant.postAll(twice));
    expect([code, details]).toEqual(['SERIAL_IN_USE', { column: 'serial', movement: 2 }]);
    expect(await plant.stock()).toEqual([]);
  });

  it('is counted over entries made late too: received again while with a customer', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    await plant.post('shipment', 'MOTOR #7', 1, on(10));
    await plant.post('receipt', 'SALT', 1, on(25));
    expect(await refused(plant, 'receipt', 'MOTOR #7', 1, on(7))).toBe('SERIAL_IN_USE');
    expect(await refused(plant, 'receipt', 'MOTOR #7', 1, on(12))).toBe('SERIAL_IN_USE');
    await plant.post('customer-return', 'MOTOR #7', 1, on(12));
    expect(await refused(plant, 'shipment', 'MOTOR #7', 1, on(11))).toBe('INSUFFICIENT_QTY');
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE A = 1']);
  });

  it('is counted over entries made late too: issued twice', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'CHIP L1', 3, on(5));
    await plant.post('shipment', 'CHIP L1 #1', 1, on(10));
    await plant.post('receipt', 'SALT', 1, on(25));
    expect(await refused(plant, 'shipment', 'CHIP L1 #1', 1, on(8))).toBe('SERIAL_IN_USE');
    expect(await refused(plant, 'consumption', 'CHIP L1 #1', 1, on(12))).toBe('SERIAL_IN_USE');
    await plant.post('shipment', 'CHIP L1 #2', 1, on(12));
  });

  it('remembers where it is, whether it was sold before Lotline or after, over restarts', async () => {
    await using plant = await buildPlantApp();
    await plant.post('customer-return', 'MOTOR #7', 1, on(5));
    await plant.post('shipment', 'MOTOR #7', 1, on(6));
    expect(await refused(plant, 'receipt', 'MOTOR #7', 1, on(7))).toBe('SERIAL_IN_USE');
    await plant.reopen();
    expect(await refused(plant, 'receipt', 'MOTOR #7', 1, on(7))).toBe('SERIAL_IN_USE');
    await plant.post('customer-return', 'MOTOR #7', 1, on(8));
    expect(await plant.stock()).toEqual(['MOTOR #7 @ STORE A = 1']);
  });
});

describe('an entry made late', () => {
  it('is checked against every later balance', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    await plant.post('shipment', 'OIL L1', 8, on(10));
    await plant.post('receipt', 'OIL L1', 10, on(20));
    expect(await plant.stock()).toEqual(['OIL L1 @ STORE A = 12']);
    const { code, message } = await refusalOf(plant.post('shipment', 'OIL L1', 3, on(7)));
    expect(code).toBe('INSUFFICIENT_QTY');
    expect(message).toMatch(/would fall to -1 at 2026-01-10T08:00:00Z/);
    await plant.post('shipment', 'OIL L1', 2, on(7));
    expect(await refused(plant, 'shipment', 'OIL L1', 1, on(15))).toBe('INSUFFICIENT_QTY');
    expect(await refused(plant, 'shipment', 'OIL L1', 1, on(4))).toBe('INSUFFICIENT_QTY');
    await plant.post('receipt', 'OIL L1', 1, on(4));
    await plant.post('shipment', 'OIL L1', 1, on(15));
    expect(await plant.stock()).toEqual(['OIL L1 @ STORE A = 10']);
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('names goods as they lay at that time: a late delivery put away under its lot in one instant', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'SALT', 1, on(25));
    await plant.postAll([
      ['receipt', 'MILK', 10, on(5), { to: 'DOCK' }],
      ['put-away', 'MILK L1', 10, on(5)],
    ]);
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE A = 10']);
    await plant.postAll([
      ['receipt', 'MILK', 10, on(6), { to: 'DOCK' }],
      ['put-away', 'MILK L2', 6, on(6)],
      ['put-away', 'MILK L3', 4, on(6)],
    ]);
    expect(await plant.stock('MILK')).toEqual([
      'MILK L1 @ STORE A = 10',
      'MILK L2 @ STORE A = 6',
      'MILK L3 @ STORE A = 4',
    ]);
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
});

describe('reversing', () => {
  it('undoes exactly what was done, happens now, and leaves the first as it was', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL L1', 10, on(5));
    const id = await plant.post('shipment', 'OIL L1', 4, on(6));
    const [undo = 0] = (await plant.ask('movements.reverse', { movements: [id], reason: 'wrong customer' })).movements;
    expect(await plant.stock()).toEqual(['OIL L1 @ STORE A = 10']);
    const { rows } = await plant.ask('movements.list', { document: 'DN-1' });
    expect(
      rows.map(({ id: row, at, from, to, statusFrom, status, reason, reverses, reversedBy }) => ({
        row,
        at,
        from,
        to,
        statusFrom,
        status,
        reason,
        reverses,
        reversedBy,
      })),
    ).toEqual([
      {
        row: undo,
        at: '2026-06-01T12:00:00Z',
        from: '',
        to: 'STORE',
        statusFrom: '',
        status: 'A',
        reason: 'wrong customer',
        reverses: id,
        reversedBy: 0,
      },
      {
        row: id,
        at: on(6),
        from: 'STORE',
        to: '',
        statusFrom: 'A',
        status: '',
        reason: '',
        reverses: 0,
        reversedBy: undo,
      },
    ]);
  });

  it('happens once, and a reversal is not reversed', async () => {
    await using plant = await buildPlantApp();
    const id = await plant.post('receipt', 'OIL L1', 10, on(5));
    const [undo = 0] = (await plant.ask('movements.reverse', { movements: [id, id], reason: 'entered twice' }))
      .movements;
    const before = plant.contentDigest();
    for (const wrong of [id, undo]) {
      expect(await codeOf(plant.ask('movements.reverse', { movements: [wrong], reason: 'once more' }))).toBe(
        'ILLEGAL_TRANSITION',
      );
    }
    expect(await codeOf(plant.ask('movements.reverse', { movements: [99], reason: 'once more' }))).toBe('NOT_FOUND');
    for (const reason of ['', '  ', '.', 'x ']) {
      expect(await codeOf(plant.ask('movements.reverse', { movements: [id], reason }))).toBe('REASON_REQUIRED');
    }
    expect(plant.contentDigest()).toBe(before);
  });

  it('is refused where the goods have gone on', async () => {
    await using plant = await buildPlantApp();
    const id = await plant.post('receipt', 'OIL L1', 10, on(5));
    await plant.post('shipment', 'OIL L1', 4, on(6));
    expect(await codeOf(plant.ask('movements.reverse', { movements: [id], reason: 'never came' }))).toBe(
      'INSUFFICIENT_QTY',
    );
    expect(await plant.stock()).toEqual(['OIL L1 @ STORE A = 6']);
  });

  it('of a chain at once goes from its end to its beginning', async () => {
    await using plant = await buildPlantApp();
    const ids = await plant.postAll([
      ['receipt', 'MILK', 10, on(5), { to: 'DOCK' }],
      ['put-away', 'MILK L1', 10, on(6)],
      ['transfer', 'MILK L1', 10, on(7)],
    ]);
    await plant.ask('movements.reverse', { movements: ids, reason: 'another plant’s delivery' });
    expect(await plant.stock()).toEqual([]);
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('takes a name back where one was given', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'OIL', 10, on(5));
    const assigned = await plant.post('assign', 'OIL L1', 4, on(6));
    await plant.ask('movements.reverse', { movements: [assigned], reason: 'wrong lot' });
    expect(await plant.stock()).toEqual(['OIL @ STORE A = 10']);
    await plant.post('receipt', 'CHIP L1', 2, on(7));
    const issued = await plant.post('shipment', 'CHIP L1 #1', 1, on(8));
    await plant.ask('movements.reverse', { movements: [issued], reason: 'not sent' });
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 2']);
    const now = '2026-06-01T12:00:00Z';
    await plant.post('consumption', 'CHIP L1 #1', 1, now);
    const back = await plant.post('production-return', 'CHIP L1 #1', 1, now);
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 2']);
    await plant.ask('movements.reverse', { movements: [back], reason: 'it is in the board' });
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 1']);
    expect(await refused(plant, 'shipment', 'CHIP L1 #1', 1, now)).toBe('SERIAL_IN_USE');
    expect(await plant.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('puts a serial back where it was', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    const id = await plant.post('shipment', 'MOTOR #7', 1, on(6));
    await plant.ask('movements.reverse', { movements: [id], reason: 'not sent' });
    expect(await plant.stock()).toEqual(['MOTOR #7 @ STORE A = 1']);
    await plant.post('shipment', 'MOTOR #7', 1, '2026-06-01T12:00:00Z', { partner: 'C2' });
    expect(await plant.stock()).toEqual([]);
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
