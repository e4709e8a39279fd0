import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnDocument } from '#shared/reports/contract.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { readWorkbook } from '../support/workbookReader.ts';
import { asPerson, buildDemoApp, codeOf, type TestApp } from '../support/app.ts';

let plant: TestApp;
beforeAll(async () => {
  plant = await buildDemoApp('food');
  return () => plant[Symbol.asyncDispose]();
});

const suspects = { suspects: [{ product: 'APR-PUREE', lot: 'AP-0028' }] };
const drawRecall = (format: 'pdf' | 'xlsx', more: object = {}) =>
  plant.ask('reports.draw', {
    report: 'recall',
    parameters: { question: suspects },
    format,
    zone: 'Europe/Berlin',
    ...more,
  });
const fetchIssued = ({ document }: DrawnDocument) => plant.app.spool.fetch(document, plant.me.id);

describe('a trace on paper', () => {
  it('says how much of each lot was used, and which run made it, in its list and in its picture', async () => {
    const parameters = { question: { roots: [{ product: 'JAM-APR', lot: 'JA-1052' }], direction: 'upstream' } };
    const draw = async (format: 'pdf' | 'xlsx') => {
      const drawn = await plant.ask('reports.draw', { report: 'trace', parameters, format });
      await plant.ask('reports.issue', { document: drawn.document });
      return readFileSync(fetchIssued(drawn).path);
    };
    const { sheets } = readWorkbook(await draw('xlsx'));
    const [head, ...rows] = (sheets.find(({ name }) => name === 'Lots and serials')?.rows ?? []).map((row) =>
      row.map((cell) => cell?.value),
    );
    const amounts = ['Received or made', 'Received or made, unit', 'Of it used here', 'Of it used here, unit'];
    expect(head?.slice(4)).toEqual(amounts);
    expect(rows.find((row) => row.includes('PE-0008'))?.slice(4)).toEqual(['50', 'kg', '6', 'kg']);
    const [page] = readPdf(await draw('pdf')).pages;
    const texts = page?.texts.map(({ text }) => text) ?? [];
    const at = texts.indexOf('AB-0328');
    expect(texts.slice(at, at + 4)).toEqual(['AB-0328', 'WO-1321 run 1', '325 kg', 'APR-BASE']);
  });
});

describe('a recall as a workbook', () => {
  it('has every list of the answer, whole, with contacts beside the customers', async () => {
    const answer = await plant.ask('recalls.simulate', suspects);
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const rowsOf = (name: string) => (sheets.find((sheet) => sheet.name === name)?.rows.length ?? 0) - 1;
    expect(sheets.map(({ name }) => name)).toEqual([
      'Report',
      'Mass balance',
      'Stock differences',
      'Customers',
      'Deliveries by customer',
      'Deliveries and returns',
      'In stock',
      'In production',
      'Affected',
      'Gaps in the record',
    ]);
    expect(rowsOf('Affected')).toBe(answer.affected.length);
    expect(rowsOf('In stock')).toBe(answer.onHand.length);
    expect(rowsOf('Stock differences')).toBe(answer.adjustments.length);
    expect(rowsOf('Deliveries by customer')).toBe(answer.customers.flatMap(({ shipped }) => shipped).length);
    const codes = answer.customers.map(({ customer }) => customer);
    const { rows: partners } = await plant.ask('partners.list', { codes, limit: 500 });
    const customers = sheets.find(({ name }) => name === 'Customers')?.rows.slice(1) ?? [];
    expect(customers.map((row) => row.slice(0, 5).map((cell) => cell?.value))).toEqual(
      partners.map(({ code, name, address, country, email, phone }) => [
        code,
        name,
        `${address}, ${country}`,
        email,
        phone,
      ]),
    );
  });

  it('says what each product weighs up to in its own unit, worst first, and no sum of unlike things', async () => {
    const answer = await plant.ask('recalls.simulate', suspects);
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const valuesOf = (name: string) =>
      (sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) =>
        Array.from(row, (cell) => cell?.value ?? ''),
      );
    const [head = [], ...rows] = valuesOf('Mass balance');
    const columnOf = (header: string) => rows.map((row) => String(row[head.indexOf(header)]));
    expect(columnOf('Product')).toEqual(answer.balances.map(({ product }) => product));
    expect(columnOf('Balance').map(Number)).toEqual(
      answer.balances.map(({ balancePercent }) => Number(balancePercent)),
    );
    for (const [header, part] of [
      ['Came in', 'in'],
      ['Used', 'consumed'],
      ['Gone out', 'out'],
      ['In stock', 'here'],
      ['Unexplained', 'unexplained'],
    ] as const) {
      expect(columnOf(header).map(Number), header).toEqual(answer.balances.map((balance) => Number(balance[part])));
      const said = rows.map((row) => row[head.indexOf(`${header}, unit`)]).filter((unit) => unit !== '');
      expect(new Set(said), header).toEqual(
        new Set(answer.balances.filter((b) => b[part] !== '0' || part === 'unexplained').map(({ unit }) => unit)),
      );
    }
    const figures = valuesOf('Report').filter(([label]) => label === 'At customers');
    const sent = answer.customers.flatMap(({ shipped }) => shipped).filter(({ product }) => product === 'NEC-APR');
    const bottles = sent.reduce((sum, { quantity }) => sum + Number(quantity), 0);
    expect(figures).toContainEqual(['At customers', String(bottles), 'EA NEC-APR']);
    expect(valuesOf('Report')).toContainEqual([
      'Worst mass balance',
      answer.balances[0]?.balancePercent,
      `% ${answer.balances[0]?.product}`,
    ]);
  });

  it('has the parts of each balance as shares of what came in, which the PDF draws as bars instead', async () => {
    const { balances } = await plant.ask('recalls.simulate', suspects);
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const [head = [], ...rows] = sheets.find(({ name }) => name === 'Mass balance')?.rows ?? [];
    const shares = head.flatMap((cell, at) => (cell?.value.endsWith(', share of what came in') ? [at] : []));
    expect(shares).toHaveLength(6);
    const gone = head.findIndex((cell) => cell?.value === 'Gone out, share of what came in');
    rows.forEach((row, at) => {
      const { in: cameIn = '', out = '' } = balances[at] ?? {};
      expect(Number(row[gone]?.value)).toBeCloseTo(Number(out) / Number(cameIn), 5);
      expect(row[gone]?.format).toContain('%');
      expect(shares.reduce((sum, column) => sum + Number(row[column]?.value), 0)).toBeCloseTo(1, 5);
    });

    const paper = await drawRecall('pdf');
    await plant.ask('reports.issue', { document: paper.document });
    const pdf = readPdf(readFileSync(fetchIssued(paper).path));
    const figure = pdf.pages.flatMap(({ texts }) => texts.flatMap(({ text, tag }) => (tag === 'Figure' ? [text] : [])));
    for (const { product } of balances) expect(figure).toContain(product);
    for (const said of ['Gone out', 'In stock', 'Stock difference, unexplained']) expect(figure).toContain(said);
    expect(pdf.pages.map(pageText).join()).not.toContain('share of what came in');
    expect(pdf.alternatives[0]).toContain('The table below says the same in numbers.');
  });

  it('has no column for what nobody did', async () => {
    const question = { suspects: [{ product: 'JAM-APR', lot: 'JA-1052' }] };
    const drawn = await plant.ask('reports.draw', { report: 'recall', parameters: { question }, format: 'xlsx' });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const heads = sheets.flatMap(({ rows }) => Array.from(rows[0] ?? [], (cell) => cell?.value));
    expect(heads).toContain('Shipped');
    expect(heads).not.toContain('Returned');
  });

  it('names beside each product only the deliveries that brought it', async () => {
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const rows = sheets.find(({ name }) => name === 'Deliveries by customer')?.rows.slice(1) ?? [];
    const { shipments } = await plant.ask('trace.get', { roots: suspects.suspects, direction: 'downstream' });
    for (const row of rows) {
      const [customer, product, documents] = [row[0]?.value, row[2]?.value, row.at(-1)?.value];
      const brought = shipments.filter((row) => row.customer === customer && row.product === product);
      expect(documents).toBe([...new Set(brought.map(({ document }) => document))].join(', '));
    }
    expect(rows.length).toBeGreaterThan(10);
  });

  it('says which lots and serials went to whom, in which quantity, with which delivery, and what came back', async () => {
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    const rows = sheets.find(({ name }) => name === 'Deliveries and returns')?.rows.slice(1) ?? [];
    const { customers } = await plant.ask('recalls.simulate', suspects);
    for (const { customer, shipped, returned } of customers) {
      const own = rows.filter((row) => row[0]?.value === customer);
      const { total } = await plant.ask('recalls.listDeliveries', { ...suspects, customer, limit: 1 });
      expect(own).toHaveLength(total);
      for (const [column, sums] of [
        [7, shipped],
        [9, returned],
      ] as const) {
        for (const { product, quantity } of sums) {
          const amounts = own.filter((row) => row[4]?.value === product).map((row) => Number(row[column]?.value ?? 0));
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(Number(quantity), 6);
        }
      }
    }
    expect(customers.flatMap(({ returned }) => returned).length).toBeGreaterThan(0);
  });

  it('puts what has no reason in front', async () => {
    const drawn = await drawRecall('xlsx');
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    expect(sheets.find(({ name }) => name === 'Stock differences')?.rows[1]?.[0]?.value).toBe('Unexplained');
    const said = sheets[0]?.rows.flatMap((row) => Array.from(row, (cell) => cell?.value)) ?? [];
    expect(said).toContain('18 EA JAM-APR missing without a reason');
  });
});

describe('a list as a workbook', () => {
  const drawList = async (columns: ('lot' | 'product' | 'onHand')[]) => {
    const question = { product: 'APR-PUREE', sort: '-lot' as const, onHand: ['yes' as const] };
    const listed = await plant.ask('lots.list', { ...question, limit: 500 });
    const drawn = await plant.ask('reports.draw', {
      report: 'lots',
      parameters: { question, columns },
      format: 'xlsx',
    });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(fetchIssued(drawn).path));
    return { listed, sheets };
  };

  it('has the rows of the list, complete and in its order, with the columns that were shown', async () => {
    const { listed, sheets } = await drawList(['product', 'onHand']);
    const [head, ...rows] = sheets.find(({ name }) => name === 'Lots')?.rows ?? [];
    expect(head?.map((cell) => cell?.value)).toEqual(['Lot', 'Product', 'In stock', 'In stock, unit']);
    expect(rows.length).toBe(listed.total);
    expect(rows.map((row) => [row[0]?.value, row[1]?.value, String(row[2]?.value)])).toEqual(
      listed.rows.map(({ lot, product, onHand }) => [lot, product, onHand]),
    );
  });

  it('says on its first sheet what was filtered and how it is sorted', async () => {
    const { sheets } = await drawList([]);
    const said = JSON.stringify(
      sheets[0]?.rows.map((row) => row.map((cell) => (cell === undefined ? '' : cell.value))),
    );
    for (const text of ['APR-PUREE', 'In stock', 'Sorted by', 'Lot, last first']) expect(said).toContain(text);
  });
});

describe('a document', () => {
  it('states the end of the chain it was made from and the digest of its bytes; issuing it is the next entry', async () => {
    const drawn = await drawRecall('pdf', { language: 'de', locale: 'de-DE' });
    expect(drawn.title).toBe('Rückrufsimulation: APR-PUREE AP-0028');
    expect(drawn.name).toMatch(/^Rückrufsimulation APR-PUREE AP-0028 \d{4}-\d{2}-\d{2}\.pdf$/);
    const { rows } = await plant.ask('audit.list', { limit: 1 });
    expect(drawn).toMatchObject({ seq: rows[0]?.seq, hash: rows[0]?.hash });
    await plant.ask('reports.issue', { document: drawn.document });
    const bytes = readFileSync(fetchIssued(drawn).path);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(drawn.sha256);
    const { rows: after } = await plant.ask('audit.list', { limit: 1 });
    expect(after[0]).toMatchObject({ operation: 'reports.issue', seq: drawn.seq + 1 });
  });

  it('cannot be fetched before it is issued, nor by another session', async () => {
    const drawn = await plant.ask('reports.draw', {
      report: 'trace',
      parameters: { question: { roots: suspects.suspects, direction: 'downstream' } },
      format: 'xlsx',
    });
    expect(() => fetchIssued(drawn)).toThrow('not issued');
    const other = asPerson(plant.me, 'somebody');
    const issue = { operation: 'reports.issue', input: { document: drawn.document }, commandId: 'issue-by-another' };
    expect(await codeOf(plant.app.call(other, issue))).toBe('NOT_FOUND');
    await plant.ask('reports.issue', { document: drawn.document });
    expect(() => plant.app.spool.fetch(drawn.document, other.id)).toThrow('no longer here');
  });

  it('is gone from the disk with its app', async () => {
    await using other = await buildDemoApp('device');
    const drawn = await other.ask('reports.draw', {
      report: 'trace',
      parameters: { question: { roots: [{ product: 'CAP-220', lot: 'CP-0043' }], direction: 'downstream' } },
      format: 'xlsx',
    });
    await other.ask('reports.issue', { document: drawn.document });
    const { path } = other.app.spool.fetch(drawn.document, other.me.id);
    expect(existsSync(path)).toBe(true);
    await other.app.spool.close();
    expect(existsSync(path)).toBe(false);
  });

  it.each([{ zone: 'Moon/Crater' }, { locale: 'not a tag!' }, { format: 'docx' }, { language: 'fr' }])(
    'is refused with %o',
    async (wrong) => expect(await codeOf(drawRecall('pdf', wrong))).toBe('VALIDATION'),
  );
});
