import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellOf, cellSchema, keyOfRow, type List } from '#shared/kernel/defineList.ts';
import { addDays, dateOf } from '#shared/kernel/dates.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { productList } from '#shared/products/vocabulary.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { buildDemoApp, type TestApp } from '../support/app.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('device');
});
afterAll(() => plant[Symbol.asyncDispose]());

const lots = async (question: Parameters<typeof plant.ask<'lots.list'>>[1] = {}) =>
  (await plant.ask('lots.list', { limit: 500, ...question })).rows;
const serials = async () => (await plant.ask('serials.list', { limit: 500, sort: '-serial' })).rows;

/** The workbook of a list, as its rows of texts. */
async function workbook(report: string, parameters: object) {
  const made = await plant.ask('reports.preview', { report, parameters: { ...parameters } });
  const [section] = made.report.sections;
  return { ...made.report, headers: section?.columns.map(({ header }) => header), rows: section?.rows ?? [] };
}

describe('a list that is declared with rows of its own', () => {
  it('has in each cell what its kind says', async () => {
    const listed: [List, readonly object[]][] = [
      [lotList, await lots()],
      [serialList, await serials()],
    ];
    for (const [list, rows] of listed) {
      expect(rows.length).toBeGreaterThan(30);
      for (const [id, { kind }] of Object.entries(list.cells))
        for (const row of rows)
          expect(cellSchema(kind).safeParse(cellOf(list, { ...row }, id)).success, `${list.name} ${id}`).toBe(true);
    }
  });

  it('is a workbook with every column it has', async () => {
    const [lot] = await lots({ sort: 'lot', onHand: ['yes'] });
    const { headers, rows } = await workbook('lots', {
      question: { sort: 'lot', onHand: ['yes'] },
      columns: lotList.columns,
    });
    expect(headers).toEqual([
      ...[
        'Lot',
        'Product',
        'Name',
        'In stock',
        'Status',
        'On hold',
        'Expires',
        'Retest',
        'Made on',
        'Supplier',
        "Supplier's lot",
      ],
    ]);
    expect(rows[0]).toEqual([
      ...[lot?.lot, lot?.product, lot?.productName, { amount: lot?.onHand, unit: lot?.unitOfMeasure }],
      ...['A Released', '', lot?.expiresOn || null, lot?.retestOn || null, lot?.manufacturedOn || null],
      ...[lot?.supplier, lot?.supplierLot],
    ]);
    const said = (await workbook('serials', { question: { sort: '-serial' } })).rows.map((row) => row[4]);
    const listed = await serials();
    expect(said.length).toBeGreaterThan(20);
    expect(said).toEqual(
      listed.slice(0, said.length).map(({ location, parent, customer }) => {
        if (location !== '') return location;
        if (parent === null) return customer === '' ? '' : `at customer ${customer}`;
        const lot = parent.sublot === '' ? parent.lot : `${parent.lot} / ${parent.sublot}`;
        const number = parent.serial === '' ? lot : lot === '' ? parent.serial : `${parent.serial} (${lot})`;
        return `in ${parent.product} ${number}`;
      }),
    );
  });
});

describe('rows that were chosen from a list', () => {
  it('are a workbook of their own in the order of the list, whatever it is filtered by by then', async () => {
    const chosen = (await lots({ sort: '-lot' })).filter((_, index) => index === 3 || index === 40);
    const only = chosen.map((row) => keyOfRow(lotList, row));
    const made = await workbook('lots', {
      question: { sort: '-lot', text: 'no such lot' },
      columns: ['product'],
      only,
    });
    expect(made.rows).toEqual(chosen.map(({ lot, product }) => [lot, product]));
    expect(made.statement).toBe('The rows that were chosen on the screen.');
    const serial = (await serials())[7];
    const ofSerial = await workbook('serials', {
      question: {},
      only: [keyOfRow(serialList, serial ?? {}), '{"product":"no such"}', 'no key'],
    });
    expect(ofSerial.rows.map((row) => row[1])).toEqual([serial?.product]);
    const [product] = (await plant.ask('products.listWithStock', { limit: 1 })).rows;
    const ofProduct = await workbook('products', {
      question: { text: 'no such product' },
      only: [keyOfRow(productList, product ?? {})],
    });
    expect(ofProduct.rows.map((row) => row[0])).toEqual([product?.code]);
  });
});

describe('a column that is filtered or sorted by', () => {
  it('stands in the workbook as on the screen, unless others were chosen', async () => {
    const usual = (await workbook('lots', { question: {} })).headers;
    expect(usual).not.toContain('Retest');
    expect((await workbook('lots', { question: { retestOn: 'next90' } })).headers).toContain('Retest');
    expect((await workbook('lots', { question: { sort: '-manufacturedOn' } })).headers).toContain('Made on');
    const chosen = await workbook('lots', { question: { retestOn: 'next90' }, columns: ['product'] });
    expect(chosen.headers).toEqual(['Lot', 'Product']);
  });
});

describe('the day by which lots are tested again', () => {
  it('is filtered by spans that are counted from today, as expiry is', async () => {
    const today = dateOf(plant.clock.now(), 0);
    const every = (await lots({ sort: 'retestOn' })).map(({ retestOn }) => retestOn).filter((day) => day !== '');
    for (const [span, fits] of [
      ['overdue', (day: string) => day < today],
      ['next7', (day: string) => day >= today && day <= addDays(today, 7)],
      ['next90', (day: string) => day >= today && day <= addDays(today, 90)],
    ] as const)
      expect(
        (await lots({ retestOn: span, sort: 'retestOn' })).map(({ retestOn }) => retestOn),
        span,
      ).toEqual(every.filter(fits));
    expect(every.length).toBeGreaterThan(0);
  });
});
