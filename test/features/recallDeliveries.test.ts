import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import { buildDemoApp, type TestApp } from '../support/app.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('food');
});
afterAll(() => plant[Symbol.asyncDispose]());

const wide = { supplierLots: [{ supplier: 'S-VERDANNE', supplierLot: 'VE-66318' }] };
const narrow = { suspects: [{ product: 'JAM-APR', lot: 'JA-1052' }] };
const micro = (quantity: string): bigint => parseQuantity(quantity) ?? 0n;

describe('what went to one customer', () => {
  it.each([false, true])(
    'is every delivery and return of affected goods, a page at a time (dated: %s)',
    async (dated) => {
      const question = { ...wide, dated };
      const { customers } = await plant.ask('recalls.simulate', question);
      expect(customers.length).toBeGreaterThan(5);
      for (const { customer, shipped, deliveries } of customers) {
        const whole = await plant.ask('recalls.listDeliveries', { ...question, customer, limit: 500 });
        expect(whole.rows).toHaveLength(whole.total);
        const sent = whole.rows.filter(({ kind }) => kind === 'shipment');
        expect([...new Set(sent.map(({ document }) => document))].sort()).toEqual(deliveries);
        const sum = sent.reduce((total, { quantity }) => total + micro(quantity), 0n);
        expect(sum).toBe(shipped.reduce((total, { quantity }) => total + micro(quantity), 0n));
        expect(whole.rows.map(({ at }) => at)).toEqual(whole.rows.map(({ at }) => at).sort());
        const second = await plant.ask('recalls.listDeliveries', { ...question, customer, offset: 1, limit: 2 });
        expect(second).toEqual({ rows: whole.rows.slice(1, 3), total: whole.total });
      }
    },
  );

  it('is named on a page of a recall, unless documents are left out', async () => {
    const page = await plant.ask('recalls.view', { ...wide, limit: 500 });
    const customers = page.customers.map((customer) => ({ ...customer, deliveries: [] }));
    expect(page.customers).not.toEqual(customers);
    expect(await plant.ask('recalls.view', { ...wide, limit: 500, documents: false })).toEqual({ ...page, customers });
  });

  it('is nothing for one who got none of it', async () => {
    const question = { ...wide, customer: 'S-VERDANNE' };
    expect(await plant.ask('recalls.listDeliveries', question)).toEqual({ rows: [], total: 0 });
  });
});

describe('from one scope to another', () => {
  const codesOf = async (question: object): Promise<string[]> =>
    (await plant.ask('recalls.simulate', question)).customers.map(({ customer }) => customer);

  it.each([
    [wide, narrow],
    [narrow, wide],
    [{ ...wide, dated: true }, narrow],
    [wide, { ...narrow, dated: true }],
  ])('customers and units drop out that the second does not reach (%j → %j)', async (from, to) => {
    const { units, customers } = await plant.ask('recalls.listDropped', { from, to, limit: 500 });
    const kept = new Set(await codesOf(to));
    const left = (await codesOf(from)).filter((customer) => !kept.has(customer));
    expect(customers.rows.map(({ customer }) => customer)).toEqual(left);
    const [wholly, other] = [await plant.ask('recalls.simulate', from), await plant.ask('recalls.simulate', to)];
    const key = ({
      product,
      lot,
      sublot,
      serial,
    }: (typeof units)['rows'][number] | (typeof other)['affected'][number]) =>
      JSON.stringify([product, lot, sublot, serial]);
    const reached = new Set(other.affected.map(key));
    expect(units.rows.map(key)).toEqual(wholly.affected.map(key).filter((unit) => !reached.has(unit)));
    expect([units.total, customers.total]).toEqual([units.rows.length, left.length]);
  });

  it('what is in process drops out with its unit', async () => {
    const { units } = await plant.ask('recalls.listDropped', { from: wide, to: narrow, limit: 500 });
    const { inProcess } = await plant.ask('recalls.simulate', wide);
    const sum = (rows: readonly string[]): bigint => rows.reduce((total, quantity) => total + micro(quantity), 0n);
    const expected = sum(inProcess.map(({ quantity }) => quantity));
    expect(expected).toBeGreaterThan(0n);
    expect(sum(units.rows.map((row) => row.inProcess))).toBe(expected);
    const { products } = await plant.ask('recalls.view', { ...wide, limit: 1 });
    expect(sum(products.map((row) => row.inProcess))).toBe(expected);
  });

  it('nothing drops out between a scope and itself', async () => {
    const nothing = { rows: [], total: 0 };
    const dropped = await plant.ask('recalls.listDropped', { from: wide, to: wide });
    expect(dropped).toEqual({ units: nothing, customers: nothing });
  });
});

describe('adjustments of a recall', () => {
  it('come with the unexplained first, also when a page holds one row', async () => {
    const { adjustments } = await plant.ask('recalls.view', { ...wide, limit: 1 });
    expect(adjustments.map(({ reason }) => reason)).toEqual(['']);
  });
});
