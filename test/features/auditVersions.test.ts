import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { asPerson, buildPlantApp, codeOf, type TestApp } from '../support/app.ts';
import { writeLinksInWords } from '../support/linksInWords.ts';
import { on, plantWith, row } from '../support/plantTables.ts';
import { tamper } from '../support/tampering/tamper.ts';

type Plant = Awaited<ReturnType<typeof buildPlantApp>>;
let plant: Plant;
const partner = (name: string, more: object = {}) => ({ code: 'C-9', name, kind: 'customer', ...more });

beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take({ partners: [partner('Nine')] });
  await plant.take({ partners: [partner('Nine & Sons')] });
  await plant.take({ partners: [partner('Nine & Sons', { country: 'SE', email: 'nine@example.com' })] });
  await plant.take({ lots: [{ product: 'MILK', lot: 'L1', sublot: '' }] });
  await plant.take({ lots: [{ product: 'MILK', lot: 'L1', sublot: '', reference: 'tank 4' }] });
});
afterAll(() => plant[Symbol.asyncDispose]());

const ofPartner = (more: object = {}) => plant.ask('audit.versions', { record: 'partner', key: ['C-9'], ...more });
type Version = Awaited<ReturnType<typeof ofPartner>>['rows'][number];
const valueOf = (version: Version | null, field: string) => version?.fields.find((one) => one.field === field)?.value;

describe('the versions of a record', () => {
  it('come newest first, each whole, with who wrote it, when and by which entry', async () => {
    const { rows, total } = await ofPartner();
    expect(total).toBe(3);
    expect(rows.map(({ version, seq }) => [version, seq])).toEqual([
      [3, 4],
      [2, 3],
      [1, 2],
    ]);
    expect(rows[0]).toMatchObject({
      at: '2026-06-01T12:00:00Z',
      person: (await plant.ask('audit.list', { limit: 1 })).rows[0]?.person,
      operation: 'exchange.import',
      changed: ['country', 'email'],
    });
    expect(rows.map((row) => valueOf(row, 'name'))).toEqual(['Nine & Sons', 'Nine & Sons', 'Nine']);
    expect(rows.map(({ changed }) => changed)).toEqual([['country', 'email'], ['name'], []]);
  });

  it('stand in pairs: the two newest, or any two that are named, on the side they are named for', async () => {
    const pair = async (more: object) => {
      const { left, right } = await ofPartner(more);
      return [left?.version, right?.version];
    };
    expect(await pair({})).toEqual([2, 3]);
    expect(await pair({ right: 2 })).toEqual([1, 2]);
    expect(await pair({ left: 1, right: 3 })).toEqual([1, 3]);
    expect(await pair({ left: 3, right: 1 })).toEqual([3, 1]);
    expect(await pair({ right: 1 })).toEqual([undefined, 1]);
    expect(await codeOf(ofPartner({ left: 4 }))).toBe('NOT_FOUND');
  });

  it('come in pages, and a pair whatever the page', async () => {
    const page = await ofPartner({ offset: 2, limit: 1 });
    expect(page.rows.map(({ version }) => version)).toEqual([1]);
    expect([page.total, page.left?.version, page.right?.version]).toEqual([3, 2, 3]);
  });

  it('are those of one record alone: of a lot by product, lot and sublot', async () => {
    const { rows } = await plant.ask('audit.versions', { record: 'lot', key: ['MILK', 'L1', ''] });
    expect(rows.map((row) => [row.version, valueOf(row, 'reference')])).toEqual([
      [2, 'tank 4'],
      [1, ''],
    ]);
    const none = await plant.ask('audit.versions', { record: 'product', key: ['C-9'] });
    expect(none).toEqual({ rows: [], total: 0, left: null, right: null });
  });

  it('are of no other kind than those people are shown', async () => {
    // A person's views are their own.
    const input = { record: 'saved_view', key: ['me', 'lots', 'Mine'] };
    expect(await codeOf(plant.app.call(plant.me, { operation: 'audit.versions', input }))).toBe('VALIDATION');
  });

  it('stay readable when the record is gone', async () => {
    await using other = await buildPlantApp();
    await other.take({ partners: [partner('Nine')] }, { as: asPerson(other.me, 'mara') });
    const question: Inputs['audit']['versions'] = { record: 'partner', key: ['C-9'] };
    const before = await other.ask('audit.versions', question);
    tamper(other.file, (db) => db.exec("delete from partner where code = 'C-9'"));
    expect(await other.ask('audit.versions', question)).toEqual(before);
    expect(before.total).toBe(1);
  });
});

describe('the version of a serial link', () => {
  const gear = 'GEAR lot box';
  const seen = async (of: TestApp) => {
    const { rows } = await of.ask('audit.list', { operation: 'exchange.import', limit: 10 });
    const entries = await Promise.all(rows.map(({ seq }) => of.ask('audit.get', { seq })));
    const links = entries.flatMap(({ changes }) => changes).filter(({ record }) => record === 'serial_link');
    return links.map(({ unitOfMeasure, fields }) => [
      unitOfMeasure,
      ...fields.filter(({ field }) => /^(?:parent|component)/.test(field)).map(({ field, after }) => [field, after]),
    ]);
  };
  const problems = async (of: TestApp) =>
    (await of.ask('audit.verify', {})).problems.map(({ code, where }) => `${code} ${where}`);

  let linked: TestApp;
  beforeAll(async () => {
    linked = await buildPlantApp();
    await linked.take({
      products: [
        { code: 'GEAR', name: 'Gear', unit: 'm', lot_tracking: 'mandatory' },
        { code: gear, name: 'Gears in a box', unit: 'box', lot_tracking: 'mandatory' },
      ],
    });
    await linked.take(
      plantWith(
        [
          row('receipt', 'MILK L1', 9, on(5), { product: gear, lot: 'sublot serial 7' }),
          row('consumption', 'MILK L1', 2, on(6), { product: gear, lot: 'sublot serial 7', run: 'R1' }),
          row('output', 'CAKE K1', 2, on(7), { run: 'R1' }),
        ],
        { serial_links: [{ work_order: 'WO-1', parent_product: 'CAKE', component_product: gear, quantity: '1.5' }] },
      ),
    );
  });
  afterAll(() => linked[Symbol.asyncDispose]());

  it('names both units part by part, and counts in the unit of the component', async () => {
    expect(await seen(linked)).toEqual([
      [
        'box',
        ['parentProduct', 'CAKE'],
        ['parentLot', 'K1'],
        ['componentProduct', gear],
        ['componentLot', 'sublot serial 7'],
      ],
    ]);
    expect(await problems(linked)).toEqual([]);
  });

  it('is read, verified and found out where a store keeps it in one text for each unit', async () => {
    await linked.app.close();
    tamper(linked.file, writeLinksInWords);
    await linked.reopen();
    expect(await seen(linked)).toEqual([
      ['box', ['parent', 'CAKE lot K1'], ['component', 'GEAR lot box lot sublot serial 7']],
    ]);
    expect(await problems(linked)).toEqual([]);
    await linked.app.close();
    tamper(linked.file, (db) => db.exec('update serial_link set quantity = 1, component_unit_id = parent_unit_id'));
    await linked.reopen();
    expect(await problems(linked)).toEqual(['RECORD_CHANGED serial_link 1']);
  });
});
