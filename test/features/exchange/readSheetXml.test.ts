import { describe, expect, it } from 'vitest';
import {
  rawWorkbook,
  rawWorkbookParts,
  type RawXmlCell,
  readSheets,
  rowsXml,
  where,
  type ZipEntry,
  zipOf,
} from '../../support/exportFiles.ts';

const header = ['product', 'lot', 'reference'];
const strings = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';

/** A workbook with one sheet of lots, in which a part is changed. */
const changed = (part: string, change: (xml: string) => string): ZipEntry[] =>
  rawWorkbookParts({ name: 'lots', rows: rowsXml([header, ['RYE', 'L-7', 'R']]) }).map((entry) =>
    entry.name === part ? { ...entry, content: change(String(entry.content)) } : entry,
  );

const lotOf = async (parts: ZipEntry[]): Promise<string[]> => {
  const { faults, rows } = await readSheets(zipOf(parts));
  return faults.length > 0 ? where(faults) : rows.lots.map(({ lot }) => lot);
};
const sheet = (rows: string): ZipEntry[] => rawWorkbookParts({ name: 'lots', rows: rowsXml([header]) + rows });
const row = (cells: string): ZipEntry[] => sheet(`<row r="2"><c r="A2" t="str"><v>RYE</v></c>${cells}</row>`);

describe('a cell', () => {
  it.each([
    ['a tag broken over lines', '<c\n\tr="B2"\r\n t="inlineStr"\n><is\n><t\n>L-7</t\n></is\n></c\n>'],
    ['attributes in single quotes', `<c r='B2' t='inlineStr'><is><t>L-7</t></is></c>`],
    ['attributes in another order, with blanks around', '<c  t = "inlineStr"   r = "B2" ><is><t>L-7</t></is></c >'],
    ['a section of character data', '<c r="B2" t="inlineStr"><is><t><![CDATA[L-7]]></t></is></c>'],
    ['a comment in its text', '<c r="B2" t="str"><v>L<!-- c r="B2" -->-7</v></c>'],
    ['a comment and an instruction around', '<!-- <c r="B2"> --><?x y?><c r="B2" t="str"><v>L-7</v></c>'],
    ['a greater-than sign in an attribute', '<c r="B2" x:note="a>b" t="str"><v>L-7</v></c>'],
    ['characters by number', '<c r="B2" t="&#115;tr"><v>&#x4C;-7</v></c>'],
    [
      'a text in pieces, with a phonetic guide',
      '<c r="B2" t="inlineStr"><is><r><t>L</t></r><r><t>-7</t></r><rPh sb="0" eb="1"><t>el</t></rPh></is></c>',
    ],
    ['a text that no type announces', '<c r="B2"><is><t>L-7</t></is></c>'],
    ['a text where a value is usual', '<c r="B2" t="inlineStr"><v>L-7</v></c>'],
    ['no address', '<c t="str"><v>L-7</v></c>'],
    ['an address in small letters', '<c r="b2" t="str"><v>L-7</v></c>'],
    ['extensions beside it', '<c r="B2" t="str"><v>L-7</v><extLst><ext><t>no</t></ext></extLst></c><extLst/>'],
  ])('written with %s is read', async (_, xml) => {
    expect(await lotOf(row(xml))).toEqual(['L-7']);
  });

  it('is read whatever prefix its namespace has, also one made of other letters', async () => {
    for (const prefix of ['x', 'ss-1', 'é']) {
      const prefixed = (xml: string): string =>
        xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}:`).replace('xmlns="', `xmlns:${prefix}="`);
      expect(await lotOf(changed('xl/worksheets/sheet1.xml', prefixed))).toEqual(['L-7']);
    }
  });

  it('closed in its own tag is blank', async () => {
    const read = await readSheets(zipOf(row('<c r="B2" t="str"><v>L-7</v></c><c r="C2" s="1"/>')));
    expect(read.rows.lots).toMatchObject([{ lot: 'L-7', reference: '' }]);
  });

  it.each([
    ['stands twice', '<c r="B2" t="str"><v>L-7</v></c><c r="B2" t="str"><v>L-8</v></c>'],
    ['stands twice, the second time blank', '<c r="B2" t="str"><v>L-7</v></c><c r="B2"/>'],
    ['stands in a row of another number', '<c r="B3" t="str"><v>L-7</v></c>'],
    ['has an address that is none', '<c r="2B" t="str"><v>L-7</v></c>'],
    ['refers to a shared text that is not there', '<c r="B2" t="s"><v>7</v></c>'],
    ['refers to a shared text by a word', '<c r="B2" t="s"><v>first</v></c>'],
    ['is of an unknown kind', '<c r="B2" t="rich"><v>L-7</v></c>'],
    ['holds two values', '<c r="B2" t="str"><v>L-7</v><v>L-8</v></c>'],
    ['holds something unknown', '<c r="B2" t="str"><text>L-7</text></c>'],
    ['is inside something unknown', '<group><c r="B2" t="str"><v>L-7</v></c></group>'],
    ['is not closed', '<c r="B2" t="str"><v>L-7</v>'],
    ['has a tag in it that is no tag', '<c r="B2" t=str><v>L-7</v></c>'],
    ['has an attribute twice', '<c r="B2" t="str" t="n"><v>7</v></c>'],
  ])('that %s refuses the workbook', async (_, xml) => {
    expect(await lotOf(row(xml))).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
  });

  it.each<[string, RawXmlCell]>([
    ['a number that is none', { xml: '><v>12,5</v></c>' }],
    ['a number in a format the workbook does not have', { xml: ' s="9"><v>12</v></c>' }],
    ['a text and a value', { xml: ' t="inlineStr"><is><t>L-7</t></is><v>8</v></c>' }],
    ['a part of a formula over several cells', { xml: '><v>3</v></c>' }],
  ])('with %s is a fault of its own', async (name, cell) => {
    const first: RawXmlCell = name.startsWith('a part')
      ? { xml: '><f t="array" ref="A2:B2">A1:B1</f><v>2</v></c>' }
      : 'RYE';
    expect(where((await readSheets(rawWorkbook('lots', [header, [first, cell]]))).faults)).toContain(
      'lots 2 lot VALIDATION',
    );
  });
});

describe('a part of a workbook', () => {
  const ofSheet = (change: (xml: string) => string | Buffer): ZipEntry[] =>
    rawWorkbookParts({ name: 'lots', rows: rowsXml([header, ['RYE', 'Lé-Ж', 'R']]) }).map((entry) =>
      entry.name === 'xl/worksheets/sheet1.xml' ? { ...entry, content: change(String(entry.content)) } : entry,
    );
  const utf16 = (xml: string): Buffer => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');

  it.each<[string, (xml: string) => string | Buffer]>([
    ['in UTF-8 with a mark', (xml) => `\ufeff${xml}`],
    ['in UTF-16', utf16],
    ['in UTF-16, the larger byte first', (xml) => utf16(xml).swap16()],
    ['without a declaration', (xml) => xml.replace(/<\?xml.*?\?>/, '')],
    ['with a document type that declares nothing', (xml) => xml.replace('?>', '?><!DOCTYPE worksheet>')],
  ])('written %s is read', async (_, change) => {
    expect(await lotOf(ofSheet(change))).toEqual(['Lé-Ж']);
  });

  it('in another encoding is read by what it declares, and refused where nobody knows that', async () => {
    const inLatin = (encoding: string): ZipEntry[] =>
      ofSheet((xml) => Buffer.from(xml.replace('UTF-8', encoding).replace('Ж', '7'), 'latin1'));
    expect(await lotOf(inLatin('ISO-8859-1'))).toEqual(['Lé-7']);
    for (const encoding of ['UTF-8', 'EBCDIC-XYZ'])
      expect(await lotOf(inLatin(encoding))).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
  });
});

describe('the rows of a sheet', () => {
  const lot = (address: string, text: string): string =>
    `<c r="A${address}" t="str"><v>RYE</v></c><c r="B${address}" t="str"><v>${text}</v></c>`;

  it('are read when they are hidden or filtered away, and whatever the dimension of the sheet claims', async () => {
    const rows = `<row r="2" hidden="1">${lot('2', 'L-1')}</row><row r="3" ht="0" customHeight="1">${lot('3', 'L-2')}</row><row r="9">${lot('9', 'L-3')}</row>`;
    const parts = sheet(rows).map((entry) =>
      entry.name === 'xl/worksheets/sheet1.xml'
        ? { ...entry, content: String(entry.content).replace('<sheetData>', '<dimension ref="A1:B2"/><sheetData>') }
        : entry,
    );
    expect(await lotOf(parts)).toEqual(['L-1', 'L-2', 'L-3']);
  });

  it('need no numbers, and need not stand in order', async () => {
    expect(await lotOf(sheet(`<row>${lot('2', 'L-1')}</row><row>${lot('3', 'L-2')}</row>`))).toEqual(['L-1', 'L-2']);
    expect(await lotOf(sheet(`<row r="3">${lot('3', 'L-2')}</row><row r="2">${lot('2', 'L-1')}</row>`))).toEqual([
      'L-1',
      'L-2',
    ]);
  });

  it('that come in two parts are put together', async () => {
    const halves = '<row r="2"><c r="A2" t="str"><v>RYE</v></c></row><row r="2"><c r="B2" t="str"><v>L-1</v></c></row>';
    expect(await lotOf(sheet(halves))).toEqual(['L-1']);
  });
});

describe('the parts of a workbook', () => {
  const plain = (): ZipEntry[] => rawWorkbookParts({ name: 'lots', rows: rowsXml([header, ['RYE', 'L-7']]) });
  const renamed = (change: (name: string) => string): ZipEntry[] =>
    plain().map((entry) => ({ ...entry, name: change(entry.name) }));

  it.each<[string, (name: string) => string]>([
    ['back-slashes', (name) => name.replaceAll('/', '\\')],
    ['a slash before the first folder', (name) => `/${name}`],
    ['a back-slash before the first folder', (name) => `\\${name.replaceAll('/', '\\')}`],
    ['other letter cases', (name) => name.toUpperCase()],
  ])('may be named with %s', async (_, change) => {
    expect(await lotOf(renamed(change))).toEqual(['L-7']);
  });

  it.each([
    ['from the top', '/xl/worksheets/sheet1.xml'],
    ['by a way around', '../xl/./worksheets/sheet1.xml'],
    ['with back-slashes', '\\xl\\worksheets\\sheet1.xml'],
    ['in other letters', 'Worksheets/Sheet1.xml'],
    ['with an escaped character', 'worksheets/%73heet1.xml'],
  ])('may be referred to %s', async (_, target) => {
    const parts = changed('xl/_rels/workbook.xml.rels', (xml) => xml.replace('worksheets/sheet1.xml', target));
    expect(await lotOf(parts)).toEqual(['L-7']);
  });

  it('may lie where no program usually puts them', async () => {
    const moved = plain().map(({ name, content }) => ({
      name: name
        .replace('xl/workbook.xml', 'book.xml')
        .replace('xl/_rels/workbook', '_rels/book')
        .replace(/^xl\//, 'data/'),
      content: String(content)
        .replace('Target="xl/workbook.xml"', 'Target="/book.xml"')
        .replace(/Target="(worksheets|styles)/g, 'Target="data/$1'),
    }));
    expect(await lotOf(moved)).toEqual(['L-7']);
  });

  it('that are no business of an import may be anything: a white picture, a document, a whole other workbook', async () => {
    const extra = [
      { name: 'xl/media/image1.bmp', content: Buffer.alloc(30 * 1024 ** 2, 0xff) },
      {
        name: 'xl/embeddings/Microsoft_Word_Document.docx',
        content: zipOf([{ name: 'word/document.xml', content: '<a/>' }]),
      },
      { name: 'xl/embeddings/plan.zip', content: 'x' },
      { name: 'docProps/thumbnail.jpeg', content: zipOf(plain()) },
      { name: 'xl/drawings/drawing1.xml', content: '<!DOCTYPE a><a' },
      { name: 'customXml/item1.xml', content: ' '.repeat(5_000_000) },
    ];
    expect(await lotOf([...plain(), ...extra])).toEqual(['L-7']);
  });

  it('that are read may not be missing', async () => {
    expect(await lotOf(plain().filter(({ name }) => !name.includes('sheet1')))).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
    const lost = changed('xl/_rels/workbook.xml.rels', (xml) => xml.replace('Id="rId1"', 'Id="rId8"'));
    expect(await lotOf(lost)).toEqual(['plant.xlsx 1  FILE_DAMAGED']);
  });

  it('hold shared texts in any way they are written', async () => {
    const table = `<sst\n><si\n><t xml:space='preserve'> L-7 </t></si><si><r><t>R</t></r><rPh><t>er</t></rPh><r><t>YE</t></r></si><si/></sst>`;
    const cells =
      '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v> 0 </v></c><c r="C2" t="s"><v>2</v></c></row>';
    const parts = rawWorkbookParts({ name: 'lots', rows: rowsXml([header]) + cells }).map((entry) =>
      entry.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...entry,
            content: String(entry.content).replace(
              '</Rel',
              `<Relationship Id="s" Type="${strings}" Target="texts.xml"/></Rel`,
            ),
          }
        : entry,
    );
    const read = await readSheets(zipOf([...parts, { name: 'xl/texts.xml', content: table }]));
    expect(read.faults).toEqual([]);
    expect(read.rows.lots).toMatchObject([{ product: 'RYE', lot: 'L-7', reference: '' }]);
  });
});

describe('a number shown as a date', () => {
  const styled = (formats: string, id: number): ZipEntry[] =>
    changed('xl/styles.xml', (xml) =>
      xml.replace(/<numFmts.*<\/numFmts>/, formats).replace('numFmtId="14"', `numFmtId="${id}"`),
    ).map((entry) =>
      entry.name === 'xl/worksheets/sheet1.xml'
        ? {
            ...entry,
            content: String(entry.content).replace(
              /<sheetData>.*<\/sheetData>/,
              `<sheetData>${rowsXml([
                ['product', 'lot', 'expires_on'],
                ['RYE', 'L-7', { xml: ' s="1"><v>46082</v></c>' }],
              ])}</sheetData>`,
            ),
          }
        : entry,
    );
  const formats = (code: string): string =>
    `<numFmts count='1'><numFmt formatCode='${code}' numFmtId='170'/></numFmts>`;

  it.each([
    'yyyy\\-mm\\-dd',
    'd. mmmm yyyy',
    '[$-407]dd/mm/yy;@',
    'm/d',
    '"day" d',
    'yyyy&quot;年&quot;m&quot;月&quot;',
  ])('by the format %s is a date', async (code) => {
    expect((await readSheets(zipOf(styled(formats(code), 170)))).rows.lots).toMatchObject([
      { expiresOn: '2026-03-01' },
    ]);
  });

  it.each(['0.00', '#,##0', '0.00E+00', '[Red]0', '"days" 0', '0\\d', 'General', '_-* #,##0_-'])(
    'is none by the format %s',
    async (code) => {
      expect(where((await readSheets(zipOf(styled(formats(code), 170)))).faults)).toEqual([
        'lots 2 expires_on VALIDATION',
      ]);
    },
  );

  it.each([14, 15, 22, 31, 57])(
    'by the format with the number %i, which every spreadsheet knows, is a date',
    async (id) => {
      expect((await readSheets(zipOf(styled('', id)))).rows.lots).toMatchObject([{ expiresOn: '2026-03-01' }]);
    },
  );
});
