import { describe, expect, it } from 'vitest';
import type { ReportCell } from '#shared/kernel/reportModel.ts';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { type People, setUpAdministrator, setUpPeople, signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

/** Of each section what it names, its gap in words, and how much is in it. */
async function gapsOf(plant: TestApp): Promise<ReportCell[][][]> {
  const { report } = await plant.ask('reports.preview', { report: 'setUpGaps', parameters: {}, rows: 100 });
  return report.sections.map(({ rows, columns }) => {
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    const shown = ['product', 'gap', 'partner', 'right', 'count'].map(at).filter((place) => place >= 0);
    return rows.map((row) => shown.map((place) => row[place] ?? null));
  });
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
    expect(await gapsOf(plant)).toEqual([[], [], []]);
  });

  it('name goods without lots that went into an order, and customers whom nobody can call', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'SALT', 10, on(7)],
      ['receipt', 'OIL L1', 5, on(7)],
    ]);
    // Lying here and bought, it breaks no trace.
    expect(await gapsOf(plant)).toEqual([[], [], []]);
    await plant.postAll([
      ['consumption', 'SALT', 5, on(8)],
      ['consumption', 'OIL L1', 1, on(8)],
      ['shipment', 'OIL L1', 4, on(9)],
    ]);
    expect(await gapsOf(plant)).toEqual([[['SALT', 'Made or used up without lot or serial', 1]], [['C1', 1]], []]);
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
    expect(await gapsOf(plant)).not.toEqual([[], [], []]);
    await plant.ask('movements.reverse', { movements: mistaken, reason: 'mistyped' });
    expect(await gapsOf(plant)).toEqual([[], [], []]);
  });

  it('are none of sublots that have the dates of their lot, nor of what is rejected', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ lots: [{ product: 'CHEESE', lot: 'L1', expires_on: '2026-06-01' }] });
    await plant.post('receipt', 'CHEESE L1/S1', 5, on(7));
    await plant.post('receipt', 'CHEESE L2/S1', 5, on(7), { status: 'R' });
    expect(await gapsOf(plant)).toEqual([[], [], []]);
    await plant.post('receipt', 'CHEESE L3/S1', 5, on(7));
    expect(await gapsOf(plant)).toEqual([[['CHEESE', 'Lots in stock without a last day', 1]], [], []]);
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
    expect(await gapsOf(plant)).toEqual([[], [], []]);
    // One day before the last one a retest still comes in time.
    await edit(plant, people, 2, { useByDays: 12, retestDays: 11 });
    await receive('DATED', 8);
    expect(await gapsOf(plant)).toEqual([[['MILK', 'Lots in stock without a last day', 1]], [], []]);
    await edit(plant, people, 3, { retestDays: 12, expiryStatus: '', retestStatus: '' });
    const [products] = await gapsOf(plant);
    expect(products).toEqual([
      ['MILK', 'Lots in stock without a last day', 1],
      ['MILK', 'Shelf life without a status once expired', 0],
      ['MILK', 'Retest without a status once due', 0],
      ['MILK', 'Retest not before the last day', 0],
    ]);
  });

  it('name the rights that nobody has, once there are people', async () => {
    await using plant = await buildPlantApp();
    plant.me = await setUpAdministrator(plant);
    const [, , rights] = await gapsOf(plant);
    expect(rights).toContainEqual(['Make usage decisions']);
    expect(rights).not.toContainEqual(['Administer people']);
  });
});
