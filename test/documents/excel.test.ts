import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import { drawExcel } from '#main/documents/excel.ts';
import type { ReportCell, ReportKind, ReportModel, ReportTable } from '#shared/kernel/reportModel.ts';
import { buildDeliveries, buildRecallReport, buildReport, buildTraceReport } from './sampleReports.ts';
import { readWorkbook } from '../support/workbookReader.ts';

const draw = (model: ReportModel, options = {}) => readWorkbook(drawExcel(model, options));
const oneColumn = (kind: ReportKind, values: ReportCell[], parts: Partial<ReportModel> = {}): ReportModel =>
  buildReport({
    sections: [
      {
        title: 'Rows',
        level: 1,
        table: { columns: [{ key: 'a', header: 'A', kind }], rows: values.map((value) => [value]) },
      },
    ],
    ...parts,
  });
const cellsOf = (kind: ReportKind, values: ReportCell[], parts: Partial<ReportModel> = {}) =>
  draw(oneColumn(kind, values, parts))
    .sheets[1]?.rows.slice(1)
    .map((row) => row[0]) ?? [];

describe('a report as a workbook', () => {
  test('has a first sheet about the report and one for each table', () => {
    const { sheets } = draw(buildRecallReport(10));
    expect(sheets.map(({ name }) => name)).toEqual(['Report', 'Customers', 'Deliveries', 'On hand', 'Breaks']);
    expect(sheets.map(({ rows }) => rows.length).slice(1)).toEqual([6, 11, 5, 1]);
  });

  test('says on the first sheet what the report says of itself', () => {
    const { sheets } = draw(buildRecallReport(10, { demo: true, filters: [{ label: 'Since', value: '=2026' }] }));
    const lines =
      sheets[0]?.rows.map((row) =>
        Array.from(row, (cell) => cell?.value ?? '')
          .join(' | ')
          .replace(/[ |]+$/, ''),
      ) ?? [];
    for (const line of [
      'Recall of lot RL-26-0114',
      'Demo data',
      'Status | Q Quarantine',
      'Quantity received | 12500 | kg',
      'Since | =2026',
      'Made by | Anna Berger',
      'Audit chain: Last entry | 18442',
      `Audit chain: Its hash | ${buildReport().head.hash}`,
      'Delivered to customers | 9412.5 | kg | in 10 deliveries',
      'Delivered to customers | 1184 | EA',
      'Customers | 5 |  | all with an address and a contact',
      'Deliveries | Deliveries | 10',
      'Breaks | Breaks | 0 | The trace has no breaks.',
    ])
      expect(lines).toContain(line);
    // 10:14 in Vienna.
    expect(lines.find((line) => line.startsWith('Made at (Europe/Vienna)'))).toMatch(/\| 46056\.426388/);
  });

  test('keeps the header of a table in sight, filters it, prints it on each page, and fits the columns', () => {
    const { sheets, names } = draw(buildRecallReport(10));
    const sheet = sheets[2];
    expect(sheet?.frozenRows).toBe(1);
    expect(sheet?.filter).toBe('A1:I11');
    expect(names['_xlnm._FilterDatabase 2']).toBe("'Deliveries'!$A$1:$I$11");
    expect(names['_xlnm.Print_Titles 2']).toBe("'Deliveries'!$1:$1");
    expect(sheet?.widths).toEqual([27, 12, 29, 37, 12, 12, 18, 10, 20]);
    expect(sheet?.rows[0]?.every((cell) => cell?.bold)).toBe(true);
  });

  test('says the zone of moments in the header, and gives amounts and units a column each', () => {
    const header = draw(buildRecallReport(1)).sheets[2]?.rows[0]?.map((cell) => cell?.value);
    expect(header).toEqual([
      'Customer',
      'Document',
      'Delivered (Europe/Vienna)',
      'Product',
      'Lot',
      'Quantity',
      'Quantity, unit',
      'Status',
      'Status, in words',
    ]);
  });

  test('writes amounts as numbers, exact to the digit, with the decimals the column needs', () => {
    const amounts = ['0', '12.5', '-3.25', '1234567.125', '123456789.012345'].map((amount) => ({ amount, unit: 'kg' }));
    const cells = cellsOf('quantity', amounts);
    expect(cells.map((cell) => [cell?.type, cell?.value])).toEqual(amounts.map(({ amount }) => ['n', amount]));
    expect(new Set(cells.map((cell) => cell?.format))).toEqual(new Set(['#,##0.000000']));
    expect(cellsOf('quantity', [{ amount: '5', unit: 'EA' }])[0]?.format).toBe('#,##0');
    // A share beside it gives a number of customers no decimals.
    const mixed = cellsOf('quantity', [
      { amount: '11', unit: '' },
      { amount: '99.16', unit: '%' },
    ]);
    expect(mixed.map((cell) => cell?.format)).toEqual(['#,##0', '#,##0.00']);
  });

  test('writes what has more digits than Excel keeps as text, whole', () => {
    const longest = { amount: '999999999999.999', unit: 'kg' };
    const longer = { amount: '9999999999999.999', unit: 'kg' };
    const [fits, tooLong] = cellsOf('quantity', [longest, longer]);
    expect(fits).toMatchObject({ type: 'n', value: '999999999999.999' });
    expect(tooLong).toMatchObject({ type: 'inlineStr', value: '9999999999999.999', format: '@' });
    expect(cellsOf('integer', [999_999_999_999_999, 1_234_567_890_123_456])).toMatchObject([
      { type: 'n', value: '999999999999999', format: '#,##0' },
      { type: 'inlineStr', value: '1234567890123456' },
    ]);
  });

  test('writes dates and moments as Excel counts them, moments in the zone of the report', () => {
    expect(cellsOf('date', ['1970-01-01', '2026-01-31', '2199-12-31'])).toMatchObject([
      { type: 'n', value: '25569', format: 'yyyy-mm-dd' },
      { value: '46053' },
      { value: '109574' },
    ]);
    const summerAndWinter = ['2026-07-01T10:00:00Z', '2026-01-01T11:00:00Z', '2026-01-01T12:00:00+01:00'];
    const cells = cellsOf('dateTime', summerAndWinter);
    expect(cells.map((cell) => Number(cell?.value) % 1)).toEqual([0.5, 0.5, 0.5]);
    expect(cells[0]?.format).toBe('yyyy-mm-dd hh:mm');
    expect(Number(cellsOf('dateTime', summerAndWinter, { zone: 'Asia/Kolkata' })[0]?.value) % 1).toBeCloseTo(
      15.5 / 24,
      9,
    );
  });

  test('writes moments so that they are read back to the second, never to the one before', () => {
    const moments = Array.from({ length: 3_000 }, (_, at) =>
      new Date(Date.UTC(2026, 10, 1, 13, 9, at * 7)).toISOString(),
    );
    const cells = cellsOf('dateTime', [...moments, '2026-11-20T13:09:00.700Z'], { zone: 'UTC' });
    const readBack = cells.map((cell) => Math.floor((Number(cell?.value) - 25_569) * 86_400_000));
    expect(readBack.map((millis) => millis % 1000)).toEqual(readBack.map(() => 0));
    expect(readBack.slice(0, -1).map((millis) => new Date(millis).toISOString())).toEqual(moments);
    expect(new Date(readBack.at(-1) ?? 0).toISOString()).toBe('2026-11-20T13:09:00.000Z');
  });

  test('says the word of a status beside its letter', () => {
    const table: ReportTable = {
      columns: [{ key: 's', header: 'Status', kind: 'status' }],
      rows: [['A1'], ['Q'], ['R'], [null]],
    };
    const { sheets } = draw(buildReport({ sections: [{ title: 'Stock', level: 1, table }] }));
    expect(sheets[1]?.rows.map((row) => row.map((cell) => cell?.value))).toEqual([
      ['Status', 'Status, in words'],
      ['A1', 'Released'],
      ['Q', 'Quarantine'],
      ['R', 'Rejected'],
      [],
    ]);
  });

  test('writes shares as per cent and statuses as their letter', () => {
    expect(cellsOf('percent', [0.125])).toMatchObject([{ type: 'n', value: '0.125', format: '0.00%' }]);
    expect(cellsOf('status', ['A1'])).toMatchObject([{ type: 'inlineStr', value: 'A1' }]);
    expect(cellsOf('text', [null])).toEqual([undefined]);
  });

  test('keeps what looks like a formula a text, and holds no formula anywhere', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://a.example","b")'];
    const model = oneColumn('text', dangerous, { title: '=1+1', facts: [{ label: '=2', kind: 'code', value: '=3' }] });
    const { sheets } = draw(model);
    const cells = sheets[1]?.rows.slice(1).map((row) => row[0]) ?? [];
    expect(cells.map((cell) => cell?.value)).toEqual(dangerous);
    for (const cell of cells) expect(cell).toMatchObject({ type: 'inlineStr', format: '@', quoted: true });
    for (const { xml } of sheets) expect(xml).not.toMatch(/<f[ >/]/);
    expect(cellsOf('code', ['00123', '1E5', '2026-01-01'])).toMatchObject([
      { type: 'inlineStr', value: '00123', format: '@', quoted: false },
      { type: 'inlineStr', value: '1E5' },
      { type: 'inlineStr', value: '2026-01-01' },
    ]);
  });

  test('keeps signs that XML may not hold, and what looks like their escapes', () => {
    const signs = ['a\u0001b', 'two\r\nlines', '\ufffe', 'x_x0041_y', '<&">', ' edge ', '🧀'];
    expect(cellsOf('text', signs).map((cell) => cell?.value)).toEqual(signs);
    expect(cellsOf('text', ['half \ud83e'])[0]?.value).toBe('half \ufffd');
    const { entries } = draw(oneColumn('text', signs));
    for (const xml of entries.values()) expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
  });

  test('says with an ellipsis where a text is longer than a cell can be', () => {
    const [cell] = cellsOf('text', ['x'.repeat(40_000)]);
    expect(cell?.value).toHaveLength(32_767);
    expect(cell?.value.endsWith('…')).toBe(true);
  });

  test('names sheets as Excel takes them, each once', () => {
    const table = { columns: [{ key: 'a', header: 'A', kind: 'text' as const }], rows: [] };
    const titles = [
      'a/b:c*d?[e]\\f',
      "'quoted'",
      '',
      'History',
      'report',
      'x'.repeat(40),
      'X'.repeat(40),
      '🧀'.repeat(20),
      '//',
    ];
    const { sheets } = draw(buildReport({ sections: titles.map((title) => ({ title, level: 1 as const, table })) }));
    const names = sheets.slice(1).map(({ name }) => name);
    expect(names).toEqual([
      'a b c d e f',
      'quoted',
      'Sheet',
      'History (2)',
      'report (2)',
      'x'.repeat(31),
      `${'X'.repeat(27)} (2)`,
      '🧀'.repeat(15),
      'Sheet (2)',
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
  });

  test('goes on in a further sheet where one is full, and leaves no row out', () => {
    const { sheets } = draw(buildRecallReport(25), { sheetRows: 11 });
    const parts = sheets.filter(({ name }) => name.startsWith('Deliveries'));
    expect(parts.map(({ name, rows, filter }) => [name, rows.length - 1, filter])).toEqual([
      ['Deliveries', 10, 'A1:I11'],
      ['Deliveries (2)', 10, 'A1:I11'],
      ['Deliveries (3)', 5, 'A1:I6'],
    ]);
    const documents = parts.flatMap(({ rows }) => rows.slice(1).map((row) => row[1]?.value));
    expect(documents).toEqual(buildDeliveries(25).map(({ document }) => document));
    const listed = sheets[0]?.rows.map((row) => row[1]?.value) ?? [];
    expect(listed).toEqual(expect.arrayContaining(['Deliveries', 'Deliveries (2)', 'Deliveries (3)']));
  });

  test('is read by a spreadsheet library as it was meant', () => {
    const book = read(drawExcel(buildRecallReport(5)), { type: 'buffer', cellDates: true, cellNF: true });
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Deliveries'] ?? {});
    const [first] = buildDeliveries(1);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({
      Customer: first?.customer,
      Document: first?.document,
      Quantity: 0,
      'Quantity, unit': 'kg',
      Status: 'A',
    });
    expect(book.Sheets['Deliveries']?.['!autofilter']).toEqual({ ref: 'A1:I6' });
    expect(book.Props).toMatchObject({ Title: 'Recall of lot RL-26-0114', Author: 'Anna Berger' });
  });

  test('lists signatures, no picture since it draws none, and the words of the language', () => {
    const { sheets } = draw(buildTraceReport({ language: 'de', locale: 'de-DE' }));
    const texts = sheets[0]?.rows.flatMap((row) => row.map((cell) => cell?.value)) ?? [];
    expect(texts).toEqual(expect.arrayContaining(['Unterschriften', 'Reviewed', 'Erstellt von']));
    expect(texts).not.toContain('The way of the goods');
    expect(sheets.map(({ name }) => name)).toEqual(['Bericht', 'Lots', 'By product']);
  });

  test('is the same to the byte when drawn twice, and tells how many rows are drawn', () => {
    const steps: number[] = [];
    const one = drawExcel(buildRecallReport(1_500), { progress: (done) => steps.push(done) });
    expect(one.equals(drawExcel(buildRecallReport(1_500)))).toBe(true);
    expect(steps).toEqual([0, 1_000, 1_509]);
  });

  test('refuses a cell that is not of its column', () => {
    expect(() => cellsOf('integer', ['7'])).toThrow('not a value of kind integer');
    expect(() => cellsOf('quantity', [{ amount: '1,5', unit: 'kg' }])).toThrow('not a value of kind quantity');
  });
});
