import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on, type posted } from '../support/plantTables.ts';

type Movement = Parameters<typeof posted>;

/** What is refused, with which code, and that nothing was changed by it. */
async function refused(plant: TestApp, ...movement: Movement): Promise<string> {
  const before = plant.contentDigest();
  const code = await codeOf(plant.post(...movement));
  expect(plant.contentDigest()).toBe(before);
  return code;
}

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
    expect(plant.verify()).toMatchObject({ ok: true });
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
    expect(plant.verify()).toMatchObject({ ok: true });
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
    expect(plant.verify()).toMatchObject({ ok: true });
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
    expect(plant.verify()).toMatchObject({ ok: true });
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
