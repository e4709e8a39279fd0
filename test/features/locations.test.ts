import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
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

describe('a location made by hand', () => {
  const shelf = { code: 'SHELF-1', name: 'Upper shelf', site: 'MAIN', kind: 'storage' } as const;
  const reason = 'the hall was extended';
  type Shelf = Partial<Inputs['locations']['save']>;
  const save = (plant: TestApp, more: Shelf) => plant.ask('locations.save', { ...shelf, version: 0, reason, ...more });

  it('takes goods at once, and what is changed of it is a version of it with its reason', async () => {
    await using plant = await buildPlantApp();
    expect(await save(plant, { code: '  SHELF-1 ' })).toEqual({ saved: 'new', version: 1, findings: [] });
    await plant.post('receipt', 'OIL O1', 5, on(5), { to: 'SHELF-1' });
    expect(await save(plant, { version: 1, name: 'Lower shelf' })).toEqual({
      saved: 'changed',
      version: 2,
      findings: [],
    });
    expect(await save(plant, { version: 2, name: 'Lower shelf' })).toMatchObject({ saved: 'same', version: 2 });
    expect(await plant.ask('locations.get', { code: 'SHELF-1' })).toEqual({
      ...shelf,
      name: 'Lower shelf',
      version: 2,
    });
    const { total } = await plant.ask('audit.versions', { record: 'place', key: ['SHELF-1'] });
    expect(total).toBe(2);
    expect(plant.verify().problems).toEqual([]);
  });

  it('is refused, and nothing changes, where there is one, none, another version, or its code cannot be', async () => {
    await using plant = await buildPlantApp();
    await save(plant, {});
    const before = plant.contentDigest();
    const refusals: [Shelf, string][] = [
      [{}, 'DUPLICATE'],
      [{ code: 'STORE' }, 'DUPLICATE'],
      [{ code: 'NOWHERE', version: 1 }, 'NOT_FOUND'],
      [{ version: 2 }, 'RECORD_CHANGED'],
      [{ code: 'SHELF\u00ad2' }, 'VALIDATION'],
      [{ code: ' ' }, 'VALIDATION'],
      [{ code: 'X', site: '' }, 'VALIDATION'],
      [{ code: 'X', reason: '.' }, 'REASON_REQUIRED'],
    ];
    for (const [more, code] of refusals) expect(await codeOf(save(plant, more)), JSON.stringify(more)).toBe(code);
    expect(plant.contentDigest()).toBe(before);
  });

  it('that looks like another is made, and what it looks like is said', async () => {
    await using plant = await buildPlantApp();
    await save(plant, {});
    const { findings } = await save(plant, { code: 'shelf 1' });
    expect(findings.map((one) => one.values)).toEqual([['shelf 1', 'SHELF-1']]);
    expect((await save(plant, { code: 'SHELF-2' })).findings).toEqual([]);
  });

  it('stays a dock while goods without their lot lie there', async () => {
    await using plant = await buildPlantApp();
    const dock = { ...(await plant.ask('locations.get', { code: 'DOCK' })), reason };
    await plant.post('receipt', 'CAKE', 5, on(5), { to: 'DOCK' });
    expect(await codeOf(plant.ask('locations.save', { ...dock, kind: 'storage' }))).toBe('CONFLICT');
    await plant.post('put-away', 'CAKE K1', 5, on(6));
    expect(await plant.ask('locations.save', { ...dock, kind: 'storage' })).toMatchObject({ saved: 'changed' });
  });
});
