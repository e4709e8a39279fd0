import { describe, expect, it } from 'vitest';
import { balancesInOrder, type Lying } from '#main/store/stockOrder.ts';
import { planOf, statementsOf } from '../support/askedStatements.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';

const everything = { offset: 0, limit: 500 };

/** Goods at two locations and in two statuses, with numbers of unlike lengths. */
async function buildStock(): Promise<TestApp> {
  const plant = await buildPlantApp();
  for (const lot of ['L-9', 'L-10', 'L-100', 'K1'])
    await plant.postAll([
      ['receipt', `OIL ${lot}`, 5, on(2)],
      ['receipt', `OIL ${lot}`, 5, on(2), { status: 'Q' }],
      ['receipt', `MILK ${lot}`, 5, on(2), { to: 'STORE2' }],
      ['receipt', `CHEESE ${lot}/S2`, 5, on(2)],
    ]);
  await plant.post('transfer', 'OIL L-9', 2, on(3));
  // What is used up lies nowhere.
  await plant.post('shipment', 'CHEESE K1/S2', 5, on(3));
  return plant;
}

const idOf = (plant: TestApp, table: string, code: string): number =>
  plant.rows<{ id: number }>(`select id from ${table} where code = ?`, code)[0]?.id ?? 0;

describe('stock of more lines than are sorted at each question', () => {
  it.each<[string, { product?: string; location?: string }]>([
    ['all of it', {}],
    ['of a product', { product: 'OIL' }],
    ['at a location', { location: 'STORE' }],
    ['of a product at a location', { product: 'OIL', location: 'STORE2' }],
  ])('comes page by page in the order of what is sorted whole: %s', async (_, asked) => {
    await using plant = await buildStock();
    const lying: Lying = {
      product: asked.product === undefined ? undefined : idOf(plant, 'product', asked.product),
      place: asked.location === undefined ? undefined : idOf(plant, 'place', asked.location),
    };
    const { db } = plant.app.store.reader();
    const { rows } = await plant.ask('movements.listBalances', { ...asked, ordering: 'natural', ...everything });
    expect(rows.length).toBeGreaterThan(0);
    const lines = new Map(
      plant
        .rows<{ id: number; line: string }>(
          `select b.id, p.code || ' ' || u.lot || ' ' || u.sublot || ' ' || l.code || ' ' || b.status as line from balance b
           join unit u on u.id = b.unit_id join product p on p.id = u.product_id join place l on l.id = b.place_id`,
        )
        .map(({ id, line }) => [id, line]),
    );
    const whole = rows.map(({ product, lot, sublot, location, status }) =>
      [product, lot, sublot, location, status].join(' '),
    );
    for (let offset = 0; offset <= rows.length; offset += 1) {
      const ids = await balancesInOrder(db, lying, { offset, limit: 3 });
      expect(ids.map((id) => lines.get(id))).toEqual(whole.slice(offset, offset + 3));
    }
  });

  it('follows what is posted', async () => {
    await using plant = await buildStock();
    const { db } = plant.app.store.reader();
    const all: Lying = { product: undefined, place: undefined };
    const before = await balancesInOrder(db, all, everything);
    await plant.post('receipt', 'OIL L-11', 1, on(4));
    const after = await balancesInOrder(db, all, everything);
    expect(after.length).toBe(before.length + 1);
    const { rows } = await plant.ask('movements.listBalances', { ordering: 'natural', ...everything });
    expect(rows.map(({ lot }) => lot).indexOf('L-11')).toBe(after.findIndex((id) => !before.includes(id)));
  });

  it('in the order of code points goes along the indexes, and sorts the lines of one unit alone', async () => {
    await using plant = await buildStock();
    const asked = await statementsOf(() => plant.ask('movements.listBalances', { limit: 2 }));
    const plans = asked.filter(({ sql }) => sql.includes('order by p.code')).flatMap(planOf);
    expect(plans).toContain('USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY');
    // The count of all joins nothing.
    const counted = asked.filter(({ sql }) => sql.includes('count(*)') && sql.includes('balance')).flatMap(planOf);
    expect(counted).toEqual(['SCAN b USING COVERING INDEX balance_key']);
  });
});
