import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { type People, setUpPeople, signature } from '../support/people.ts';
import { products } from '../support/plantTables.ts';

type Change = Inputs['products']['edit']['change'];
type Plant = { plant: TestApp; people: People } & AsyncDisposable;

async function buildPeople(): Promise<Plant> {
  const plant = await buildPlantApp();
  const people = await setUpPeople(plant);
  plant.me = people.viewer;
  return { plant, people, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

const change = ({ plant, people }: Plant, version: number, changed: Change) =>
  plant.ask(
    'products.edit',
    {
      code: 'MILK',
      version,
      change: changed,
      reason: 'a new recipe',
      signature: signature('qualityManager', 'approved'),
    },
    { as: people.qualityManager },
  );

const receive = ({ plant, people }: Plant, lot: string, at: string) =>
  plant.postAll([['receipt', `MILK ${lot}`, 5, at]], { as: people.warehouse });

const lotDates = (plant: TestApp, lot: string) =>
  plant.rows<{ expiresOn: string; bestBeforeOn: string | null }>(
    'select expires_on as expiresOn, best_before_on as bestBeforeOn from lot where lot = ?',
    lot,
  )[0];

const versionsOf = (plant: TestApp): Record<string, unknown>[] =>
  plant
    .rows<{ content: string }>(
      "select content from record_version where record = 'product' and record_key = 'MILK' order by version",
    )
    .map(({ content }) => JSON.parse(content) as Record<string, unknown>); // as the journal wrote it

describe('how long goods last', () => {
  it('is said in calendar months too, from which the dates of new lots follow and of no others', async () => {
    await using set = await buildPeople();
    const { plant } = set;
    await receive(set, 'OLD', '2026-01-31T08:00:00Z');
    const before = lotDates(plant, 'OLD');
    await change(set, 1, { shelfLifeDays: null, shelfLifeMonths: 1, bestBeforeDays: 14 });
    await receive(set, 'NEW', '2026-01-31T09:00:00Z');
    expect(lotDates(plant, 'NEW')).toMatchObject({ expiresOn: '2026-02-28', bestBeforeOn: '2026-02-14' });
    expect(lotDates(plant, 'OLD')).toEqual(before);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('is not said in days and in months at once', async () => {
    await using set = await buildPeople();
    await change(set, 1, { retestMonths: null, retestDays: 20 });
    expect(await refusalOf(change(set, 2, { retestMonths: 3 }))).toMatchObject({
      code: 'VALIDATION',
      details: { field: 'retestMonths' },
    });
    expect(await change(set, 2, { retestDays: null, retestMonths: 3 })).toMatchObject({
      changed: ['retestDays', 'retestMonths'],
    });
  });

  it('stands in versions only where it holds something, so that versions written before stand as they are', async () => {
    await using set = await buildPeople();
    const { plant, people } = set;
    await change(set, 1, { name: 'Fresh milk' });
    await change(set, 2, { retestDays: null, retestMonths: 3 });
    await change(set, 3, { retestMonths: null });
    expect(versionsOf(plant).map((one) => one['retestMonths'])).toEqual([undefined, undefined, 3, undefined]);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
    const asked = { record: 'product', key: ['MILK'] } satisfies Inputs['audit']['versions'];
    const { rows } = await plant.ask('audit.versions', asked, { as: people.manager });
    const of = (version: number) => rows.find((one) => one.version === version)?.changed;
    expect([of(2), of(4)]).toEqual([['name'], ['retestMonths']]);
    expect(of(3)).toContain('retestMonths');
  });

  it('is what an import says in days, where it says it, and else stays', async () => {
    await using set = await buildPeople();
    const { plant, people } = set;
    await change(set, 1, { shelfLifeDays: null, shelfLifeMonths: 6, useByDays: null, useByMonths: 7 });
    const by = { as: people.qualityManager };
    const [milk] = products.filter(({ code }) => code === 'MILK');
    await plant.take({ products: [{ ...milk, shelf_life_days: '', use_by_days: '' }] }, by);
    expect(await plant.ask('products.get', { code: 'MILK' })).toMatchObject({
      shelfLifeDays: null,
      shelfLifeMonths: 6,
    });
    await plant.take({ products: [{ ...milk, shelf_life_days: '30', use_by_days: '' }] }, by);
    expect(await plant.ask('products.get', { code: 'MILK' })).toMatchObject({
      shelfLifeDays: 30,
      shelfLifeMonths: null,
      useByMonths: 7,
    });
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });
});
