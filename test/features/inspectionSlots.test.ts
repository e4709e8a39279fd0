import { describe, expect, it } from 'vitest';
import type { Slots } from '#shared/inspections/slots.ts';
import { codeOf, refusalOf } from '../support/app.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';

const slots: Slots = { kind: 'slots', by: 'none', n: 0, starts: [], isFirst: false };

/** An office where the filling of cake is inspected, one piece a slot. */
async function buildFilling(frequency: Slots): Promise<Inspected> {
  const office = await buildInspected();
  await office.plan(
    { ...weighed, samplings: { critical: '1', major: '1', minor: '1' } },
    { product: 'CAKE', operation: 'filling', frequency },
  );
  return office;
}

/** The clock comes to a time of the plant's day, and so many are booked as made. */
async function makes({ plant }: Inspected, time: string, quantity: number, status = 'A'): Promise<number> {
  const at = `2026-06-01T${time}:00Z`;
  plant.clock.set(at);
  return await plant.post('output', 'CAKE K9', quantity, at, { work_order: 'WO-9', run: '1', status });
}

const reads = async (office: Inspected, inspection: string, mass = '110') => {
  await office.readRow(0, [mass], 0, { inspection });
  return await office.readRow(1, ['ok'], 0, { inspection });
};

const stated = async (office: Inspected) =>
  (await office.list())
    .map(({ inspection, point, slot, state }) => [inspection, point, slot, state].join(' '))
    .toReversed();

describe('a run', () => {
  it('is inspected hour by hour: each hour has one inspection, and what was missed in a row is one gap', async () => {
    await using office = await buildFilling({ ...slots, by: 'hours', n: 1 });
    await makes(office, '08:00', 5);
    await makes(office, '08:05', 5);
    expect(await stated(office)).toEqual(['IN-1 filling 1 open']);
    expect(await office.get()).toMatchObject({
      ...{ workOrder: 'WO-9', run: '1', dueFrom: '2026-06-01T08:00:00Z', dueUntil: '2026-06-01T09:00:00Z' },
    });
    await reads(office, 'IN-1');
    await makes(office, '08:10', 5);
    await makes(office, '11:10', 5);
    expect(await stated(office)).toEqual(['IN-1 filling 1 decided', 'IN-2 filling 2 missed', 'IN-3 filling 4 open']);
    expect(await office.get('IN-2')).toMatchObject({
      ...{ dueFrom: '2026-06-01T09:00:00Z', dueUntil: '2026-06-01T11:00:00Z' },
      reason: 'Not inspected in time: 2 slots.',
    });
    // It is in the way of nothing, and decides on nothing.
    expect(await office.stock('CAKE', 'K9')).toBe('A 20');
    expect(await codeOf(office.decide('5', '0', { inspection: 'IN-3' }))).toBe('ILLEGAL_TRANSITION');
    expect(office.plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('has a reading in the slot of its time: not at its end any more, but a wrong one can be replaced', async () => {
    await using office = await buildFilling({ ...slots, by: 'hours', n: 1 });
    await makes(office, '08:00', 5);
    office.plant.clock.set('2026-06-01T08:59:59Z');
    await office.readRow(0, ['101']);
    office.plant.clock.set('2026-06-01T09:00:00Z');
    const { code, message } = await refusalOf(office.readRow(1, ['ok']));
    expect([code, message]).toEqual([
      'CONFLICT',
      'Slot 1 of work order WO-9 was over at 2026-06-01T09:00:00Z. What is read now belongs to the slot that is due now.',
    ]);
    await office.read([{ row: 0, piece: 0, typed: '110', before: '101', reason: 'misread' }]);
    await makes(office, '09:00', 5);
    expect(await stated(office)).toEqual(['IN-1 filling 1 missed', 'IN-2 filling 2 open']);
    expect((await office.get()).reason).toBe('1 of 2 readings were done in time.');
  });

  it('is inspected by what it made, and a booking over several slots leaves a gap', async () => {
    await using office = await buildFilling({ ...slots, by: 'quantity', n: 10 });
    await makes(office, '08:00', 9);
    expect(await stated(office)).toEqual([]);
    await makes(office, '08:10', 1);
    expect(await stated(office)).toEqual(['IN-1 filling 1 open']);
    await reads(office, 'IN-1');
    await makes(office, '08:20', 25);
    expect(await stated(office)).toEqual(['IN-1 filling 1 decided', 'IN-2 filling 2 missed', 'IN-3 filling 3 open']);
  });

  it('waits for its first piece also where that one was begun anew by a later version of the plan', async () => {
    await using office = await buildFilling({ ...slots, isFirst: true });
    await makes(office, '08:00', 1);
    await office.plan({ ...weighed, planVersion: 2, samplings: { critical: '1', major: '1', minor: '1' } }, null);
    await office.sign('inspections.startAnew', { inspection: 'IN-1', reinspection: 0 }, 'approved');
    expect((await refusalOf(makes(office, '08:10', 5))).message).toContain('is inspected in IN-2');
    await reads(office, 'IN-2');
    await makes(office, '08:20', 5);
    expect(await stated(office)).toEqual(['IN-1 filling first superseded', 'IN-2 filling first decided']);
  });

  it('makes nothing more before its first piece passed; one that failed is read again after setting up anew', async () => {
    await using office = await buildFilling({ ...slots, isFirst: true });
    await makes(office, '08:00', 1);
    const refused = async () => (await refusalOf(makes(office, '08:10', 5))).message;
    expect(await refused()).toBe(
      'The first piece of work order WO-9 is inspected in IN-1 by plan PL-1. Finish that before anything else of the run is made.',
    );
    await reads(office, 'IN-1', '99');
    expect(await refused()).toContain('did not pass inspection IN-1');
    await office.read([{ row: 0, piece: 0, typed: '110', before: '99', reason: 'set up anew' }]);
    expect((await office.get()).state).toBe('decided');
    await makes(office, '08:10', 5);
    await makes(office, '08:20', 5);
    expect(await stated(office)).toEqual(['IN-1 filling first decided']);
    // Another run has its own.
    await office.plant.post('output', 'CAKE K8', 1, '2026-06-01T08:20:00Z', { work_order: 'WO-9', run: '2' });
    expect(await stated(office)).toHaveLength(2);
  });
});
