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
    expect(plant.verify()).toMatchObject({ ok: true });
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
