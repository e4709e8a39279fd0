import { describe, expect, it } from 'vitest';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { Correction } from '#shared/exchange/contract.ts';
import { parseMoment } from '#shared/kernel/dates.ts';
import { readCells } from '#main/features/exchange/read/readExport.ts';
import {
  buildFolder,
  buildProduct,
  buildReceipt,
  type Cells,
  csvText,
  type RawXmlCell,
  type ReadAll,
  rawWorkbook,
  readSheets,
  readTable,
  recordsOf,
  where,
  workbookOf,
} from '../../support/exportFiles.ts';

const lot = (cells: Cells): Cells => ({ product: 'MILK', lot: 'L-1', expires_on: '2026-05-01', ...cells });
const correct = (file: string, row: number, column: string, value: string): Correction => ({
  file,
  row,
  column,
  value,
});
// The tests look at single values, whatever file they are of.
const valueOf = (read: ReadAll, file: ExportFile, field: string): unknown =>
  (read.rows[file] as unknown as Record<string, unknown>[])[0]?.[field];

type Case = { file: ExportFile; row: Cells; column: string; value: string; field: string; read: unknown };
const columns: [string, Case][] = [
  [
    'a code',
    { file: 'lots', row: lot({ lot: 'L\u200b1' }), column: 'lot', value: ' 00012 ', field: 'lot', read: '00012' },
  ],
  [
    'a text',
    { file: 'products', row: buildProduct({ name: '' }), column: 'name', value: 'Milk', field: 'name', read: 'Milk' },
  ],
  [
    'a choice',
    {
      file: 'products',
      row: buildProduct({ lot_tracking: 'always' }),
      column: 'lot_tracking',
      value: 'mandatory',
      field: 'lotTracking',
      read: 'mandatory',
    },
  ],
  [
    'yes or no',
    {
      file: 'products',
      row: buildProduct({ stock_managed: 'J' }),
      column: 'stock_managed',
      value: 'no',
      field: 'stockManaged',
      read: false,
    },
  ],
  [
    'a status',
    { file: 'movements', row: buildReceipt({ status: 'X' }), column: 'status', value: 'Q', field: 'status', read: 'Q' },
  ],
  [
    'days',
    {
      file: 'products',
      row: buildProduct({ shelf_life_days: 'ten' }),
      column: 'shelf_life_days',
      value: '10',
      field: 'shelfLifeDays',
      read: 10,
    },
  ],
  [
    'a cost',
    {
      file: 'products',
      row: buildProduct({ standard_cost: '1,25' }),
      column: 'standard_cost',
      value: '1.25',
      field: 'standardCost',
      read: 12_500,
    },
  ],
  [
    'a quantity',
    {
      file: 'movements',
      row: buildReceipt({ quantity: '1O0' }),
      column: 'quantity',
      value: '100',
      field: 'quantity',
      read: 100_000_000,
    },
  ],
  [
    'a date',
    {
      file: 'lots',
      row: lot({ expires_on: '31.01.2026' }),
      column: 'expires_on',
      value: '2026-01-31',
      field: 'expiresOn',
      read: '2026-01-31',
    },
  ],
  [
    'a time',
    {
      file: 'movements',
      row: buildReceipt({ at: '2026-01-05' }),
      column: 'at',
      value: '2026-01-05T07:00:00+01:00',
      field: 'at',
      read: parseMoment('2026-01-05T06:00:00Z'),
    },
  ],
];

describe('a corrected cell', () => {
  it.each(columns)(
    'of %s is read as the file would be that held the new text, from CSV and workbook alike',
    async (_, { file, row, column, value, field, read }) => {
      const text = row[column] ?? '';
      const found = [{ row: 2, column, text, instead: value }];
      const records = recordsOf(file, [row]);
      expect(where((await readTable(file, records)).faults)).toEqual([`${file}.csv 2 ${column} VALIDATION`]);
      const csv = await readTable(file, records, [correct(`${file}.csv`, 2, column, value)]);
      expect([csv.faults, valueOf(csv, file, field), csv.corrected]).toEqual([[], read, found]);
      const sheet = await readSheets(workbookOf({ [file]: [row] }), [correct(file, 2, column, value)]);
      expect([sheet.faults, valueOf(sheet, file, field), sheet.corrected]).toEqual([[], read, found]);
    },
  );

  it('is judged by every rule: what is typed can be a fault itself, and make another row one', async () => {
    const rows = [buildProduct({ code: 'A' }), buildProduct({ code: 'B' }), buildProduct({ code: 'C' })];
    const { faults } = await readTable('products', recordsOf('products', rows), [
      correct('products.csv', 3, 'code', 'A'),
      correct('products.csv', 4, 'lot_tracking', 'often'),
    ]);
    expect(where(faults)).toEqual(['products.csv 3 code DUPLICATE', 'products.csv 4 lot_tracking VALIDATION']);
  });

  it('may become blank, and may fill a blank one at the end of a sheet’s row', async () => {
    const csv = await readTable('lots', recordsOf('lots', [lot({})]), [correct('lots.csv', 2, 'expires_on', '')]);
    expect(csv.rows.lots[0]).toMatchObject({ expiresOn: null });
    const sheet = await readSheets(rawWorkbook('lots', [['product', 'lot', 'expires_on'], ['MILK']]), [
      correct('lots', 2, 'lot', 'L-9'),
    ]);
    expect([sheet.faults, sheet.rows.lots[0]?.lot]).toEqual([[], 'L-9']);
  });

  it('of another file or of a row or column that is not there changes nothing, and is not found', async () => {
    const records = [...recordsOf('lots', [lot({})]), ['MILK']];
    const read = await readTable('lots', records, [
      correct('products.csv', 2, 'lot', 'X'),
      correct('lots.csv', 4, 'lot', 'X'),
      correct('lots.csv', 2, 'sublot', 'X'),
      correct('lots.csv', 2, 'colour', 'X'),
      correct('lots.csv', 3, 'expires_on', '2026-01-01'),
    ]);
    expect(read.corrected).toEqual([]);
    expect(read.rows.lots).toMatchObject([{ lot: 'L-1', sublot: '', expiresOn: '2026-05-01' }]);
  });

  it('that gets the text it holds is no change', async () => {
    const { corrected } = await readTable('lots', recordsOf('lots', [lot({})]), [correct('lots.csv', 2, 'lot', 'L-1')]);
    expect(corrected).toEqual([{ row: 2, column: 'lot', text: 'L-1', instead: undefined }]);
  });

  it.each<[string, RawXmlCell, string]>([
    ['a number', { xml: '><v>12.5</v></c>' }, '12.5'],
    ['a date', { xml: ' s="1"><v>46113</v></c>' }, '2026-04-01'],
    ['a date with a time', { xml: ' s="1"><v>46113.5</v></c>' }, '2026-04-01T12:00:00'],
    ['a truth value', { xml: ' t="b"><v>1</v></c>' }, 'TRUE'],
    ['an error', { xml: ' t="e"><v>#DIV/0!</v></c>' }, '#DIV/0!'],
    ['a formula', { xml: '><f>A1*2</f><v>2</v></c>' }, '=A1*2'],
  ])('of a workbook that holds %s is replaced by text', async (_, cell, text) => {
    const book = rawWorkbook('lots', [
      ['product', 'lot'],
      ['MILK', cell],
    ]);
    expect(where((await readSheets(book)).faults)).toEqual(['lots 2 lot VALIDATION']);
    const { faults, rows, corrected } = await readSheets(book, [correct('lots', 2, 'lot', '12')]);
    expect([faults, rows.lots[0]?.lot, corrected]).toEqual([
      [],
      '12',
      [{ row: 2, column: 'lot', text, instead: '12' }],
    ]);
  });
});

describe('the cells of an export', () => {
  const signal = new AbortController().signal;
  const long = 'x'.repeat(5000);
  const rows = [lot({}), lot({ lot: '  L 2 ', expires_on: 'sóón' }), lot({ lot: long })];
  const cells = (csv: string) =>
    [
      [2, 'lot'],
      [3, 'lot'],
      [3, 'expires_on'],
      [4, 'lot'],
      [9, 'lot'],
      [2, 'colour'],
    ].map(([row, column]) => ({ file: `lots${csv}`, row: Number(row), column: String(column) }));
  const texts = ['2 lot L-1', '3 lot   L 2 ', '3 expires_on sóón', `4 lot ${long.slice(0, 4000)}`];

  it('are told as they stand there, of CSV files and workbooks alike, and of a file that breaks off', async () => {
    const text = csvText(recordsOf('lots', rows));
    await using folder = await buildFolder({
      'lots.csv': `${text}MILK,"never closed`,
      'products.csv': 'code,name,unit\n',
    });
    await using book = await buildFolder({ 'plant.xlsx': workbookOf({ lots: rows }) });
    const told = async (path: string, csv: string) =>
      (await readCells({ kind: 'path', path }, cells(csv), { signal })).map(
        ({ file, row, column, text: held }) => `${file === `lots${csv}` ? '' : file}${row} ${column} ${held}`,
      );
    expect(await told(folder.path, '.csv')).toEqual(texts);
    expect(await told(`${book.path}/plant.xlsx`, '')).toEqual(texts);
  });

  it('are none where nothing can be read', async () => {
    await using folder = await buildFolder({ 'plant.xlsx': 'no workbook' });
    expect(await readCells({ kind: 'path', path: `${folder.path}/plant.xlsx` }, cells(''), { signal })).toEqual([]);
    expect(await readCells({ kind: 'path', path: `${folder.path}/none` }, cells(''), { signal })).toEqual([]);
  });
});
