import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { unevenPlant } from '../support/unevenPlant.ts';
import { readWorkbook } from '../support/workbookReader.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildPlantApp();
  await plant.take(unevenPlant());
  return () => plant[Symbol.asyncDispose]();
});

const milk = { product: 'MILK', lot: 'M-1' };
const page = { limit: 100 };
/** Codes of one family in the order people look for them, and by code point. */
const natural = (family: string) => ['2', '9', '10', '100'].map((number) => `${family}-${number}`);
const byCodePoint = (family: string) => ['10', '100', '2', '9'].map((number) => `${family}-${number}`);
/** Each code of a family once, where it stands first. */
const firsts = (texts: readonly string[], family: string) => [
  ...new Set(texts.filter((text) => new RegExp(`^${family}-\\d+$`).test(text))),
];

describe('lists that people read', () => {
  it('of a trace stand in the order of the numbers in their codes', async () => {
    const view = await plant.ask('trace.view', { roots: [milk], direction: 'downstream', ...page });
    expect(view.units.map(({ lot }) => lot)).toEqual(['M-1', ...natural('K')]);
    expect(view.runs.map(({ workOrder }) => workOrder)).toEqual(natural('WO'));
    expect(
      firsts(
        view.shipments.map(({ document }) => document),
        'DN',
      ),
    ).toEqual(natural('DN'));
    const up = await plant.ask('trace.view', {
      roots: [
        { product: 'CAKE', lot: 'K-100' },
        { product: 'CAKE', lot: 'K-2' },
        { product: 'CAKE', lot: 'K-10' },
      ],
      direction: 'upstream',
      ...page,
    });
    expect(up.roots.map(({ lot }) => lot)).toEqual(['K-2', 'K-10', 'K-100']);
  });

  it('of a picture too: goods and customers', async () => {
    const { nodes } = await plant.ask('trace.picture', { roots: [milk], direction: 'downstream' });
    expect(nodes.flatMap((node) => (node.kind === 'unit' ? [node.unit.lot] : []))).toEqual(['M-1', ...natural('K')]);
    expect(nodes.flatMap((node) => (node.kind === 'partner' && node.side === 'customer' ? [node.code] : []))).toEqual(
      natural('SHOP'),
    );
  });

  it.each([false, true])('of a recall, in time: %s', async (dated) => {
    const view = await plant.ask('recalls.view', { suspects: [milk], dated, ...page });
    expect(view.affected.map(({ lot }) => lot)).toEqual(['M-1', ...natural('K')]);
    expect(view.customers.map(({ customer }) => customer)).toEqual(natural('SHOP'));
    const most = view.customers.find(({ customer }) => customer === 'SHOP-9');
    expect(firsts(most?.deliveries ?? [], 'DX')).toEqual(natural('DX'));
    expect(
      firsts(
        view.onHand.map(({ lot }) => lot),
        'K',
      ),
    ).toEqual(natural('K'));
    expect(
      firsts(
        view.onHand.map(({ location }) => location),
        'ROOM',
      ),
    ).toEqual(natural('ROOM'));
    expect(view.adjustments.map(({ document }) => document)).toEqual(natural('CNT'));
    const { rows } = await plant.ask('recalls.listDeliveries', {
      suspects: [milk],
      dated,
      customer: 'SHOP-9',
      ...page,
    });
    expect(
      firsts(
        rows.map(({ document }) => document),
        'DX',
      ),
    ).toEqual(natural('DX'));
  });

  it('keep that order from page to page', async () => {
    const lots: string[] = [];
    for (let offset = 0; offset < 5; offset += 2) {
      const { affected } = await plant.ask('recalls.view', { suspects: [milk], offset, limit: 2 });
      lots.push(...affected.map(({ lot }) => lot));
    }
    expect(lots).toEqual(['M-1', ...natural('K')]);
  });

  it('of what drops out between two recalls', async () => {
    const to = { suspects: [{ product: 'CAKE', lot: 'K-2' }] };
    const { units, customers } = await plant.ask('recalls.listDropped', { from: { suspects: [milk] }, to, ...page });
    expect(units.rows.map(({ lot }) => lot)).toEqual(['M-1', 'K-9', 'K-10', 'K-100']);
    expect(customers.rows.map(({ customer }) => customer)).toEqual(['SHOP-9', 'SHOP-10', 'SHOP-100']);
  });

  it('of products, partners, sites and the stock of a product', async () => {
    const products = await plant.ask('products.list', { search: 'P-', ...page });
    expect(
      firsts(
        products.rows.map(({ code }) => code),
        'P',
      ),
    ).toEqual(natural('P'));
    expect((await plant.ask('products.list', { search: 'P-', offset: 1, limit: 2 })).rows).toEqual(
      products.rows.slice(1, 3),
    );
    const partners = await plant.ask('partners.list', { search: 'SHOP-', ...page });
    expect(partners).toMatchObject({ total: 4 });
    expect(partners.rows.map(({ code }) => code)).toEqual(natural('SHOP'));
    const { sites } = await plant.ask('locations.listSites', {});
    expect(
      firsts(
        sites.map(({ name }) => name),
        'HALL',
      ),
    ).toEqual(natural('HALL'));
    const stock = await plant.ask('movements.listBalances', { product: 'CAKE', ordering: 'natural', ...page });
    expect(
      firsts(
        stock.rows.map(({ lot }) => lot),
        'K',
      ),
    ).toEqual(natural('K'));
    expect(
      firsts(
        stock.rows.map(({ location }) => location),
        'ROOM',
      ),
    ).toEqual(natural('ROOM'));
    const second = await plant.ask('movements.listBalances', {
      product: 'CAKE',
      ordering: 'natural',
      offset: 2,
      limit: 3,
    });
    expect(second).toEqual({ total: stock.total, rows: stock.rows.slice(2, 5) });
  });
});

describe('lists that scripts read', () => {
  it('stand by code point as they always did', async () => {
    const trace = await plant.ask('trace.get', { roots: [milk], direction: 'downstream' });
    expect(trace.units.map(({ lot }) => lot)).toEqual(['M-1', ...byCodePoint('K')]);
    expect(trace.runs.map(({ workOrder }) => workOrder)).toEqual(byCodePoint('WO'));
    const recall = await plant.ask('recalls.simulate', { suspects: [milk] });
    expect(recall.affected.map(({ lot }) => lot)).toEqual(['M-1', ...byCodePoint('K')]);
    expect(recall.customers.map(({ customer }) => customer)).toEqual(byCodePoint('SHOP'));
    expect(recall.adjustments.map(({ document }) => document)).toEqual(byCodePoint('CNT'));
    const stock = await plant.ask('movements.listBalances', { product: 'CAKE', ...page });
    expect(
      firsts(
        stock.rows.map(({ lot }) => lot),
        'K',
      ),
    ).toEqual(byCodePoint('K'));
  });
});

describe('documents', () => {
  const drawn = async (report: 'trace' | 'recall', format: 'pdf' | 'xlsx') => {
    const question = report === 'trace' ? { roots: [milk], direction: 'downstream' } : { suspects: [milk] };
    const { document } = await plant.ask('reports.draw', { report, parameters: { question }, format });
    await plant.ask('reports.issue', { document });
    return readFileSync(plant.app.spool.fetch(document, plant.me.id).path);
  };

  it.each(['trace', 'recall'] as const)('of %s print that order, in the picture too', async (operation) => {
    const pages = readPdf(await drawn(operation, 'pdf')).pages.map(pageText);
    const texts = pages.join('\n').split('\n');
    for (const family of ['K', 'SHOP']) expect(firsts(texts, family), family).toEqual(natural(family));
    // The picture stands on the page alone that names both a column of it and all customers.
    const picture = pages.find((text) => text.includes('Customer\n') && text.includes('SHOP-2'))?.split('\n') ?? [];
    expect(firsts(picture, 'SHOP')).toEqual(natural('SHOP'));
  });

  it('have it in every sheet of the workbook', async () => {
    const { sheets } = readWorkbook(await drawn('recall', 'xlsx'));
    const textsOf = (name: string) =>
      (sheets.find((sheet) => sheet.name === name)?.rows ?? []).flatMap((row) =>
        Array.from(row, (cell) => String(cell?.value ?? '')),
      );
    expect(firsts(textsOf('Affected'), 'K')).toEqual(natural('K'));
    expect(firsts(textsOf('Customers'), 'SHOP')).toEqual(natural('SHOP'));
    expect(firsts(textsOf('In stock'), 'ROOM')).toEqual(natural('ROOM'));
    expect(firsts(textsOf('Stock differences'), 'CNT')).toEqual(natural('CNT'));
    const trace = readWorkbook(await drawn('trace', 'xlsx')).sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => Array.from(row, (cell) => String(cell?.value ?? ''))),
    );
    expect(firsts(trace, 'WO')).toEqual(natural('WO'));
  });
});
