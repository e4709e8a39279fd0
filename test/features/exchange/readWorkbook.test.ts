import { describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import {
  buildPlant,
  buildReceipt,
  headerOf,
  type RawXmlCell,
  rawWorkbook,
  rawWorkbookParts,
  readSheets,
  rowsXml,
  where,
  workbookOf,
  type ZipEntry,
  zipOf,
} from '../../support/exportFiles.ts';

const refusalOf = async (workbook: Buffer): Promise<string[]> => where((await readSheets(workbook)).faults);

const number = (value: string, style = 0): RawXmlCell => ({ xml: ` s="${style}"><v>${value}</v></c>` });
const lotHeader = ['product', 'lot', 'expires_on'];
const lots = (...cells: RawXmlCell[]): Buffer => rawWorkbook('lots', [lotHeader, cells]);
const movementColumns = headerOf('movements', [buildReceipt({ unit_cost: '' })]);
const movement = (changed: Record<string, RawXmlCell>): Buffer =>
  rawWorkbook('movements', [
    movementColumns,
    movementColumns.map((name) => changed[name] ?? buildReceipt({})[name] ?? ''),
  ]);

const parts = (extra: ZipEntry[] = []): ZipEntry[] => [
  ...rawWorkbookParts({ name: 'lots', rows: rowsXml([lotHeader, ['MILK', 'L-1']]) }),
  ...extra,
];
const changedPart = (name: string, change: (content: string) => string): ZipEntry[] =>
  parts().map((part) => (part.name === name ? { ...part, content: change(String(part.content)) } : part));

describe('a file with the name of a workbook', () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([lotHeader, ['MILK', 'L-1']]), 'lots');
  // With this type the writer answers a Buffer.
  const written = (bookType: 'xls' | 'biff8' | 'xlsb' | 'ods' | 'xlsm'): Buffer =>
    write(book, { type: 'buffer', bookType }) as Buffer;
  const locked = CFB.utils.cfb_new();
  CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.from('x'));
  CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.from('x'.repeat(5000)));
  // With this type the writer answers a Buffer.
  const lockedBook = CFB.write(locked, { type: 'buffer' }) as Buffer;

  it.each([
    ['is empty', Buffer.alloc(0), 'FILE_DAMAGED'],
    ['holds text', Buffer.from('product,lot\nMILK,L-1\n'), 'FILE_TYPE'],
    ['holds a web page', Buffer.from('<html><table><tr><td>product</td></tr></table></html>'), 'FILE_TYPE'],
    ['is an old workbook', written('biff8'), 'FILE_TYPE'],
    ['is a binary workbook', written('xlsb'), 'FILE_TYPE'],
    ['is an OpenDocument sheet', written('ods'), 'FILE_TYPE'],
    ['may hold macros', written('xlsm'), 'FILE_TYPE'],
    ['holds macros', zipOf(parts([{ name: 'xl/vbaProject.bin', content: 'x' }])), 'FILE_TYPE'],
    ['has a password', lockedBook, 'FILE_TYPE'],
    ['is an archive of something else', zipOf([{ name: 'word/document.xml', content: '<w:document/>' }]), 'FILE_TYPE'],
  ])('that %s is refused', async (_, workbook, code) => {
    expect(await refusalOf(workbook)).toEqual([`plant.xlsx 1  ${code}`]);
  });

  it('says how a password is told from an old format', async () => {
    const { faults } = await readSheets(lockedBook);
    expect(faults[0]?.message).toContain('password');
  });
});

describe('an archive', () => {
  const whole = zipOf(parts());

  it('as these tests write it is read', async () => {
    expect((await readSheets(whole)).rows.lots).toMatchObject([
      { row: 2, product: 'MILK', lot: 'L-1', expiresOn: null },
    ]);
  });

  it('cut short at any place is damaged', async () => {
    for (let share = 0.05; share < 1; share += 0.05) {
      expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toEqual([
        'plant.xlsx 1  FILE_DAMAGED',
      ]);
    }
  });

  it('with a flipped bit in a part is damaged', async () => {
    const spoilt = Buffer.from(whole);
    const inSheet = whole.indexOf('xl/worksheets/sheet1.xml') + 60;
    spoilt[inSheet] = (spoilt[inSheet] ?? 0) ^ 1;
    expect(await refusalOf(spoilt)).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
  });

  it.each<[string, ZipEntry]>([
    ['a name that climbs out', { name: 'xl/../../evil.xml', content: '<a/>' }],
    ['a name that climbs out backwards', { name: '..\\evil.xml', content: '<a/>' }],
    ['a drive', { name: 'C:evil.xml', content: '<a/>' }],
    ['a link', { name: 'xl/link.xml', content: '/etc/passwd', claims: { mode: 0o120777 } }],
    ['a second name for one part', { name: 'xl/a.xml', content: '<a/>', claims: { localName: 'xl/b.xml' } }],
    ['a part twice', { name: 'XL/workbook.xml', content: '<a/>' }],
  ])('with %s is suspicious', async (_, entry) => {
    expect(await refusalOf(zipOf(parts([entry])))).toEqual(['plant.xlsx 1  FILE_SUSPICIOUS']);
  });

  it('with a locked part has a password', async () => {
    expect(await refusalOf(zipOf(parts([{ name: 'xl/a.xml', content: '<a/>', claims: { flags: 1 } }])))).toEqual([
      'plant.xlsx 1  FILE_TYPE',
    ]);
  });

  it('with more than 2,000 parts is suspicious', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ name: `xl/media/${index}.xml`, content: '<a/>' }));
    expect(await refusalOf(zipOf(parts(many)))).toEqual(['plant.xlsx 1  FILE_SUSPICIOUS']);
  });

  it('that unpacks to 200 MB is refused quickly, whatever its headers claim', async () => {
    const bomb = zipOf(
      parts([{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(200 * 1024 ** 2, 'A'), claims: { size: 100 } }]),
    );
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(await refusalOf(bomb)).toEqual(['plant.xlsx 1  FILE_SUSPICIOUS']);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
  });
});

describe('the parts of a workbook', () => {
  it.each([
    ['an outside entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'],
  ])('with %s are suspicious', async (_, declaration) => {
    const spoilt = changedPart('xl/worksheets/sheet1.xml', (xml) => xml.replace('?>', `?>${declaration}`));
    expect(await refusalOf(zipOf(spoilt))).toEqual(['plant.xlsx 1  FILE_SUSPICIOUS']);
  });

  it('that end in the middle are damaged', async () => {
    const spoilt = changedPart('xl/worksheets/sheet1.xml', (xml) => xml.slice(0, xml.indexOf('</row>') - 4));
    expect((await refusalOf(zipOf(spoilt))).join()).toMatch(/FILE_DAMAGED|VALIDATION/);
    const cut = changedPart('xl/worksheets/sheet1.xml', (xml) => `${xml.slice(0, -30)}<row`);
    expect(await refusalOf(zipOf(cut))).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
  });

  it('may spell characters by number, emoji too', async () => {
    const spelt = changedPart('xl/worksheets/sheet1.xml', (xml) => xml.replace('L-1', 'L&#x1F600;&#233;&#128512;'));
    expect((await readSheets(zipOf(spelt))).rows.lots[0]?.lot).toBe('L😀é😀');
  });

  it.each<[string, RawXmlCell]>([
    ['in the cell', { xml: ' t="inlineStr"><is><t>_x005F_x0041_&amp;#65;</t></is></c>' }],
    ['as a result', { xml: ' t="str"><v>_x005F_x0041_&amp;#65;</v></c>' }],
    [
      'in pieces',
      { xml: ' t="inlineStr"><is><r><t>_x005F_x00</t></r><r><rPr><b/></rPr><t>41_&amp;#65;</t></r></is></c>' },
    ],
  ])('resolve a reference once, with the text %s', async (_, cell) => {
    expect((await readSheets(lots('MILK', cell))).rows.lots[0]?.lot).toBe('_x0041_&#65;');
  });

  it('may not hide control characters', async () => {
    for (const hidden of ['&#1;', '_x0001_', '\u0001']) {
      const spelt = changedPart('xl/worksheets/sheet1.xml', (xml) => xml.replace('L-1', `L${hidden}1`));
      expect(await refusalOf(zipOf(spelt))).toEqual(['lots 2 lot VALIDATION']);
    }
  });
});

describe('the sheets', () => {
  it('with other names are refused unless they are empty', async () => {
    expect(await refusalOf(workbookOf(buildPlant(), { Sheet1: [] }))).toEqual([]);
    expect(await refusalOf(workbookOf(buildPlant(), { Movments: [['at']] }))).toEqual(['Movments 1  VALIDATION']);
    expect(await refusalOf(workbookOf({}, { Sheet1: [] }))).toEqual(['plant.xlsx 1  FILE_TYPE']);
  });

  it('without a header, with merged cells or with cells far outside are refused', async () => {
    const merged = rawWorkbook('lots', [lotHeader, ['MILK', 'L-1']], {
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    });
    expect(await refusalOf(workbookOf({}, { lots: [[]] }))).toEqual(['lots 1  VALIDATION']);
    expect(await refusalOf(merged)).toEqual(['lots 1  VALIDATION']);
    const wide = rowsXml([lotHeader]) + '<row r="2"><c r="XFD2"><v>1</v></c></row>';
    expect(await refusalOf(zipOf(rawWorkbookParts({ name: 'lots', rows: wide })))).toEqual(['lots 2  FILE_TOO_LARGE']);
    const deep = rowsXml([lotHeader]) + '<row r="10000000"><c r="A10000000"><v>1</v></c></row>';
    expect(await refusalOf(zipOf(rawWorkbookParts({ name: 'lots', rows: deep })))).toEqual(['lots 1  FILE_TOO_LARGE']);
  });

  it('may end in empty rows, and have some between', async () => {
    const empty = Array.from({ length: 300_000 }, (_, index) => `<row r="${index + 5}" spans="1:3"/>`).join('');
    const rows = rowsXml([lotHeader, ['MILK', 'L-1'], [], ['MILK', 'L-2']]) + empty;
    const read = await readSheets(zipOf(rawWorkbookParts({ name: 'lots', rows })));
    expect(read.faults).toEqual([]);
    expect(read.rows.lots.map((row) => row.row)).toEqual([2, 4]);
  });

  it('may not hold cells beside the named columns', async () => {
    expect(await refusalOf(rawWorkbook('lots', [lotHeader, ['MILK', 'L-1', '', 'x']]))).toEqual(['lots 2  VALIDATION']);
  });
});

describe('a cell of an identifier column', () => {
  it('may be a whole number, which becomes its digits', async () => {
    expect((await readSheets(lots('MILK', number('12')))).rows.lots[0]?.lot).toBe('12');
    expect((await readSheets(lots('MILK', number('400638133393100')))).rows.lots[0]?.lot).toBe('400638133393100');
  });

  it.each<[string, RawXmlCell]>([
    ['a fraction', number('1.5')],
    ['more digits than the sheet keeps', number('12345678901234567890')],
    ['sixteen digits, of which the sheet keeps fifteen', number('4006381333931000')],
    ['a negative number of that length', number('-4006381333931000')],
    ['a number that the sheet shows with leading zeros', number('12', 2)],
    ['a date', number('46053', 1)],
    ['a truth value', { xml: ' t="b"><v>1</v></c>' }],
    ['an error', { xml: ' t="e"><v>#N/A</v></c>' }],
    ['a formula', { xml: '><f>1+1</f><v>2</v></c>' }],
    ['a formula without a result', { xml: '><f>A1</f></c>' }],
    ['a formula with a text', { xml: ' t="str"><f>"L-"&amp;1</f><v>L-1</v></c>' }],
  ])('may not be %s', async (_, cell) => {
    expect(await refusalOf(lots('MILK', cell))).toEqual(['lots 2 lot VALIDATION']);
  });
});

describe('a cell of another column', () => {
  it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('gives the date the sheet shows, in %s', async (zone) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      // 46053 days since 1899-12-30; the 1904 system begins 1,462 days later.
      expect((await readSheets(lots('MILK', 'L-1', number('46053', 1)))).rows.lots[0]?.expiresOn).toBe('2026-01-31');
      const since1904 = rawWorkbook('lots', [lotHeader, ['MILK', 'L-1', number('44591', 1)]], { is1904: true });
      expect((await readSheets(since1904)).rows.lots[0]?.expiresOn).toBe('2026-01-31');
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it.each<[string, RawXmlCell]>([
    ['a number', number('46053')],
    ['a date with a time of day', number('46053.25', 1)],
    ['a date before 1970', number('1', 1)],
    ['a date written another way', '31/01/2026'],
  ])('of dates may not be %s', async (_, cell) => {
    expect(await refusalOf(lots('MILK', 'L-1', cell))).toEqual(['lots 2 expires_on VALIDATION']);
  });

  it('of times must be text, since a sheet knows no zone', async () => {
    expect(await refusalOf(movement({ at: number('46053.25', 1) }))).toEqual(['movements 2 at VALIDATION']);
    expect(await refusalOf(movement({ at: number('46053.25') }))).toEqual(['movements 2 at VALIDATION']);
    expect(await refusalOf(movement({ at: '2026-01-31T06:00:00Z' }))).toEqual([]);
  });

  it('of quantities and costs may be a number as it is shown', async () => {
    const { rows } = await readSheets(movement({ quantity: number('0.3'), unit_cost: number('1.25') }));
    expect(rows.movements[0]).toMatchObject({ quantity: 300_000, unitCost: 12_500 });
    for (const inexact of ['0.3333333333333333', '1E-7', '1E+21']) {
      expect(await refusalOf(movement({ quantity: number(inexact) }))).toEqual(['movements 2 quantity VALIDATION']);
    }
  });

  it.each([
    ['0.30000000000000004', 300_000],
    ['12.049999999999999', 12_050_000],
    ['8.1000000000000014', 8_100_000],
    ['249.99999999999997', 250_000_000],
    ['12345678.123456001', 12_345_678_123_456],
    ['1234567890.123456', 1_234_567_890_123_456],
  ])('of quantities means what the sheet shows of %s', async (written, micro) => {
    expect((await readSheets(movement({ quantity: number(written) }))).rows.movements[0]?.quantity).toBe(micro);
  });

  it('of costs and days is read so too, and what truly has more digits is refused', async () => {
    expect((await readSheets(movement({ unit_cost: number('1.2345000000000002') }))).rows.movements[0]).toMatchObject({
      unitCost: 12_345,
    });
    const product = ['MILK', 'Milk', 'kg', number('29.999999999999996')];
    const read = await readSheets(rawWorkbook('products', [['code', 'name', 'unit', 'shelf_life_days'], product]));
    expect(read.rows.products[0]?.shelfLifeDays).toBe(30);
    expect(await refusalOf(movement({ quantity: number('1234567890.1234567') }))).toEqual([
      'movements 2 quantity VALIDATION',
    ]);
    expect(await refusalOf(movement({ unit_cost: number('1.23456') }))).toEqual(['movements 2 unit_cost VALIDATION']);
  });
});
