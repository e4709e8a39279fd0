import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDemoApp, codeOf, type TestApp } from '../support/app.ts';
import { readWorkbook } from '../support/workbookReader.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('food');
  return () => plant[Symbol.asyncDispose]();
});

const wide = { supplierLots: [{ supplier: 'S-VERDANNE', supplierLot: 'VE-66318' }] };
const narrow = { suspects: [{ product: 'JAM-APR', lot: 'JA-1052' }] };
const draw = (format: 'pdf' | 'xlsx', questions: object[], more: object = {}) =>
  plant.ask('reports.draw', { report: 'scopes', parameters: { questions }, format, zone: 'Europe/Berlin', ...more });

async function workbookOf(questions: object[]) {
  const drawn = await draw('xlsx', questions);
  await plant.ask('reports.issue', { document: drawn.document });
  const { path } = plant.app.spool.fetch(drawn.document, plant.me.id);
  const { sheets } = readWorkbook(readFileSync(path));
  const valuesOf = (name: string) =>
    (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) =>
      Array.from(row, (cell) => cell?.value ?? null),
    );
  return { drawn, names: sheets.map(({ name }) => name), valuesOf };
}

describe('scopes side by side as a workbook', () => {
  it('have a row for each figure, in process among them, and what the narrower one saves', async () => {
    const { valuesOf, drawn } = await workbookOf([wide, narrow]);
    const [one, other] = [await plant.ask('recalls.simulate', wide), await plant.ask('recalls.simulate', narrow)];
    const rows = valuesOf('Scopes side by side');
    expect(rows[0]).toEqual([
      'Figure',
      'Product',
      'Scope 1',
      'Scope 1, unit',
      'Scope 2',
      'Scope 2, unit',
      'Scope 2 saves',
      'Scope 2 saves, unit',
    ]);
    const row = (figure: string) => rows.filter(([name]) => name === figure);
    const counts = row('Customers')[0]?.filter((_value, column) => column > 1 && column % 2 === 0);
    const [all, fewer] = [one.totals.customers, other.totals.customers];
    expect(counts?.map(Number)).toEqual([all, fewer, all - fewer]);
    expect(one.inProcess.length).toBeGreaterThan(0);
    expect(row('In production').map((values) => [values[1], Number(values[2]), values[3]])).toEqual(
      one.balances
        .filter(({ inProcess }) => inProcess !== '0')
        .map(({ product, inProcess, unit }) => [product, Number(inProcess), unit]),
    );
    expect(rows.slice(1, 3).map(([figure, product]) => [figure, product])).toEqual([
      ['Gaps in the record', ''],
      ['Missing without a reason', 'JAM-APR'],
    ]);
    expect(drawn.title).toBe('Recall scopes side by side: S-VERDANNE, lot VE-66318');
  });

  it('list who and what drops out, whole, with how to reach them', async () => {
    const { names, valuesOf } = await workbookOf([wide, narrow]);
    expect(names).toEqual([
      'Report',
      'Scopes side by side',
      'Customers in 1, not 2',
      'Lots, serials in 1, not 2',
      'Customers in 2, not 1',
      'Lots, serials in 2, not 1',
    ]);
    const dropped = await plant.ask('recalls.listDropped', { from: wide, to: narrow, limit: 500 });
    const units = valuesOf('Lots, serials in 1, not 2').slice(1);
    expect(units.map(([product, , unit]) => `${product} ${unit}`)).toEqual(
      dropped.units.rows.map(({ product, lot }) => `${product} ${lot}`),
    );
    const customers = valuesOf('Customers in 1, not 2').slice(1);
    expect([...new Set(customers.map(([code]) => code))]).toEqual(
      dropped.customers.rows.map(({ customer }) => customer),
    );
    for (const [, , address, email, phone] of customers) {
      expect(address).toMatch(/\d/);
      expect(email).toContain('@');
      expect(phone).toMatch(/^\+/);
    }
  });

  it('say on the first sheet what each scope is, and where nothing drops out', async () => {
    const { valuesOf } = await workbookOf([wide, narrow]);
    const said = JSON.stringify(valuesOf('Report'));
    for (const text of [
      'S-VERDANNE, lot VE-66318',
      'JAM-APR JA-1052',
      'Customers: 7',
      '4,709 shipped, 24 returned',
      'Every customer of scope 2 is one of scope 1 too.',
    ])
      expect(said).toContain(text);
  });

  it('are a PDF as well, also five of them and in German', async () => {
    const questions = [wide, narrow, { ...wide, dated: true }, { ...narrow, dated: true }, wide];
    const drawn = await draw('pdf', questions, { language: 'de', locale: 'de-DE' });
    expect(drawn.title).toBe('Rückrufumfänge nebeneinander: S-VERDANNE, Charge VE-66318');
    await plant.ask('reports.issue', { document: drawn.document });
    const { path } = plant.app.spool.fetch(drawn.document, plant.me.id);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are refused when there is only one, or a suspect nobody knows', async () => {
    expect(await codeOf(draw('xlsx', [wide]))).toBe('VALIDATION');
    expect(await codeOf(draw('xlsx', [wide, { suspects: [{ product: 'NOPE' }] }]))).toBe('NOT_FOUND');
  });
});
