import { readFile } from 'node:fs/promises';
import { msg } from '#shared/kernel/message.ts';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IssueLog } from '#main/features/exchange/import/issueLog.ts';
import type { Correction } from '#shared/exchange/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { buildFolder, csvFiles, type ExportTables, where, workbookOf } from '../support/exportFiles.ts';
import { on, row } from '../support/plantTables.ts';

const correct = (place: string, value: string): Correction => {
  const [file = '', number = '', column = ''] = place.split(' ');
  return { file, row: Number(number), column, value };
};

/** Imports tables from a folder with cells corrected. */
async function take(plant: TestApp, tables: ExportTables, corrections: Correction[], id = plant.newId()) {
  await using folder = await buildFolder(csvFiles(tables));
  return await plant.ask('exchange.import', { source: { kind: 'path', path: folder.path }, corrections }, { id });
}

async function preview(plant: TestApp, tables: ExportTables, corrections: Correction[] = []) {
  await using folder = await buildFolder(csvFiles(tables));
  return await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path }, corrections });
}

const opening = (goods: string, quantity: string, id: string, more = {}) =>
  row('opening', goods, quantity, on(5), { id, ...more });

const faulty: ExportTables = {
  lots: [{ product: 'OIL', lot: 'O1', expires_on: '31.12.2026' }],
  movements: [opening('OIL O1', '1O0', 'M1'), opening('MIKL L1', '20', 'M2'), opening('OIL O1', '5', 'M3')],
};
const mended = [
  correct('lots.csv 2 expires_on', '2026-12-31'),
  correct('movements.csv 2 quantity', '100'),
  correct('movements.csv 3 product', 'MILK'),
];

describe('an import with corrected cells', () => {
  it('stores what was typed, and lists and records what the file holds', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder(csvFiles(faulty));
    const before = await readFile(join(folder.path, 'movements.csv'), 'utf8');
    const input = { source: { kind: 'path' as const, path: folder.path }, corrections: mended };
    const result = await plant.ask('exchange.import', input, { id: 'corrected-1' });
    expect(result).toMatchObject({ lots: 1, movements: 3, alreadyPresent: 0 });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 20', 'OIL O1 @ STORE A = 105']);
    expect(result.findings).toEqual([
      {
        file: 'lots.csv',
        row: 2,
        column: 'expires_on',
        code: 'CORRECTED',
        message: 'This cell stands as “31.12.2026” in the file; “2026-12-31” was imported instead.',
      },
      {
        file: 'movements.csv',
        row: 2,
        column: 'quantity',
        code: 'CORRECTED',
        message: 'This cell stands as “1O0” in the file; “100” was imported instead.',
      },
      {
        file: 'movements.csv',
        row: 3,
        column: 'product',
        code: 'CORRECTED',
        message: 'This cell stands as “MIKL” in the file; “MILK” was imported instead.',
      },
    ]);
    const {
      rows: [entry],
    } = await plant.ask('audit.list', {});
    const { listed } = await plant.ask('audit.get', { seq: entry?.seq ?? 0 });
    expect([entry?.operation, listed]).toEqual(['exchange.import', result.findings]);
    expect(await plant.ask('exchange.import', input, { id: 'corrected-1' })).toEqual(result);
    const other = { ...input, corrections: [] };
    expect((await refusalOf(plant.ask('exchange.import', other, { id: 'corrected-1' }))).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    );
    expect(await plant.stock()).toHaveLength(2);
    expect(await readFile(join(folder.path, 'movements.csv'), 'utf8')).toBe(before);
    expect(plant.verify().problems).toEqual([]);
  });

  it('does the same from a workbook, where cells are named by their sheet', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder({ 'plant.xlsx': workbookOf(faulty) });
    const corrections = mended.map((one) => ({ ...one, file: one.file.replace('.csv', '') }));
    const source = { kind: 'path' as const, path: join(folder.path, 'plant.xlsx') };
    const { result, cells } = await plant.ask('exchange.preview', { source, corrections });
    expect(cells.map(({ file, text }) => `${file} ${text}`)).toEqual([
      'lots 31.12.2026',
      'movements 1O0',
      'movements MIKL',
    ]);
    expect(await plant.ask('exchange.import', { source, corrections })).toEqual(result);
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 20', 'OIL O1 @ STORE A = 105']);
  });

  it('lists a blank cell and one that becomes blank as such, and one that keeps its text not at all', async () => {
    await using plant = await buildPlantApp();
    const movements = [opening('OIL O1', '', 'M1', { reason: 'x', line: '1' })];
    const { findings } = await take(plant, { movements }, [
      correct('movements.csv 2 quantity', '7'),
      correct('movements.csv 2 reason', ''),
      correct('movements.csv 2 line', '1'),
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'This cell is blank in the file; “7” was imported instead.',
      'This cell stands as “x” in the file; a blank was imported instead.',
    ]);
  });

  it('leaves a row out whose cells are all made blank: of goods that are short, an earlier row that took too much', async () => {
    await using plant = await buildPlantApp();
    const ship = (id: string, at: number) => row('shipment', 'OIL O1', '60', on(at), { id, partner: 'C1' });
    const short = [opening('OIL O1', '60', 'M1'), ship('M2', 6), ship('M3', 7)];
    const { errors, suspects, others } = await preview(plant, { movements: short });
    expect(where(errors)).toEqual(['movements.csv 4 quantity INSUFFICIENT_QTY']);
    expect(suspects).toEqual([{ file: 'movements.csv', row: 4, column: 'quantity', rows: [3] }]);
    const blanks = others
      .filter((cell) => cell.row === 3 && cell.text !== '')
      .map(({ file, row: at, column, text: held }) => ({ file, row: at, column, held, value: '' }));
    const checked = await preview(plant, { movements: short }, blanks);
    expect(checked).toMatchObject({ errors: [], leftOut: [{ file: 'movements.csv', row: 3 }] });
    const { findings, ...taken } = await take(plant, { movements: short }, blanks);
    expect(taken).toMatchObject({ movements: 2, correctedRows: [{ row: 3, leftOut: true }] });
    expect(findings.map(({ row: at, message }) => `${at} ${message}`)).toEqual([
      expect.stringMatching(/^3 This row was left out of the import\. In the file it holds .*quantity “60”.*id “M2”/),
    ]);
    expect(await plant.stock()).toEqual([]);
    // The export comes again: left out again nothing is said, forgotten it is told.
    const again = await preview(plant, { movements: short });
    expect(again.earlier).toMatchObject([{ row: 3, leftOut: true }]);
    expect(await preview(plant, { movements: short }, blanks)).toMatchObject({ errors: [], result: { movements: 0 } });
    const more = [...short, row('receipt', 'OIL O1', '60', on(4), { id: 'M4' })];
    const { result } = await preview(plant, { movements: more });
    expect(result?.findings.map(({ row: at, message }) => `${at} ${message}`)).toContainEqual(
      expect.stringMatching(/^3 This row was left out of the import on .*, and is taken in now\./),
    );
  });

  it('never leaves a corrected cell out, however many findings there are', () => {
    const book = new IssueLog();
    for (let at = 2; at < 1502; at += 1)
      book.addFinding('products', { row: at, column: 'code', code: 'VALIDATION', text: msg`Odd.` });
    book.addCorrected({ file: 'movements.csv', row: 9, column: 'lot', code: 'CORRECTED', message: 'So.' });
    const findings = book.findings();
    expect(findings[0]?.code).toBe('CORRECTED');
    expect(findings).toHaveLength(1002);
    expect(findings.at(-1)?.message).toBe('And 500 more findings of this kind, in rows 1002–1501.');
  });
});

describe('a dry run', () => {
  it('tells what the cells hold that faults point at, those that show only after all rows were read too', async () => {
    await using plant = await buildPlantApp();
    const tables: ExportTables = {
      ...faulty,
      movements: [
        ...(faulty.movements ?? []),
        row('shipment', 'OIL O2', ' 7', on(6)),
        row('receipt', 'OIL O1', 1, on(6), { partner: '' }),
      ],
    };
    const { result, errors, cells } = await preview(plant, tables);
    expect(result).toBeNull();
    expect(where(errors)).toEqual([
      'lots.csv 2 expires_on VALIDATION',
      'movements.csv 2 quantity VALIDATION',
      'movements.csv 6 partner VALIDATION',
      'movements.csv 3 product NOT_FOUND',
      'movements.csv 5 quantity INSUFFICIENT_QTY',
    ]);
    for (const fault of errors) expect(Object.keys(fault)).toEqual(['file', 'row', 'column', 'code', 'message']);
    const told = cells.map(({ file, row: at, column, text }) => `${file} ${at} ${column} “${text}”`);
    expect(told.sort()).toEqual([
      'lots.csv 2 expires_on “31.12.2026”',
      'movements.csv 2 quantity “1O0”',
      'movements.csv 3 product “MIKL”',
      'movements.csv 5 quantity “ 7”',
      'movements.csv 6 partner “”',
    ]);
  });

  it('tells no cell where a fault points at none: a header, a column that is not there, a row cut short', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder({
      'partners.csv': 'code,name,colour,kind\nC9,Nine,red,customer\n',
      'locations.csv': 'code,site,kind\nYARD,MAIN\n',
      'movements.csv': 'at,kind,document,product,quantity\n2026-01-05T08:00:00Z,opening,D1,OIL,1\n',
    });
    const { errors, cells } = await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path } });
    expect(where(errors)).toEqual([
      'partners.csv 1 colour VALIDATION',
      'locations.csv 2  VALIDATION',
      'movements.csv 2 to VALIDATION',
      'movements.csv 2 status VALIDATION',
    ]);
    expect(cells).toEqual([]);
  });

  it('judges corrected cells, tells what is left, and what every corrected cell holds', async () => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    const left = await preview(plant, faulty, [
      correct('lots.csv 2 expires_on', '2026-12-31'),
      correct('movements.csv 2 quantity', '1OO'),
    ]);
    expect(where(left.errors)).toEqual(['movements.csv 2 quantity VALIDATION', 'movements.csv 3 product NOT_FOUND']);
    expect(left.cells.map(({ text }) => text)).toEqual(['31.12.2026', '1O0', 'MIKL']);
    const done = await preview(plant, faulty, mended);
    expect(done.result).toMatchObject({ movements: 3, findings: [{}, {}, {}] });
    expect(plant.contentDigest()).toBe(before);
  });
});

describe('a correction', () => {
  it.each([
    ['of a header', [correct('movements.csv 1 quantity', 'x')], 'Row 1 of “movements.csv” is its header'],
    ['of a row that is not there', [correct('movements.csv 5 quantity', '1')], 'no cell in row 5, column “quantity”'],
    ['of a column that is not there', [correct('movements.csv 2 colour', '1')], 'column “colour” of “movements.csv”'],
    ['of a file that is not there', [correct('orders.csv 2 quantity', '1')], 'of “orders.csv” in this export'],
    [
      'of a cell twice',
      [...mended, correct('movements.csv 2 quantity', '1')],
      'The cell in row 2, column “quantity” of “movements.csv” is corrected twice',
    ],
  ])('%s is refused with a sentence, and nothing is written', async (_, corrections, sentence) => {
    await using plant = await buildPlantApp();
    const before = plant.contentDigest();
    for (const call of [take, preview]) {
      const { code, message } = await refusalOf(call(plant, faulty, corrections));
      expect(code).toBe('VALIDATION');
      expect(message).toContain(sentence);
    }
    expect(plant.contentDigest()).toBe(before);
  });

  it('may be one of a thousand at most', async () => {
    await using plant = await buildPlantApp();
    const many = Array.from({ length: 1001 }, (_, at) => correct(`movements.csv ${at + 2} quantity`, '1'));
    expect((await refusalOf(preview(plant, faulty, many))).code).toBe('VALIDATION');
  });

  it('of a file that cannot be read to its end is not what is wrong', async () => {
    await using plant = await buildPlantApp();
    await using folder = await buildFolder({ 'partners.csv': 'code,name\nC9,Nine\n' });
    const corrections = [correct('partners.csv 7 name', 'Seven')];
    const { errors } = await plant.ask('exchange.preview', {
      source: { kind: 'path', path: folder.path },
      corrections,
    });
    expect(where(errors)).toEqual(['partners.csv 1 kind VALIDATION']);
  });
});

describe('the same faulty export on the next day', () => {
  it('is all there already when it is corrected the same way', async () => {
    await using plant = await buildPlantApp();
    await take(plant, faulty, mended);
    const before = plant.contentDigest();
    expect(await take(plant, faulty, mended)).toMatchObject({ lots: 0, movements: 0, alreadyPresent: 4 });
    expect(plant.contentDigest()).toBe(before);
  });

  it('has its faults again where it is not corrected, at the very cells', async () => {
    await using plant = await buildPlantApp();
    const before = where((await preview(plant, faulty)).errors);
    await take(plant, faulty, mended);
    expect(where((await preview(plant, faulty)).errors)).toEqual(before);
  });

  it('is at fault at the id where the old cell could be read and is no fault by itself', async () => {
    await using plant = await buildPlantApp();
    const movements = [opening('OIL O1', '10', 'M1')];
    await take(plant, { movements }, [correct('movements.csv 2 quantity', '100')]);
    const { errors, cells } = await preview(plant, { movements });
    expect(where(errors)).toEqual(['movements.csv 2 id CONFLICT']);
    expect(cells).toEqual([{ file: 'movements.csv', row: 2, column: 'id', text: 'M1' }]);
    const again = [correct('movements.csv 2 quantity', '100')];
    expect((await preview(plant, { movements }, again)).result).toMatchObject({ movements: 0, alreadyPresent: 1 });
  });
});

describe('a correction that says what its cell held', () => {
  const held = (text: string): Correction => ({ ...correct('movements.csv 2 quantity', '100'), held: text });

  it('is made while the cell holds that, and passed over when it does not, or is not there', async () => {
    await using plant = await buildPlantApp();
    const fits = await preview(plant, faulty, [held('1O0')]);
    expect([where(fits.errors), fits.unfit]).toEqual([
      ['lots.csv 2 expires_on VALIDATION', 'movements.csv 3 product NOT_FOUND'],
      [],
    ]);
    const gone = { ...correct('movements.csv 90 lot', 'O1'), held: 'O2' };
    const other = { ...correct('partners.csv 2 name', 'Nine'), held: 'Neun' };
    const { errors, unfit } = await preview(plant, faulty, [held('100'), gone, other]);
    expect(where(errors)).toContain('movements.csv 2 quantity VALIDATION');
    expect(unfit).toEqual([
      { file: 'movements.csv', row: 2, column: 'quantity', text: '1O0' },
      { file: 'movements.csv', row: 90, column: 'lot', text: null },
      { file: 'partners.csv', row: 2, column: 'name', text: null },
    ]);
  });

  it('refuses the import where it does not fit: what is imported is what was checked', async () => {
    await using plant = await buildPlantApp();
    const refused = await refusalOf(take(plant, faulty, [...mended.slice(0, 1), held('99'), ...mended.slice(2)]));
    expect(refused).toMatchObject({ code: 'VALIDATION', message: expect.stringContaining('row 2, column “quantity”') });
    expect(await plant.stock()).toEqual([]);
  });
});

describe('what a check tells for mending', () => {
  it('is every cell of a faulty row, and the codes that an unknown one may stand for', async () => {
    await using plant = await buildPlantApp();
    const { cells, others, near, errors } = await preview(plant, faulty);
    const row3 = [...cells, ...others].filter(({ file, row: at }) => file === 'movements.csv' && at === 3);
    expect(row3.map(({ column, text }) => `${column}=${text}`)).toEqual(
      expect.arrayContaining(['product=MIKL', 'lot=L1', 'quantity=20', 'id=M2', 'to=STORE']),
    );
    expect(others.some(({ row: at }) => at === 4)).toBe(false);
    expect(near).toEqual([{ file: 'movements.csv', row: 3, column: 'product', codes: ['MILK'] }]);
    expect(errors.find(({ column }) => column === 'product')?.message).toContain('Did you mean MILK?');
  });

  it('counts codes of the export itself', async () => {
    await using plant = await buildPlantApp();
    const locations = [{ code: 'SILO-7', site: 'MAIN', kind: 'storage' }];
    const { near } = await preview(plant, { locations, movements: [opening('OIL O1', '1', 'M1', { to: 'SLIO-7' })] });
    expect(near[0]?.codes).toEqual(['SILO-7']);
  });
});

it('the reason for corrections is kept with each of them in the audit trail', async () => {
  await using plant = await buildPlantApp();
  await using folder = await buildFolder(csvFiles(faulty));
  const source = { kind: 'path' as const, path: folder.path };
  await plant.ask('exchange.import', { source, corrections: mended, reason: ' Slips of the stock-taking ' });
  const [entry] = (await plant.ask('audit.list', {})).rows;
  const { listed } = await plant.ask('audit.get', { seq: entry?.seq ?? 0 });
  expect(listed).toHaveLength(3);
  for (const { message } of listed) expect(message).toMatch(/ Reason: Slips of the stock-taking$/);
});
