import { describe, expect, it } from 'vitest';
import type { ReportCell } from '#shared/kernel/reportModel.ts';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { changePartner } from '../support/partners.ts';
import { addPerson, confirm, type People, setUpAdministrator, setUpPeople, signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

/** Of each section what it names, its gap in words, and how much is in it. */
async function gapsOf(plant: TestApp): Promise<ReportCell[][][]> {
  const { report } = await plant.ask('reports.preview', { report: 'setUpGaps', parameters: {}, rows: 100 });
  return report.sections.map(({ rows, columns }) => {
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    const shown = ['product', 'gap', 'partner', 'right', 'count'].map(at).filter((place) => place >= 0);
    return rows.map((row) => shown.map((place) => row[place] ?? null));
  });
}

/** Where a row that names something is mended. */
async function mendingOf(plant: TestApp, named: string): Promise<ReportCell | undefined> {
  const { report } = await plant.ask('reports.preview', { report: 'setUpGaps', parameters: {}, rows: 100 });
  const [found] = report.sections.flatMap(({ rows, columns }) =>
    rows.filter((row) => row.includes(named)).map((row) => row[columns.findIndex(({ key }) => key === 'mend')]),
  );
  return found;
}

type Change = Inputs['products']['edit']['change'];
const edit = (plant: TestApp, people: People, version: number, change: Change) =>
  plant.ask(
    'products.edit',
    { code: 'MILK', version, change, reason: 'a new recipe', signature: signature('qualityManager', 'approved') },
    { as: people.qualityManager },
  );

describe('the gaps in the set-up', () => {
  it('are none where everything is set up, also of what nothing is made with', async () => {
    await using plant = await buildPlantApp();
    plant.me = (await setUpPeople(plant)).viewer;
    expect(await gapsOf(plant)).toEqual([[], [], [], []]);
  });

  it('name goods without lots that went into an order, and customers whom nobody can call', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'SALT', 10, on(7)],
      ['receipt', 'OIL L1', 5, on(7)],
    ]);
    // Lying here and bought, it breaks no trace.
    expect(await gapsOf(plant)).toEqual([[], [], [], []]);
    await plant.postAll([
      ['consumption', 'SALT', 5, on(8)],
      ['consumption', 'OIL L1', 1, on(8)],
      ['shipment', 'OIL L1', 4, on(9)],
    ]);
    expect(await gapsOf(plant)).toEqual([[['SALT', 'Made or used up without lot or serial', 1]], [['C1', 1]], [], []]);
  });

  it('are none of what was posted by mistake and undone', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'SALT', 10, on(7)],
      ['receipt', 'OIL L1', 5, on(7)],
    ]);
    const mistaken = await plant.postAll([
      ['consumption', 'SALT', 5, on(8)],
      ['shipment', 'OIL L1', 4, on(8)],
    ]);
    expect(await gapsOf(plant)).not.toEqual([[], [], [], []]);
    await plant.ask('movements.reverse', { movements: mistaken, reason: 'mistyped' });
    expect(await gapsOf(plant)).toEqual([[], [], [], []]);
  });

  it('are none of sublots that have the dates of their lot, nor of what is rejected', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'CHEESE', lot: 'L1', expires_on: '2026-06-01' }] });
    await plant.post('receipt', 'CHEESE L1/S1', 5, on(7));
    await plant.post('receipt', 'CHEESE L2/S1', 5, on(7), { status: 'R' });
    expect(await gapsOf(plant)).toEqual([[], [], [], []]);
    await plant.post('receipt', 'CHEESE L3/S1', 5, on(7));
    expect(await gapsOf(plant)).toEqual([[['CHEESE', 'Lots in stock without a last day', 1]], [], [], []]);
  });

  it('name what the job of the day would never do', async () => {
    await using plant = await buildPlantApp();
    const people = await setUpPeople(plant);
    plant.me = people.viewer;
    const receive = (lot: string, day: number) =>
      plant.postAll([['receipt', `MILK ${lot}`, 5, on(day)]], { as: people.warehouse });
    const spans = { shelfLifeDays: null, useByDays: null, retestDays: null };
    await edit(plant, people, 1, spans);
    await receive('UNDATED', 7);
    // A product that never had a last day has no gap.
    expect(await gapsOf(plant)).toEqual([[], [], [], []]);
    // One day before the last one a retest still comes in time.
    await edit(plant, people, 2, { useByDays: 12, retestDays: 11 });
    await receive('DATED', 8);
    expect(await gapsOf(plant)).toEqual([[['MILK', 'Lots in stock without a last day', 1]], [], [], []]);
    await edit(plant, people, 3, { retestDays: 12, expiryStatus: '', retestStatus: '' });
    const [products] = await gapsOf(plant);
    expect(products).toEqual([
      ['MILK', 'Lots in stock without a last day', 1],
      ['MILK', 'Shelf life without a status once expired', 0],
      ['MILK', 'Retest without a status once due', 0],
      ['MILK', 'Retest not before the last day', 0],
    ]);
  });

  it('name lots without a capacity where others of their category have one, unless that is what the product says', async () => {
    await using plant = await buildHeldPlant();
    const edit = async (code: string, change: object) => {
      const { version } = await plant.ask('products.get', { code });
      const signed = { as: plant.quality, signature: signature('qualityManager', 'approved') };
      await signAs(plant, 'products.edit', { code, version, change, reason: 'tanks' }, signed);
    };
    const named = async () =>
      ((await gapsOf(plant))[0] ?? []).filter(
        ([, gap]) => gap === 'No capacity of a lot, as others of its category have',
      );
    for (const code of ['OIL', 'CHEESE', 'SALT', 'PUMP']) await edit(code, { category: 'FOOD' });
    expect(await named()).toEqual([]);
    await edit('OIL', { lotCapacity: '500' });
    expect((await named()).map(([code]) => code)).toEqual(['CHEESE']);
    await signAs(
      plant,
      'products.saveSetting',
      {
        ...{ level: 'product', code: 'CHEESE', setting: 'lotCapacity', value: 'none', validFrom: '2026-06-01' },
        reason: 'wheels',
      },
      { as: plant.quality, signature: signature('qualityManager', 'approved') },
    );
    expect(await named()).toEqual([]);
  });

  it('name the rights that nobody has, once there are people', async () => {
    await using plant = await buildPlantApp();
    plant.me = await setUpAdministrator(plant);
    const [, , , rights] = await gapsOf(plant);
    expect(rights).toContainEqual(['Make usage decisions']);
    expect(rights).not.toContainEqual(['Administer people']);
  });

  it('name approvals of suppliers that run out, as do the calendar and the day of whoever approves them', async () => {
    await using plant = await buildHeldPlant();
    const approve = (more: object) =>
      signAs(
        plant,
        'suppliers.saveApproval',
        {
          ...{ partner: 'S1', level: 'product', code: 'OIL', status: 'approved', validFrom: '2026-01-01' },
          ...{ reason: 'audited in spring', ...more },
        },
        { as: plant.quality, signature: signature('qualityManager', 'approved') },
      );
    const of = async () => (await gapsOf(plant))[2];
    const duty = async () => {
      const { groups } = await plant.ask('today.list', { today: '2026-06-01' }, { as: plant.quality });
      return groups.flatMap(({ group, tasks }) =>
        tasks.flatMap((task) => (task.kind === 'approvals' ? [[group, task.due, task.count]] : [])),
      );
    };
    // The sixty-first day is not soon.
    await approve({ validUntil: '2026-08-01' });
    expect([await of(), await duty()]).toEqual([[], []]);
    await approve({ validUntil: '2026-07-31' });
    expect([await of(), await duty()]).toEqual([[['S1']], []]);
    await approve({ validUntil: '2026-06-20' });
    await approve({ code: 'MILK', validUntil: '2026-05-31' });
    await approve({ code: 'CHEESE', status: 'blocked', validUntil: '2026-06-02' });
    expect([await of(), await duty()]).toEqual([[['S1'], ['S1']], [['overdue', '2026-05-31', 2]]]);
    const { approvals } = await plant.ask('suppliers.listEnding', {});
    expect(approvals.map(({ code, standing }) => [code, standing])).toEqual([
      ['MILK', 'ended'],
      ['OIL', 'endsSoon'],
    ]);
    const { days } = await plant.ask('daily.calendar', { month: '2026-06' });
    expect(days.filter(({ counts }) => counts.approval !== undefined)).toMatchObject([
      { date: '2026-06-20', counts: { approval: 1 } },
    ]);
    await changePartner(plant, 'S1', { inactiveFrom: '2026-06-01' }, { as: plant.quality });
    expect([await of(), await duty()]).toEqual([[], []]);
  });

  it('name goods that the rules on statuses shut out together, and where they are changed', async () => {
    await using plant = await buildHeldPlant();
    const rule = (given: object) =>
      signAs(
        plant,
        'statuses.saveRule',
        { ...given, act: 'sample', reason: 'as agreed' },
        { as: plant.quality, signature: signature('qualityManager', 'approved') },
      );
    await rule({ level: 'product', code: 'OIL', taken: ['Q1'] });
    await rule({ level: 'site', code: '', taken: ['A*', 'Q*'] });
    expect((await gapsOf(plant))[0]).toEqual([]);
    await rule({ level: 'site', code: '', taken: ['A*', 'Q2'] });
    expect((await gapsOf(plant))[0]).toEqual([['OIL', 'Shut out by the rules on statuses', 0]]);
    expect(await mendingOf(plant, 'OIL')).toBe('Statuses');
  });

  it('name what is made without a pattern where others have one, until its level or one above has it', async () => {
    await using plant = await buildPlantApp();
    const rule = (given: { level: 'site' | 'product'; code: string; lotPattern: string }) =>
      plant.ask('numbering.saveRule', { serialPattern: '', uniqueness: '', reason: 'as agreed', ...given });
    await plant.postAll([
      ['receipt', 'OIL O1', 5, on(2)],
      ['output', 'MILK L1', 5, on(2)],
      ['output', 'MILK L2', 5, on(3)],
    ]);
    expect((await gapsOf(plant))[0]).toEqual([]);
    await rule({ level: 'product', code: 'OIL', lotPattern: 'O-{####}' });
    expect((await gapsOf(plant))[0]).toEqual([['MILK', 'Made without a pattern for its numbers', 2]]);
    expect(await mendingOf(plant, 'MILK')).toBe('Numbering');
    await rule({ level: 'site', code: '', lotPattern: 'L-{####}' });
    expect((await gapsOf(plant))[0]).toEqual([]);
  });

  it('name serials that are shipped without a rule on warranty where others have one', async () => {
    await using plant = await buildPlantApp();
    const rule = (given: { level: 'product'; code: string; months?: number }) =>
      plant.ask('serials.saveWarrantyRule', {
        ...{ validFrom: '2026-01-01', months: 12, starts: 'delivery', reason: 'as agreed' },
        ...given,
      });
    await plant.postAll([
      ['receipt', 'MOTOR #M1', 1, on(2)],
      ['receipt', 'MOTOR #M2', 1, on(2)],
      ['shipment', 'MOTOR #M1', 1, on(3)],
    ]);
    expect((await gapsOf(plant))[0]).toEqual([]);
    await rule({ level: 'product', code: 'OIL' });
    expect((await gapsOf(plant))[0]).toEqual([['MOTOR', 'Serials shipped without a rule on warranty', 1]]);
    expect(await mendingOf(plant, 'MOTOR')).toBe('Warranty');
    await rule({ level: 'product', code: 'MOTOR', months: 0 });
    expect((await gapsOf(plant))[0]).toEqual([]);
  });

  it('name what somebody has a right to sign and nobody is confirmed to', async () => {
    await using plant = await buildPlantApp();
    plant.me = await setUpAdministrator(plant);
    const decide = 'Make usage decisions';
    const rights = async () => (await gapsOf(plant))[3]?.flat() ?? [];
    expect(await rights()).toContain(decide);
    expect(await mendingOf(plant, decide)).toBe('Roles');
    for (const user of ['qualityManager', 'complianceOfficer'] as const)
      await addPerson(plant, plant.me, { user, name: user, roles: [user] });
    expect(await mendingOf(plant, decide)).toBe('People');
    await confirm(plant, 'qualityManager');
    expect(await rights()).not.toContain(decide);
  });
});
