import { describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { type Asked, planOf, statementsOf } from '../support/askedStatements.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

type Post = Parameters<TestApp['post']>;

const reason = 'agreed in the spring review';
const signed = (plant: HeldPlant) => ({ as: plant.quality, signature: signature('qualityManager', 'approved') });

const approve = (plant: HeldPlant, partner: string, code: string): Promise<unknown> =>
  signAs(
    plant,
    'suppliers.saveApproval',
    { partner, level: 'product', code, status: 'approved', validFrom: '2026-01-01', validUntil: '', reason },
    signed(plant),
  );
const say = (plant: HeldPlant, code: string, validFrom: string): Promise<unknown> =>
  signAs(
    plant,
    'products.saveSetting',
    { level: 'product', code, setting: 'shelfLife', value: `${validFrom.slice(-2)}d`, validFrom, reason },
    signed(plant),
  );

const count: Post = ['adjustment', 'OIL O1', 1, on(20), { from: '', status_from: '', to: 'STORE', status: 'A' }];

/** Each way in which goods move, of goods that are there. */
const acts: Readonly<Record<string, Post>> = {
  'a receipt': ['receipt', 'OIL O1', 1, on(20)],
  'a receipt of a new lot': ['receipt', 'MILK N1', 1, on(20)],
  'a transfer': ['transfer', 'OIL O1', 1, on(20)],
  'a consumption': ['consumption', 'OIL O2', 1, on(20), { work_order: 'WO-9' }],
  'an output': ['output', 'CAKE K1', 1, on(20), { work_order: 'WO-9' }],
  'a shipment': ['shipment', 'CAKE K1', 1, on(20)],
  'a count of what is there': count,
  'a serial': ['transfer', 'PUMP #P-09', 1, on(20)],
  'a serial that goes out': ['shipment', 'PUMP #P-10', 1, on(20)],
  'a part of a sublot': ['transfer', 'CHEESE L1/S1', 1, on(20)],
};

/** Tables of what people decide by hand, a handful; and questions of which so many rows are looked at, whatever there is. */
const fewRows = /\bfrom (head|setting|role|receipt_rule|status_rule)\b/;
const firstRows = /\blimit \d+( offset \d+)?\s*$/;

/** Where a statement goes through the rows of a table, or of a product, instead of finding those it needs. */
function goesThrough(asked: Asked, tables: ReadonlySet<string>): string[] {
  const { sql } = asked;
  if (fewRows.test(sql) || firstRows.test(sql)) return [];
  return planOf(asked).filter((step) => {
    // Of a product with many lots, every one of them.
    if (/INDEX (unit_key|lot_number) \(product_id=\?\)/.test(step)) return true;
    const [, name = ''] = /^SCAN (\w+)(?! VIRTUAL)/.exec(step) ?? [];
    const [, table = name] = new RegExp(`\\b(\\w+)"?( as)? "?${name}\\b`).exec(sql) ?? [];
    return name !== '' && (tables.has(name) || tables.has(table));
  });
}

describe('what a posting asks the store', () => {
  it.each<[string, Post]>(Object.entries(acts))(
    'goes through no table and not all of a product: %s',
    async (_, act) => {
      await using plant = await buildHeldPlant();
      await plant.hold([{ product: 'OIL', lot: 'O3' }]);
      await approve(plant, 'S1', 'OIL');
      const tables = new Set(
        plant.rows<{ name: string }>("select name from sqlite_schema where type = 'table'").map(({ name }) => name),
      );
      const asked = await statementsOf(() => plant.post(...act));
      expect(asked.length).toBeGreaterThan(20);
      expect(asked.flatMap((one) => goesThrough(one, tables).map((step) => `${step} in ${one.sql}`))).toEqual([]);
    },
  );

  it('is as much where much is said of other suppliers and of other products', async () => {
    await using plant = await buildHeldPlant();
    await approve(plant, 'S1', 'OIL');
    await say(plant, 'OIL', '2026-06-01');
    let lot = 0;
    const post = (): Promise<number> => plant.post('receipt', `OIL N${(lot += 1)}`, 1, on(20));
    const rowsOf = async (): Promise<number> => {
      // Once before, so that what is compared with the journal once is.
      await post();
      const asked = await statementsOf(post);
      return asked.reduce((sum, { sql, rows }) => (firstRows.test(sql) ? sum : sum + rows), 0);
    };
    const before = await rowsOf();
    for (const code of ['OIL', 'MILK', 'CAKE', 'SALT']) await approve(plant, 'S2', code);
    for (const day of ['01', '02', '03', '04']) await say(plant, 'MILK', `2026-06-${day}`);
    expect(await rowsOf()).toBe(before);
  });

  it('of the status of goods is along what was said of it, however often they moved', async () => {
    await using plant = await buildHeldPlant();
    // The file is checked before the first command.
    await plant.post(...count);
    const asked = await statementsOf(() => plant.post(...count));
    const plans = asked.map((one) => ({ ...one, plan: planOf(one) }));
    const throughAll = plans.flatMap(({ sql, plan }) =>
      // Whether a lot ever moved, the first movement of it says.
      sql.includes('exists (select 1 from unit u join movement m')
        ? []
        : plan.flatMap((step) => (step.includes('INDEX movement_unit (to_unit_id=?)') ? [`${step} in ${sql}`] : [])),
    );
    expect(throughAll).toEqual([]);
    const used = new Set(
      plans.flatMap(({ plan }) => plan.flatMap((step) => /INDEX (movement_\w+)/.exec(step)?.[1] ?? [])),
    );
    expect([...used]).toEqual(expect.arrayContaining(['movement_said', 'movement_renamed']));
  });
});
