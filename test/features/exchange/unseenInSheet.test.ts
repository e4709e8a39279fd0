import { describe, expect, it } from 'vitest';
import {
  rawWorkbookParts,
  type RawXmlCell,
  readSheets,
  rowsXml,
  where,
  workbookOf,
  type ZipEntry,
  zipOf,
} from '../../support/exportFiles.ts';

const header = ['product', 'lot', 'manufactured_on', 'reference'];
const styled = (cell: string): RawXmlCell => ({ xml: ` s="1"${cell}</c>` });
const text = (value: string): RawXmlCell => styled(` t="inlineStr"><is><t>${value}</t></is>`);

type Look = {
  code?: string;
  font?: string;
  fill?: string;
  rows?: string;
  before?: string;
  state?: string;
  name?: string;
};

/** A workbook of lots in which style 1 has a format code and a font. */
function lotsOf(records: readonly (readonly RawXmlCell[])[], look: Look = {}): Buffer {
  const {
    code = 'General',
    font = '',
    fill = '<patternFill patternType="none"/>',
    rows = '',
    before = '',
    state = '',
    name = 'lots',
  } = look;
  const styles = `<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><fonts count="2"><font><b/></font><font>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>${fill}</fill></fills><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="1" fillId="1"/></cellXfs></styleSheet>`;
  const parts = rawWorkbookParts({ name, rows: rowsXml([header, ...records]) + rows });
  const change = (part: string, content: string): string => {
    if (part === 'xl/styles.xml') return styles;
    if (part === 'xl/workbook.xml') return content.replace('<sheet ', `<sheet ${state} `);
    return part.includes('sheet1') ? content.replace('<sheetData>', `${before}<sheetData>`) : content;
  };
  return zipOf(parts.map((part): ZipEntry => ({ ...part, content: change(part.name, String(part.content)) })));
}

const findingsOf = async (...args: Parameters<typeof lotsOf>) => {
  const { faults, findings, rows } = await readSheets(lotsOf(...args));
  expect(faults).toEqual([]);
  return { findings, lots: rows.lots };
};

describe('a text that the sheet shows as another one', () => {
  it.each([
    ['"L-"@', '“L-7” is held by a cell in which the sheet shows “L-L-7”, by the format "L-"@. '],
    ['@" kg"', 'shows “L-7 kg”, by the format @" kg". '],
    [';;;', 'shows nothing, by the format ;;;. '],
    ['0;-0;0;"none"', 'shows “none”, '],
  ])('by the format %s is read as it is held, and told', async (code, said) => {
    const { findings, lots } = await findingsOf([['RYE', text('L-7'), '', '']], { code });
    expect(lots).toMatchObject([{ lot: 'L-7' }]);
    expect(findings).toMatchObject([{ row: 2, column: 'lot', message: expect.stringContaining(said) }]);
  });

  it('is told in columns that are no codes, and with every row', async () => {
    const records = ['A', 'B', 'C'].map((lot): RawXmlCell[] => ['RYE', lot, text('2026-03-10'), '']);
    const { findings } = await findingsOf(records, { code: '"from "@' });
    expect(findings).toMatchObject([
      { row: 2, column: 'manufactured_on', message: expect.stringMatching(/rows: 2–4\.$/) },
    ]);
  });

  it('is told of the name of a column too', async () => {
    const { findings } = await readSheets(
      zipOf(
        rawWorkbookParts({
          name: 'lots',
          rows: rowsXml([
            ['product', text('lot')],
            ['RYE', 'L-7'],
          ]),
        }).map((part) =>
          part.name === 'xl/styles.xml'
            ? {
                ...part,
                content: `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="@&quot;_old&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>`,
              }
            : part,
        ),
      ),
    );
    expect(findings).toMatchObject([{ row: 1, column: 'lot', message: expect.stringContaining('“lot_old”') }]);
  });

  it.each(['@', 'General', '0.00', '0;-0;;@', 'yyyy-mm-dd'])('is none by the format %s', async (code) => {
    expect((await findingsOf([['RYE', text('L-7'), '', '']], { code })).findings).toEqual([]);
  });
});

describe('a date whose figures stand in an unusual order', () => {
  const day = (number: number, code: string) => findingsOf([['RYE', 'L-7', styled(`><v>${number}</v>`), '']], { code });

  it.each(['yyyy-dd-mm', 'mm.yyyy.dd', 'dd/yy/mm'])('by the format %s is told', async (code) => {
    const { findings, lots } = await day(46_091, code);
    expect(lots).toMatchObject([{ manufacturedOn: '2026-03-10' }]);
    expect(findings).toMatchObject([{ column: 'manufactured_on', message: expect.stringContaining('unusual order') }]);
  });

  it('is told where the date is written as one, not as a number', async () => {
    const cell = styled(' t="d"><v>2026-03-10</v>');
    const { findings } = await findingsOf([['RYE', 'L-7', cell, '']], { code: 'yyyy-dd-mm' });
    expect(findings).toMatchObject([{ column: 'manufactured_on' }]);
  });

  it('needs no words where every order says the same', async () => {
    expect((await day(46_084, 'yyyy-dd-mm')).findings).toEqual([]);
    expect((await day(46_091, 'dd/mm/yyyy')).findings).toEqual([]);
    expect((await day(46_091, 'yyyy-dd-mmm')).findings).toEqual([]);
  });

  it('is no code, however it is shown', async () => {
    const read = await readSheets(lotsOf([['RYE', styled('><v>46091</v>'), '', '']], { code: 'yyyy-dd-mm' }));
    expect(where(read.faults)).toEqual(['lots 2 lot VALIDATION']);
  });
});

describe('what is struck through', () => {
  it.each(['<strike/>', '<strike val="1"/>', '<b/><strike val="true"/>'])(
    'by %s is told, whatever it is',
    async (font) => {
      const record = ['RYE', text('L-7'), { xml: ' s="1" t="d"><v>2026-03-10</v></c>' }, styled('><v>12</v>')];
      const { findings, lots } = await findingsOf([record], { font });
      expect(lots).toMatchObject([{ lot: 'L-7', manufacturedOn: '2026-03-10', reference: '12' }]);
      expect(findings.map(({ column }) => column)).toEqual(['lot', 'manufactured_on', 'reference']);
      expect(findings[0]?.message).toMatch(/^“L-7” is struck through in the sheet/);
    },
  );

  it('is none by a font that only could be', async () => {
    for (const font of ['<strike val="0"/>', '<strike val="false"/>', '<u/>'])
      expect((await findingsOf([['RYE', text('L-7'), '', '']], { font })).findings).toEqual([]);
  });

  it.each([
    ['struck through', '<r><rPr><strike/></rPr><t>L-6</t></r><r><t>L-7</t></r>', 'L-6L-7'],
    ['struck through', '<r><t>L-7</t></r><r><rPr><strike val="1"/></rPr><t>-B</t></r>', 'L-7-B'],
    ['higher or lower', '<r><t>L-7</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>', 'L-71'],
  ])('or raised may be a part of a text only (%s, %s)', async (said, pieces, lot) => {
    const record = ['RYE', { xml: ` t="inlineStr"><is>${pieces}</is></c>` }, '', ''];
    const { findings, lots } = await findingsOf([record, ['RYE', 'L-8', '', '']]);
    expect(lots.map((one) => one.lot)).toEqual([lot, 'L-8']);
    expect(findings).toMatchObject([{ row: 2, column: 'lot', message: expect.stringContaining(said) }]);
  });

  it('is told of texts that cells share', async () => {
    const table = `<sst><si><t>L-1</t></si><si><r><rPr><strike/></rPr><t>L-2</t></r><rPh><t>er</t></rPh></si><si><r><rPr><strike/></rPr><t> </t></r><r><t>L-3</t></r></si></sst>`;
    const rows = [0, 1, 2].map(
      (at) =>
        `<row r="${at + 2}"><c r="A${at + 2}" t="str"><v>RYE</v></c><c r="B${at + 2}" t="s"><v>${at}</v></c></row>`,
    );
    const parts = rawWorkbookParts({ name: 'lots', rows: rowsXml([header]) + rows.join('') });
    const { findings } = await readSheets(zipOf([...parts, { name: 'xl/sharedStrings.xml', content: table }]));
    expect(findings).toMatchObject([{ row: 3, column: 'lot', message: expect.stringContaining('struck through') }]);
  });
});

describe('what nobody sees by its letters', () => {
  const solid = (colour: string): string =>
    `<patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill>`;
  const record = ['RYE', text('L-7'), '', styled('><v>12</v>')];

  it.each([
    ['<color rgb="FFFFFFFF"/>', undefined],
    ['<color theme="0"/>', undefined],
    ['<color indexed="9"/>', undefined],
    ['<color rgb="FFFFFFFF"/>', solid('theme="0"')],
    ['<color rgb="FFAA1100"/>', solid('rgb="00aa1100"')],
    ['<color theme="4" tint="0.4"/>', solid('theme="4" tint="0.4"')],
    ['<sz val="1"/>', undefined],
  ])('is told: %s on %s', async (font, fill) => {
    const { findings, lots } = await findingsOf([record], fill === undefined ? { font } : { font, fill });
    expect(lots).toMatchObject([{ lot: 'L-7', reference: '12' }]);
    expect(findings.map(({ column }) => column)).toEqual(['lot', 'reference']);
    expect(findings[0]?.message).toMatch(/^“L-7” is not to be seen in the sheet/);
  });

  it.each([
    ['<color rgb="FFFFFFFF"/>', solid('rgb="FF1F4E78"')],
    ['<color theme="0"/>', solid('theme="4"')],
    ['<color theme="0" tint="-0.5"/>', undefined],
    ['<color theme="1"/>', undefined],
    ['<color auto="1"/>', solid('auto="1"')],
    ['<sz val="8"/><color rgb="FF000000"/>', undefined],
    ['<color rgb="FFFFFFFF"/>', '<patternFill patternType="gray125"/>'],
  ])('is not told: %s on %s', async (font, fill) => {
    expect((await findingsOf([record], fill === undefined ? { font } : { font, fill })).findings).toEqual([]);
  });
});

describe('what is hidden in a workbook', () => {
  const records = ['L-1', 'L-2', 'L-3'].map((lot) => ['RYE', lot, '', '']);
  const row = (number: number, how: string): string =>
    `<row r="${number}" ${how}><c r="A${number}" t="str"><v>RYE</v></c><c r="B${number}" t="str"><v>L-${number}</v></c></row>`;

  it('are rows: read, counted and named', async () => {
    const rows = `${row(5, 'hidden="1"')}${row(6, 'ht="0" customHeight="1"')}${row(8, 'hidden="true"')}${row(9, 'hidden="0" ht="15"')}<row r="11" hidden="1"/>`;
    const { findings, lots } = await findingsOf(records, { rows });
    expect(lots).toHaveLength(7);
    expect(findings).toEqual([
      {
        row: 5,
        column: '',
        message:
          '3 rows are hidden in the sheet, by hand or by a filter, and read all the same: 5–6, 8. Show all rows, and see whether they belong to the export.',
      },
    ]);
    const one = await findingsOf(records, { rows: row(5, 'hidden="1"') });
    expect(one.findings).toMatchObject([{ row: 5, message: expect.stringMatching(/^Row 5 is hidden in the sheet/) }]);
  });

  it('are columns that hold something', async () => {
    const cols = '<cols><col min="2" max="2" width="0"/><col min="3" max="16384" width="9" hidden="1"/></cols>';
    const { findings } = await findingsOf(records, { before: cols });
    expect(findings.map(({ row: at, column }) => `${at} ${column}`)).toEqual(['1 lot']);
    const seen = '<cols><col min="1" max="4" width="9" hidden="0"/></cols>';
    expect((await findingsOf(records, { before: seen })).findings).toEqual([]);
  });

  it.each(['hidden', 'veryHidden'])('are sheets (%s)', async (state) => {
    const { findings, lots } = await findingsOf(records, { state: `state="${state}"` });
    expect(lots).toHaveLength(3);
    expect(findings).toMatchObject([{ row: 1, column: '', message: expect.stringMatching(/^The sheet is hidden/) }]);
    expect((await findingsOf(records, { state: 'state="visible"' })).findings).toEqual([]);
  });

  it('is a fault where it is a sheet of another name', async () => {
    const { faults } = await readSheets(lotsOf(records, { state: 'state="hidden"', name: 'lots 2025' }));
    expect(faults).toMatchObject([{ file: 'lots 2025', message: expect.stringContaining('The hidden sheet') }]);
  });

  it('is nothing in what a program writes', async () => {
    const { findings } = await readSheets(workbookOf({ lots: [{ product: 'RYE', lot: 'L-1' }] }));
    expect(findings).toEqual([]);
  });
});
