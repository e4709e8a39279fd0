import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/app.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';
import { signIn } from '../support/people.ts';

/** An office where lots of cake in stock are looked at every week; 50 of K1 came on the 26th of May. */
async function buildWeekly(): Promise<Inspected> {
  const office = await buildInspected();
  await office.plant.post('shipment', 'CAKE K2', 50, '2026-06-01T07:00:00Z');
  const weekly = { product: 'CAKE', operation: 'periodic', frequency: { kind: 'every', n: 1, of: 'weeks' } } as const;
  await office.plan({ ...weighed, samplings: { critical: '2', major: '2', minor: '2' } }, weekly);
  return office;
}

/** The clock comes to a day of June, which somebody says is right, and the daily job looks. */
async function comesTo({ plant }: Inspected, day: number): Promise<void> {
  const date = `2026-06-${String(day).padStart(2, '0')}`;
  plant.clock.set(`${date}T08:00:00Z`);
  plant.me = await signIn(plant, 'warehouse');
  plant.quality = await signIn(plant, 'qualityManager');
  await plant.ask('daily.confirmDay', { day: date }, { as: plant.quality });
  await plant.app.lookAtDay();
}

const stated = async (office: Inspected) =>
  (await office.list())
    .map(({ inspection, lot, slot, state }) => [inspection, lot, slot, state].join(' '))
    .toReversed();

/** By when the inspections that are open were to be done, as Today says it. */
const dueOf = async ({ plant }: Inspected) => {
  const today = new Date(plant.clock.moment / 1000).toISOString().slice(0, 10);
  const { groups } = await plant.ask('today.list', { today }, { as: plant.quality });
  return groups.flatMap(({ tasks }) => tasks.flatMap((task) => (task.kind === 'inspections' ? [task.due] : [])));
};

describe('goods in stock', () => {
  it('are due for their inspection by time on its day and not the day before, once', async () => {
    await using office = await buildWeekly();
    await comesTo(office, 1);
    expect(await stated(office)).toEqual([]);
    await comesTo(office, 2);
    expect(await stated(office)).toEqual(['IN-1 K1 2026-06-02 open']);
    expect(await office.get()).toMatchObject({
      ...{ point: 'periodic', statusFrom: 'A', quantity: '50', openedBy: 'daily job', wanted: 4 },
      ...{ dueFrom: '2026-06-02T00:00:00Z', dueUntil: '2026-06-09T00:00:00Z' },
    });
    const { seq } = office.plant.app.store.head();
    await office.plant.app.lookAtDay();
    const ask = { product: 'CAKE', lot: 'K1' };
    expect(await office.plant.ask('inspections.openDue', ask, { as: office.plant.quality })).toMatchObject({
      ...{ opened: [], missed: [] },
    });
    expect(await stated(office)).toHaveLength(1);
    expect(office.plant.app.store.head().seq).toBe(seq + 1);
    expect(office.plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('have the open one until it is done; the days it took are a gap that says so', async () => {
    await using office = await buildWeekly();
    await comesTo(office, 2);
    await comesTo(office, 8);
    expect(await dueOf(office)).toEqual(['']);
    await comesTo(office, 9);
    expect(await dueOf(office)).toEqual(['2026-06-08']);
    await comesTo(office, 16);
    expect(await stated(office)).toEqual(['IN-1 K1 2026-06-02 open']);
    await office.readRow(0, ['110', '111']);
    await office.readRow(1, ['ok', 'ok']);
    await office.decide('50', '0');
    expect(await office.stock('CAKE', 'K1')).toBe('A 50');
    await comesTo(office, 23);
    expect(await stated(office)).toEqual([
      'IN-1 K1 2026-06-02 decided',
      'IN-2 K1 2026-06-09 missed',
      'IN-3 K1 2026-06-23 open',
    ]);
    expect(await office.get('IN-2')).toMatchObject({
      ...{ dueFrom: '2026-06-09T00:00:00Z', dueUntil: '2026-06-23T00:00:00Z' },
      reason: 'Never opened: 2 due days until 2026-06-16.',
    });
    expect(await codeOf(office.readRow(0, ['110'], 0, { inspection: 'IN-2' }))).toBe('ILLEGAL_TRANSITION');
    expect(office.plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('whose program stood still for weeks have one to do and one gap', async () => {
    await using office = await buildWeekly();
    await comesTo(office, 24);
    expect(await stated(office)).toEqual(['IN-1 K1 2026-06-02 missed', 'IN-2 K1 2026-06-23 open']);
  });

  it('leave while it is open: what stays is looked at, and what left altogether was missed', async () => {
    await using office = await buildWeekly();
    await comesTo(office, 2);
    await office.plant.post('shipment', 'CAKE K1', 4, '2026-06-02T07:00:00Z');
    expect(await office.get()).toMatchObject({ state: 'open', gone: '4', pending: '46' });
    await office.plant.post('transfer', 'CAKE K1', 46, '2026-06-02T07:10:00Z', { from: 'STORE', to: 'STORE2' });
    expect(await office.get()).toMatchObject({ state: 'open', gone: '4', pending: '46' });
    await office.plant.post('shipment', 'CAKE K1', 46, '2026-06-02T07:20:00Z', { from: 'STORE2' });
    expect(await office.get()).toMatchObject({ state: 'missed', pending: '0' });
    await comesTo(office, 9);
    expect(await stated(office)).toHaveLength(1);
    expect(office.plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('stand in the way of nothing: more of the lot is released, and inspected for another reason', async () => {
    await using office = await buildWeekly();
    await comesTo(office, 2);
    await office.plant.post('receipt', 'CAKE K1', 2, '2026-06-02T07:00:00Z', { status: 'Q' });
    await office.sign(
      'lots.changeStatus',
      { product: 'CAKE', lot: 'K1', statusFrom: 'Q', statusTo: 'A', quantity: '2' },
      'released',
    );
    expect(await office.stock('CAKE', 'K1')).toBe('A 52');
    const open = { product: 'CAKE', lot: 'K1', status: 'A', quantity: '5', point: 'shipping', plan: 'PL-1' };
    await office.plant.ask('inspections.open', { ...open, reason: 'asked for' }, { as: office.plant.quality });
    // It is rejected where it lies, whatever else is looked at.
    await office.decide('0', '50');
    expect(await office.stock('CAKE', 'K1')).toBe('A 2, R 50');
  });
});

describe('a lot that is due for retest', () => {
  it('is inspected for it once the daily job put it into quarantine; accepted, it is tested', async () => {
    await using office = await buildInspected();
    const { plant } = office;
    await office.plan(weighed, { product: 'MILK', operation: 'retest' });
    // Milk is tested again five days after its receipt.
    await plant.post('receipt', 'MILK L7', 1, '2026-06-01T07:00:00Z');
    await comesTo(office, 5);
    expect(await office.list()).toEqual([]);
    await comesTo(office, 6);
    expect(await stated(office)).toEqual(['IN-1 L7  open']);
    expect(await office.get()).toMatchObject({
      point: 'retest',
      statusFrom: 'Q',
      quantity: '1',
      openedBy: 'daily job',
    });
    await office.readRow(0, ['110']);
    await office.readRow(1, ['ok']);
    await office.decide('1', '0');
    await comesTo(office, 7);
    expect(await office.stock('MILK', 'L7')).toBe('A 1');
    expect(await stated(office)).toEqual(['IN-1 L7  decided']);
  });
});
