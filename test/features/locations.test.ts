import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';

describe('the sites of a plant', () => {
  it('are those its places name, each once, in order', async () => {
    await using plant = await buildPlantApp();
    const before = await plant.ask('locations.listSites', {});
    await plant.take({
      locations: [
        { code: 'W-1', name: 'Shelf', site: 'WEST', kind: 'storage' },
        { code: 'W-2', name: 'Shelf', site: 'WEST', kind: 'storage' },
        { code: 'A-1', name: 'Shelf', site: 'ANNEX', kind: 'storage' },
      ],
    });
    const { sites } = await plant.ask('locations.listSites', {});
    expect(sites.filter(({ name }) => !before.sites.some((known) => known.name === name))).toEqual([
      { name: 'ANNEX', locations: 1 },
      { name: 'WEST', locations: 2 },
    ]);
    expect(sites.map(({ name }) => name)).toEqual(sites.map(({ name }) => name).toSorted());
  });
});

describe('goods that are not in the plant', () => {
  const locations = [
    { code: 'WORKS', site: 'MAIN', kind: 'subcontractor' },
    { code: 'LENT', site: 'MAIN', kind: 'loan' },
  ];

  it('belong to it: they count in its stock, may be taken back, and a recall reaches them and says where they are', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ locations });
    await plant.postAll([
      ['receipt', 'OIL O1', 10, on(2)],
      ['transfer', 'OIL O1', 3, on(3), { to: 'WORKS' }],
      ['transfer', 'OIL O1', 2, on(3), { to: 'LENT' }],
    ]);
    expect((await plant.ask('locations.listAway', {})).locations).toEqual([
      { code: 'LENT', kind: 'loan' },
      { code: 'WORKS', kind: 'subcontractor' },
    ]);
    const lying = ['OIL O1 @ LENT A = 2', 'OIL O1 @ STORE A = 5', 'OIL O1 @ WORKS A = 3'];
    expect(await plant.stock()).toEqual(lying);
    expect((await plant.ask('lots.list', {})).rows).toMatchObject([{ lot: 'O1', onHand: '10' }]);
    const recall = { question: { suspects: [{ product: 'OIL', lot: 'O1' }] } };
    const { report } = await plant.ask('reports.preview', { report: 'recall', parameters: recall, rows: 200 });
    const rows = report.sections.flatMap((section) => section.rows);
    expect(rows).toContainEqual(expect.arrayContaining(['WORKS', 'at the subcontractor', 'O1']));
    expect(rows).toContainEqual(expect.arrayContaining(['LENT', 'on loan to a customer', 'O1']));
    await plant.post('transfer', 'OIL O1', 2, on(4), { from: 'LENT', to: 'STORE' });
    expect(await plant.stock()).toEqual(['OIL O1 @ STORE A = 7', 'OIL O1 @ WORKS A = 3']);
    expect(plant.verify().problems).toEqual([]);
  });
});
