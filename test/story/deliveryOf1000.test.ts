import { describe, expect, it } from 'vitest';
import { formatMoment } from '#shared/kernel/dates.ts';
import { refusalOf } from '../support/app.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';

/** What lies of the lot, and how its inspections stand: accepted, rejected, pending. */
async function standing(office: Inspected) {
  const inspections = await Promise.all((await office.list()).map(({ inspection }) => office.get(inspection)));
  return {
    stock: await office.stock('CAKE', 'K7'),
    inspections: inspections.map(({ inspection, state, accepted, rejected, pending }) =>
      [inspection, state, accepted, rejected, pending].join(' '),
    ),
  };
}

/** Each piece from the number on is weighed and looked at. */
async function readPieces(office: Inspected, masses: readonly string[], from = 0, inspection = 'IN-1') {
  await office.readRow(0, masses, from, { inspection });
  await office.readRow(
    1,
    masses.map(() => 'ok'),
    from,
    { inspection },
  );
}
const weighing = (count: number, mass = '110'): string[] => Array.from({ length: count }, () => mass);

describe('a delivery of 1,000', () => {
  it('is inspected by a plan that says why, released in parts as they are read, and not touched by another that fails', async () => {
    // S79, from frappe/erpnext#54048.
    await using office = await buildInspected();
    await office.plan({ ...weighed, plan: 'PL-0', name: 'Any cake' }, { product: 'CAKE' });
    await office.plan(weighed, { product: 'CAKE', supplier: 'S1' });

    await office.receive('CAKE K7', 1000);
    expect(await standing(office)).toEqual({ stock: 'Q 1000', inspections: ['IN-1 open 0 0 1000'] });
    expect(await office.get()).toMatchObject({
      ...{ plan: 'PL-1', wanted: 2000, why: { pattern: 'Plan for {0} of {1}' } },
    });
    const unread = await refusalOf(office.decide('1', '0'));
    expect(unread.message).toContain('0 of 2,000 readings are done');

    await readPieces(office, weighing(100));
    expect(await office.get()).toMatchObject({ done: 200, mayAccept: '100', mustReject: '0' });
    expect(await standing(office)).toEqual({ stock: 'Q 1000', inspections: ['IN-1 open 0 0 1000'] });
    const early = await refusalOf(office.decide('101', '0'));
    expect([early.code, early.message]).toEqual([
      'VALIDATION',
      '200 of 2,000 readings are done, so that 100 can be accepted by now. Do the rest first, or reject.',
    ]);
    expect(await office.decide('100', '0')).toMatchObject({ tranche: 1, pending: '900', isOver: false });
    expect(await standing(office)).toEqual({ stock: 'A 100, Q 900', inspections: ['IN-1 open 100 0 900'] });

    await readPieces(office, [...weighing(150), ...weighing(50, '121')], 100);
    expect(await office.get()).toMatchObject({ mayAccept: '150', mustReject: '50', proposal: 'open' });
    await office.decide('150', '50');
    expect(await standing(office)).toEqual({ stock: 'A 250, Q 700, R 50', inspections: ['IN-1 open 250 50 700'] });

    // What is accepted can go; what is pending or rejected cannot.
    const shipped = (status: string): Promise<unknown> =>
      office.plant.post('shipment', 'CAKE K7', 30, formatMoment(office.plant.clock.moment), { status_from: status });
    await shipped('A');
    for (const status of ['Q', 'R']) expect((await refusalOf(shipped(status))).code, status).toBe('STATUS_FORBIDS');
    expect(await standing(office)).toEqual({ stock: 'A 220, Q 700, R 50', inspections: ['IN-1 open 250 50 700'] });

    await office.receive('CAKE K7', 40);
    expect(await standing(office)).toEqual({
      ...{ stock: 'A 220, Q 740, R 50', inspections: ['IN-2 open 0 0 40', 'IN-1 open 250 50 700'] },
    });
    await readPieces(office, weighing(40, '99'), 0, 'IN-2');
    expect(await office.get('IN-2')).toMatchObject({ mayAccept: '0', mustReject: '40' });
    expect((await refusalOf(office.decide('40', '0', { inspection: 'IN-2' }))).details['field']).toBe('isOverride');
    await office.decide('0', '40', { inspection: 'IN-2' });
    expect(await standing(office)).toEqual({
      stock: 'A 220, Q 700, R 90',
      inspections: ['IN-2 decided 0 40 0', 'IN-1 open 250 50 700'],
    });

    await readPieces(office, weighing(700), 300);
    await office.decide('700', '0');
    expect(await standing(office)).toEqual({
      ...{ stock: 'A 920, R 90', inspections: ['IN-2 decided 0 40 0', 'IN-1 decided 950 50 0'] },
    });
    expect((await office.get()).decisions.map((one) => [one.tranche, one.accepted, one.rejected])).toEqual([
      [1, '100', '0'],
      [2, '150', '50'],
      [3, '700', '0'],
    ]);
    expect(office.plant.verify().ok).toBe(true);
  });
});
