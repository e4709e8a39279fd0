import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '#main/features/exchange/read/csvRecords.ts';
import { FileIssue } from '#main/features/exchange/read/faults.ts';
import { openSource } from '#main/features/exchange/read/openSource.ts';
import {
  buildFolder,
  buildPlant,
  csvFiles,
  csvText,
  readAll,
  readFolder,
  workbookOf,
} from '../../support/exportFiles.ts';

/** The records of a text file, or the fault that ended them. */
async function recordsIn(content: string | Buffer): Promise<{ records: string[][]; fault?: FileIssue }> {
  await using folder = await buildFolder({ 'products.csv': content });
  const records: string[][] = [];
  try {
    for await (const batch of csvRecords(join(folder.path, 'products.csv'))) records.push(...batch.records);
    return { records };
  } catch (error) {
    if (!(error instanceof FileIssue)) throw error;
    return { records, fault: error };
  }
}

const table = 'code,name,unit\nÄ,"Milk, fresh",kg\n';
const records = [
  ['code', 'name', 'unit'],
  ['Ä', 'Milk, fresh', 'kg'],
];

describe('text', () => {
  it.each([
    ['LF', table],
    ['CRLF', table.replaceAll('\n', '\r\n')],
    ['both', table.replace('\n', '\r\n')],
    ['CR alone', table.replaceAll('\n', '\r')],
    ['no line end at its end', table.trimEnd()],
    ['a byte order mark', `\ufeff${table}`],
  ])('is read with %s', async (_, content) => {
    expect(await recordsIn(content)).toEqual({ records });
  });

  it.each([
    ['a comma', 'sep=,', ','],
    ['a semicolon', 'sep=;', ';'],
    ['a tab', 'sep=\t', '\t'],
    ['a tab by its name', 'sep=\\t', '\t'],
    ['a bar, in capitals', 'SEP=|', '|'],
    ['a semicolon in quotes', '"sep=;"', ';'],
    ['a comma, saved once more by a spreadsheet', 'sep=,,,', ','],
  ])('is read by the separator that its first line names: %s', async (_, line, separator) => {
    const rows = table.replace('"Milk, fresh"', 'Milk').replaceAll(',', separator);
    for (const end of ['\n', '\r\n', '\r'])
      for (const mark of ['', '\ufeff']) {
        const read = await recordsIn(`${mark}${line}\n${rows}`.replaceAll('\n', end));
        expect(read.fault).toBeUndefined();
        expect(read.records.slice(1)).toEqual([records[0], ['Ä', 'Milk', 'kg']]);
      }
  });

  it('keeps line breaks and doubled quotes inside quotes', async () => {
    expect((await recordsIn('a,b\n"x\r\ny","say ""so"""\n')).records[1]).toEqual(['x\r\ny', 'say "so"']);
  });

  it.each([
    ['zero bytes', '', 'FILE_DAMAGED'],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'FILE_TYPE'],
    ['UTF-16 without it', Buffer.from(table, 'utf16le'), 'FILE_TYPE'],
    ['Windows-1252', Buffer.from(table, 'latin1'), 'FILE_TYPE'],
    ['a character cut off at the end', Buffer.from(table.trimEnd() + 'Ä').subarray(0, -1), 'FILE_TYPE'],
    ['a web page', '\n<!DOCTYPE html><html></html>', 'FILE_TYPE'],
    ['a workbook', workbookOf({}, { products: [['code']] }), 'FILE_TYPE'],
  ])('of %s is refused', async (_, content, code) => {
    expect((await recordsIn(content)).fault).toMatchObject({ code, row: 1 });
  });

  it('is checked for UTF-8 across the pieces it is read in', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => [`Ä${index}`, '€👩‍🔬', 'é']);
    const text = csvText(rows);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024);
    expect((await recordsIn(text)).records).toEqual(rows);
    const spoilt = Buffer.from(text);
    spoilt[spoilt.length - 10] = 0xff;
    expect((await recordsIn(spoilt)).fault).toMatchObject({ code: 'FILE_TYPE' });
  });

  it.each([
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n'],
    ['a quote inside a cell', 'a,b\n1,2\n3,4"x\n5,6\n'],
    ['text behind a closing quote', 'a,b\n1,2\n3,"4"x\n5,6\n'],
    ['a row longer than 1 MB', `a,b\n1,2\n3,"${'x'.repeat(1_100_000)}\n"\n5,6\n`],
  ])('ends at %s, which is named by its row', async (_, content) => {
    const read = await recordsIn(content);
    expect(read.fault).toMatchObject({ code: 'FILE_DAMAGED', row: 3 });
    expect(read.records).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('a folder', () => {
  it('is read file by file, other files aside', async () => {
    const read = await readFolder({
      ...csvFiles(buildPlant()),
      'answers.json': '{}',
      'lots.tsv': 'x',
      '.hidden.csv': 'x',
      '~lock.csv': 'x',
    });
    expect(read.faults).toEqual([]);
    expect(read.findings).toMatchObject([{ file: 'lots.tsv' }]);
    expect(Object.entries(read.rows).map(([file, rows]) => `${file} ${rows.length}`)).toEqual([
      'products 2',
      'partners 1',
      'locations 1',
      'lots 1',
      'movements 1',
      'serial_links 1',
    ]);
    expect(read.rows.movements[0]).toMatchObject({
      row: 2,
      kind: 'receipt',
      product: 'MILK',
      lot: 'L-1',
      to: 'DOCK',
      statusFrom: '',
      status: 'Q',
    });
  });

  it('may name its files in capitals', async () => {
    const read = await readFolder({ 'PRODUCTS.CSV': table });
    expect(read.rows.products.map((row) => row.code)).toEqual(['Ä']);
  });

  it('with a CSV file of another name is refused, so that a slip of the pen loses nothing', async () => {
    const { faults } = await readFolder({ ...csvFiles(buildPlant()), 'movments.csv': 'at\n' });
    expect(faults).toMatchObject([{ file: 'movments.csv', row: 1, column: '', code: 'VALIDATION' }]);
  });

  it('without any of the files is refused', async () => {
    const { faults } = await readFolder({ 'notes.txt': 'x' });
    expect(faults).toMatchObject([{ row: 1, column: '', code: 'FILE_TYPE' }]);
  });

  it('tells the faults file by file and then by row', async () => {
    const { faults } = await readFolder({
      'movements.csv': 'at,kind,document,product,quantity,colour\nx,receipt,G,P,1,\n',
      'products.csv': 'code,name,unit\nA,,kg\nB,B,\n',
      'lots.csv': 'product;lot\nA;L\n',
    });
    expect(faults.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`)).toEqual([
      'products.csv 2 name VALIDATION',
      'products.csv 3 unit VALIDATION',
      'lots.csv 1  FILE_TYPE',
      'movements.csv 1 colour VALIDATION',
      'movements.csv 2 at VALIDATION',
      'movements.csv 2 to VALIDATION',
      'movements.csv 2 status VALIDATION',
      'movements.csv 2 partner VALIDATION',
    ]);
  });

  it('with a quote that was opened in one row and closed in the next loses no row in silence', async () => {
    const row = (reason: string) => `2026-02-11T08:00:00Z,receipt,GR-1,RYE,5,DOCK,Q,MILL,${reason}\n`;
    const { faults } = await readFolder({
      'movements.csv': `at,kind,document,product,quantity,to,status,partner,reason\n${row('"two bags')}${row('torn"')}${row('"two bags,\nboth 5 kg, torn"')}`,
    });
    expect(faults.map(({ row, column, message }) => [row, column, message.slice(0, 40)])).toEqual([
      [2, '', 'The reason holds the end of this row and'],
    ]);
  });

  it('keeps a thousand faults of a file and counts the rest', async () => {
    const { faults, faultCount } = await readFolder({ 'products.csv': `code,name,unit\n${',x,kg\n'.repeat(1500)}` });
    expect([faults.length, faultCount]).toEqual([1000, 1500]);
    expect(faults.at(-1)?.row).toBe(1001);
  });
});

describe('a source', () => {
  it('that is not there, or no plain file, is refused with its name', async () => {
    await using folder = await buildFolder({ 'movements.csv': table, 'plant.dat': workbookOf(buildPlant()) });
    await mkdir(join(folder.path, 'products.csv'));
    const refusal = async (name: string) =>
      (await openSource({ kind: 'path', path: join(folder.path, name) })).faults.flatMap((list) => list.kept)[0];
    expect(await refusal('nowhere')).toMatchObject({ file: 'nowhere', code: 'NOT_FOUND' });
    expect(await refusal('movements.csv')).toMatchObject({ file: 'movements.csv', code: 'FILE_TYPE' });
    expect(await refusal('plant.dat')).toMatchObject({ file: 'plant.dat', code: 'FILE_TYPE' });
    expect(await refusal('')).toMatchObject({ file: 'products.csv', code: 'FILE_TYPE' });
    expect(await refusal('a\u0000b')).toMatchObject({ code: 'PATH_REFUSED' });
  });

  it('that is a folder with a workbook is refused, naming the workbook and a file beside it', async () => {
    await using folder = await buildFolder({ 'plant.xlsx': workbookOf(buildPlant()), '~$plant.xlsx': 'held open' });
    const refusal = async () => (await readAll({ kind: 'path', path: folder.path })).faults;
    expect(await refusal()).toMatchObject([
      { file: 'plant.xlsx', code: 'FILE_TYPE', message: expect.stringMatching(/name the workbook itself/) },
    ]);
    await writeFile(join(folder.path, 'products.csv'), table);
    expect(await refusal()).toMatchObject([
      { file: 'plant.xlsx', code: 'FILE_TYPE', message: expect.stringMatching(/plant\.xlsx beside products\.csv/) },
    ]);
    await rm(join(folder.path, 'products.csv'));
    await writeFile(join(folder.path, 'more.xlsx'), 'x');
    expect(await refusal()).toMatchObject([
      { code: 'FILE_TYPE', message: expect.stringContaining('2 workbooks: more.xlsx, plant.xlsx.') },
    ]);
  });

  it('may be files that were handed over under their names', async () => {
    await using folder = await buildFolder({ a: table });
    const path = join(folder.path, 'a');
    expect((await readAll({ kind: 'files', files: [{ name: 'products.csv', path }] })).rows.products).toHaveLength(1);
    const twice = await readAll({
      kind: 'files',
      files: [
        { name: 'products.csv', path },
        { name: 'Products.csv', path },
      ],
    });
    expect(twice.faults).toMatchObject([{ file: 'Products.csv', code: 'DUPLICATE' }]);
    const mixed = await readAll({
      kind: 'files',
      files: [
        { name: 'products.csv', path },
        { name: 'plant.xlsx', path },
      ],
    });
    expect(mixed.faults).toMatchObject([{ file: 'plant.xlsx', code: 'FILE_TYPE' }]);
    const gone = await readAll({ kind: 'files', files: [{ name: 'products.csv', path: `${path}-gone` }] });
    expect(gone.faults).toMatchObject([{ file: 'products.csv', row: 1, code: 'PATH_REFUSED' }]);
    expect((await readAll({ kind: 'files', files: [] })).faults).toMatchObject([{ code: 'FILE_TYPE' }]);
  });
});

describe('a first line that names the separator', () => {
  const files = (text: string) => readFolder({ 'products.csv': text });
  const placesIn = async (text: string): Promise<string[]> =>
    (await files(text)).faults.map(({ row, column, code }) => `${row} ${column} ${code}`);

  it('is a row of the file all the same: the header is row 2', async () => {
    const read = await files('sep=;\ncode;name;unit\nOAT;Oats, rolled;kg\n');
    expect(read.faults).toEqual([]);
    expect(read.rows.products).toMatchObject([{ row: 3, code: 'OAT', name: 'Oats, rolled' }]);
    expect(await placesIn('sep=;\ncode;name;unit\nOAT;Oats;kg\nRYE;;kg\n')).toEqual(['4 name VALIDATION']);
    expect(await placesIn('sep=;\ncode;colour;unit\nOAT;red;kg\n')).toEqual([
      '2 colour VALIDATION',
      '2 name VALIDATION',
    ]);
    expect(await placesIn('sep=,\ncode,name,unit\nOAT,"Oats,kg\n')).toEqual(['3  FILE_DAMAGED']);
  });

  it('must name the one that the rows have, and something must follow', async () => {
    expect(await placesIn('sep=;\ncode,name,unit\nOAT,Oats,kg\n')).toEqual(['2  FILE_TYPE']);
    expect(await placesIn('sep=,\n')).toEqual(['1  VALIDATION']);
    expect(await placesIn('sep=,\n\ncode,name,unit\n')).toEqual(['2  VALIDATION']);
    expect(await placesIn('sep=x\ncodexnamexunit\n')).not.toEqual([]);
  });
});
