import { expect, it } from 'vitest';
import { buildInspected, weighed } from '../support/inspected.ts';
import { signIn } from '../support/people.ts';
import { planWritten } from '../support/planRows.ts';

const rows = [
  { balloon: '1', name: 'Mass', specification: '100–120', unit: 'g' },
  { balloon: '2', name: 'Height', specification: '40–60', unit: 'mm' },
];
const stricter = [rows[0] ?? {}, { balloon: '2', name: 'Height', specification: '45–60', unit: 'mm' }];
const samplings = { critical: '3', major: '3', minor: '3' };
const one = { critical: '1', major: '1', minor: '1' };
const plan = { ...weighed, plan: 'PL-C', samplings };

/** An open inspection of 20, with readings of three pieces in both rows; its plan has version 2 since. */
async function buildFormer() {
  const office = await buildInspected();
  await office.plan({ ...plan, rows });
  await office.receive('CAKE C1', 20);
  await office.readRow(0, ['110', '111', '99']);
  await office.readRow(1, ['50', '51', '52']);
  await office.plan({ ...plan, rows: stricter, planVersion: 2, version: 0 }, null);
  return office;
}

const stands = async (office: Awaited<ReturnType<typeof buildInspected>>, stand: string) =>
  (await office.list({ planStand: [stand] })).map(({ inspection, planVersion }) => `${inspection} ${planVersion}`);

it('an inspection by a former version is listed, goes on with a reason, and is listed anew once another version is in force', async () => {
  await using office = await buildFormer();
  expect(await stands(office, 'superseded')).toEqual(['IN-1 1']);
  expect((await office.get()).former).toEqual({ now: 2, keptReason: '', readings: 6, carried: 3, rowsAnew: ['2'] });
  expect(await office.plant.ask('inspections.onFormer', { plan: 'PL-C' })).toMatchObject({
    total: 1,
    inspections: [{ inspection: 'IN-1', planVersion: 1, now: 2, lot: 'C1', isPartDecided: false }],
  });
  const keep = { inspection: 'IN-1', reinspection: 0, planVersion: 1, reason: 'Agreed with the supplier' };
  const as = office.plant.quality;
  await expect(office.plant.ask('inspections.keepPlan', keep, { as })).rejects.toThrow(/Version 2 of plan PL-C/);
  await office.plant.ask('inspections.keepPlan', { ...keep, planVersion: 2 }, { as });
  expect(await stands(office, 'kept')).toEqual(['IN-1 1']);
  expect(await office.get()).toMatchObject({ state: 'open', planVersion: 1, former: { keptReason: keep.reason } });
  await office.plan({ ...plan, rows, planVersion: 3, version: 0 }, null);
  expect(await stands(office, 'superseded')).toEqual(['IN-1 1']);
});

it('begun anew, readings of unchanged rows come over with who read them; the others stay with the first, which is over', async () => {
  await using office = await buildFormer();
  await office.sign('inspections.startAnew', { inspection: 'IN-1', reinspection: 0 }, 'approved');
  const [first, second] = [await office.get('IN-1'), await office.get('IN-2')];
  expect(first).toMatchObject({ state: 'superseded', followedBy: 'IN-2', done: 6, pending: '0', former: null });
  expect(second).toMatchObject({
    ...{ state: 'open', carriedFrom: 'IN-1', planVersion: 2, pending: '20', done: 3, wanted: 6, former: null },
    ...{ drawn: first.drawn, nonconforming: [2], document: first.document },
  });
  expect(second.rows.map(({ readings }) => readings.map(({ value }) => value))).toEqual([['110', '111', '99'], []]);
  expect(second.rows[0]?.readings[0]).toMatchObject({ readBy: 'inspector', carriedFrom: 'IN-1' });
  // What is pending is pending once, and is decided in the new one alone.
  await expect(office.decide('20', '0')).rejects.toThrow(/began anew in its place/);
  await expect(office.read([{ row: 1, piece: 0, typed: '50' }])).rejects.toThrow(/began anew in its place/);
  await office.readRow(1, ['50', '51', '52'], 0, { inspection: 'IN-2' });
  await office.decide('0', '20', { inspection: 'IN-2' });
  expect(await office.stock('CAKE', 'C1')).toBe('R 20');
  await expect(
    office.sign('inspections.startAnew', { inspection: 'IN-1', reinspection: 0 }, 'approved'),
  ).rejects.toThrow(/IN-2 took its place already/);
});

it('what is decided in part, or has no other version, is not begun anew; nor by whoever read, where the plan forbids it', async () => {
  await using office = await buildInspected();
  const anew = (inspection: string) =>
    office.sign('inspections.startAnew', { inspection, reinspection: 0 }, 'approved');
  await office.plan({ ...plan, ...weighed, isDecidedByAnother: true });
  await office.receive('CAKE C1', 2);
  await office.receive('CAKE C2', 2);
  await expect(anew('IN-1')).rejects.toThrow(/No other version than 1/);
  await office.decide('0', '1');
  await office.read([{ row: 0, piece: 0, typed: '110' }], { inspection: 'IN-2' }, office.plant.quality);
  await office.plan({ ...plan, ...weighed, planVersion: 2, version: 0 }, null);
  await expect(anew('IN-1')).rejects.toThrow(/Part of it is decided/);
  await expect(anew('IN-2')).rejects.toThrow(/readings of their own/);
  const inspector = await signIn(office.plant, 'inspector');
  await expect(
    office.plant.ask(
      'inspections.keepPlan',
      { inspection: 'IN-2', reinspection: 0, planVersion: 2, reason: 'why not' },
      { as: inspector },
    ),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('what is inspected again stays so when it begins anew, and needs two to be released', async () => {
  await using office = await buildInspected();
  await office.plan({ ...plan, rows, samplings: one });
  await office.receive('CAKE C1', 4);
  await office.decide('0', '4');
  await office.sign('inspections.reinspect', { inspection: 'IN-1', reinspection: 0 }, 'performed');
  await office.plan({ ...plan, rows: stricter, samplings: one, planVersion: 2, version: 0 }, null);
  await office.sign('inspections.startAnew', { inspection: 'IN-1', reinspection: 1 }, 'approved');
  expect(await office.get('IN-1', 1)).toMatchObject({ state: 'superseded', followedBy: 'IN-1/2' });
  expect(await office.get('IN-1')).toMatchObject({
    reinspection: 2,
    state: 'open',
    pending: '4',
    openedAt: expect.any(String),
  });
  for (const row of [0, 1]) await office.readRow(row, [row === 0 ? '110' : '50'], 0, { reinspection: 2 });
  await expect(office.decide('4', '0', { reinspection: 2 })).rejects.toThrow(/witness|second person/i);
});

it('the last readings by a plan are held against the limits of the version that is asked for, drafts too', async () => {
  await using office = await buildFormer();
  const last = async (planVersion: number) =>
    (await office.plant.ask('inspections.planReadings', { plan: 'PL-C', planVersion })).rows.map(
      ({ balloon, limits, inspections, outside, values }) =>
        `${balloon} ${limits.lower}–${limits.upper}: ${values.map(({ value }) => value).join(' ')}; ${outside} of ${inspections}`,
    );
  expect(await last(1)).toEqual(['1 100–120: 110 111 99; 1 of 1', '2 40–60: 50 51 52; 0 of 1']);
  const draft = {
    ...weighed,
    samplings,
    rows: [
      { ...rows[0], specification: '90–99' },
      { ...rows[1], unit: 'cm' },
    ],
  };
  await office.plant.ask('inspections.writePlan', planWritten({ ...draft, plan: 'PL-C', planVersion: 3, version: 0 }), {
    as: office.plant.quality,
  });
  // A height in other units is another one.
  expect(await last(3)).toEqual(['1 90–99: 110 111 99; 1 of 1']);
});
