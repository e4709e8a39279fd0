import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialSource } from '#main/features/serials/serials.queries.ts';
import { buildDemoApp, type TestApp } from '../support/app.ts';
import { listIds, listPage } from '../support/lists.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('device');
});
afterAll(() => plant[Symbol.asyncDispose]());

type Question = Parameters<typeof plant.ask<'serials.list'>>[1];
const ask = (question: Question) => plant.ask('serials.list', { limit: 500, ...question });

describe('the list of serials', () => {
  it('has every serial and nothing else', async () => {
    const { total } = await ask({});
    expect(total).toBe(plant.rows("select id from unit where serial <> ''").length);
    expect(total).toBeGreaterThan(100);
  });

  it('says of each where it is: in the plant with its status, in what it was built into, or at whom', async () => {
    const { rows } = await ask({ sort: 'serial' });
    const stocked = new Map((await plant.stock()).map((line) => [line.split(' @ ')[0], line.split(' @ ')[1]]));
    let [here, built, out] = [0, 0, 0];
    for (const row of rows) {
      const name = `${row.product}${row.lot === '' ? '' : ` ${row.lot}${row.sublot === '' ? '' : `/${row.sublot}`}`} #${row.serial}`;
      const line = stocked.get(name);
      if (row.location !== '') {
        here += 1;
        expect(row).toMatchObject({ customer: '', parent: null });
        if (line !== undefined) expect(line).toBe(`${row.location} ${row.status} = 1`);
      } else expect(line, name).toBeUndefined();
      if (row.parent !== null) built += 1;
      if (row.customer !== '') out += 1;
      expect(row.parent === null || row.customer === '').toBe(true);
    }
    expect(Math.min(here, built, out)).toBeGreaterThan(0);
  });

  it('is filtered by where they are, by status, lot, product and text', async () => {
    const everything = (await ask({})).total;
    const [inside, outside] = [(await ask({ where: ['plant'] })).total, (await ask({ where: ['elsewhere'] })).total];
    expect(inside + outside).toBe(everything);
    expect((await ask({ where: ['plant'] })).rows.every(({ location }) => location !== '')).toBe(true);
    expect((await ask({ status: ['A'] })).rows.every(({ status }) => status.startsWith('A'))).toBe(true);
    const [first] = (await ask({ sort: 'product' })).rows;
    const found = await ask({ text: first?.serial.toLowerCase() ?? '', product: first?.product ?? '' });
    expect(found.rows.map(({ serial }) => serial)).toContain(first?.serial);
    const lotted = (await ask({})).rows.find(({ lot }) => lot !== '');
    if (lotted !== undefined)
      expect((await ask({ lot: lotted.lot })).rows.every(({ lot }) => lot.includes(lotted.lot))).toBe(true);
  });

  it('gives the same order by the way for few matches and by the way for many, on any page', () => {
    const { db } = plant.app.store.reader();
    for (const sort of ['', 'serial', '-serial', 'product', '-product']) {
      const question = { where: ['plant', 'elsewhere'], sort };
      const few = listIds(db, serialSource, question);
      expect(listIds(db, serialSource, question, 0)).toEqual(few);
      expect(listIds(db, serialSource, { sort })).toEqual(few);
      expect(listPage(db, serialSource, question, { offset: 55, limit: 20 }, 0).ids).toEqual(few.slice(55, 75));
    }
  });
});
