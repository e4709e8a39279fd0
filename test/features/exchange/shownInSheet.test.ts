import { describe, expect, it } from 'vitest';
import {
  buildReceipt,
  rawWorkbookParts,
  type RawXmlCell,
  readSheets,
  rowsXml,
  where,
  zipOf,
} from '../../support/exportFiles.ts';

type Format = { id: number; code?: string };

/** A sheet of one row in which the cells given as numbers bear the format, told by its number or spelt out. */
function sheetOf(name: string, { id, code }: Format, cells: Record<string, string | number>, is1904 = false): Buffer {
  const escaped = (code ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const own =
    code === undefined ? '' : `<numFmts count="1"><numFmt numFmtId="${id}" formatCode="${escaped}"/></numFmts>`;
  const values = Object.values(cells).map(
    (value): RawXmlCell => (typeof value === 'string' ? value : { xml: ` s="1"><v>${value}</v></c>` }),
  );
  const rows = rowsXml([Object.keys(cells), values]);
  const parts = rawWorkbookParts({ name, rows, is1904 }).map((part) =>
    part.name === 'xl/styles.xml'
      ? {
          ...part,
          content: `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${own}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
        }
      : part,
  );
  return zipOf(parts);
}

const received = (quantity: number, format: Format) =>
  readSheets(sheetOf('movements', format, { ...buildReceipt({}), quantity }));
const made = (lot: string | number, on: string | number, format: Format, is1904 = false) =>
  readSheets(sheetOf('lots', format, { product: 'RYE', lot, manufactured_on: on }, is1904));
const spelt = (code: string): Format => ({ id: 170, code });

describe('a quantity', () => {
  it.each([
    ['0', 12.345, '“12.345” is held by a cell in which the sheet shows 12, by the format 0.'],
    ['0 %', 0.5, '“0.5” is held by a cell in which the sheet shows 50 %,'],
    ['#,##0,', 12_400, '“12400” is held by a cell in which the sheet shows 12,'],
    ['#,##0.0,,"M"', 1_250_000, 'shows 1.3,'],
    ['# ?/?', 0.3, '“0.3” is held'],
    [';;;', 7, 'shows no figure, by the format ;;;.'],
  ])('that the sheet shows by %s as another one is told with both', async (code, quantity, said) => {
    const { rows, faults, findings } = await received(quantity, spelt(code));
    expect(faults).toEqual([]);
    expect(rows.movements).toMatchObject([{ quantity: Math.round(quantity * 1e6) }]);
    expect(findings).toMatchObject([{ row: 2, column: 'quantity', message: expect.stringContaining(said) }]);
  });

  it.each(['General', '0.000', '#,##0.0##" kg"', '_-* #,##0.00\\ "€"_-', '[Red]0.00', '0.0'])(
    'that the sheet shows by %s as it is needs no words',
    async (code) => {
      const { rows, findings } = await received(1250.5, spelt(code));
      expect(rows.movements).toMatchObject([{ quantity: 1_250_500_000 }]);
      expect(findings).toEqual([]);
    },
  );

  it.each([1, 3, 5, 6, 7, 8, 37, 38, 39, 40, 41, 42, 43, 44, 59, 60, 61, 62])(
    'is one by the format with the number %i, which no workbook spells out',
    async (id) => {
      const { rows, faults, findings } = await received(40, { id });
      expect([faults, findings]).toEqual([[], []]);
      expect(rows.movements).toMatchObject([{ quantity: 40_000_000 }]);
    },
  );

  it.each([9, 10, 67, 68])('is told by the format with the number %i, which shows per cent', async (id) => {
    expect((await received(0.25, { id })).findings).toMatchObject([{ message: expect.stringContaining('shows 25 %') }]);
  });

  it.each([23, 63, 66, 82, 120, 164, 4711])('is read where nothing says what the format %i is', async (id) => {
    expect((await received(12.5, { id })).findings).toEqual([]);
    const { rows, findings } = await received(46_082, { id });
    expect(rows.movements).toMatchObject([{ quantity: 46_082_000_000 }]);
    expect(findings).toMatchObject([
      { column: 'quantity', message: expect.stringContaining('it may be the date 2026-03-01.') },
    ]);
  });
});

describe('a date', () => {
  it.each([14, 15, 22, 27, 31, 36, 50, 58, 71, 72, 77, 81])('is one by the format with the number %i', async (id) => {
    const { rows, findings } = await made('L-7', 46_082, { id });
    expect(rows.lots).toMatchObject([{ manufacturedOn: '2026-03-01' }]);
    expect(findings).toEqual([]);
  });

  it('is read, and told, where nothing says what its format is', async () => {
    for (const [number, is1904] of [
      [46_082, false],
      [44_620, true],
    ] as const) {
      const { rows, findings } = await made('L-7', number, { id: 200 }, is1904);
      expect(rows.lots).toMatchObject([{ manufacturedOn: '2026-03-01' }]);
      expect(findings).toMatchObject([
        { row: 2, column: 'manufactured_on', message: expect.stringContaining(`it may be the number ${number}.`) },
      ]);
    }
    for (const number of [7, 46_082.5, 1e12, 1e300])
      expect(where((await made('L-7', number, { id: 200 })).faults)).toEqual(['lots 2 manufactured_on VALIDATION']);
  });

  it.each([{ id: 17 }, { id: 16 }, { id: 74 }, spelt('mmm yy'), spelt('"day" yyyy'), spelt('dd/mm')])(
    'of which the sheet shows a part only is told ($id $code)',
    async (format) => {
      const { rows, findings } = await made('L-7', 46_091, format);
      expect(rows.lots).toMatchObject([{ manufacturedOn: '2026-03-10' }]);
      expect(findings).toMatchObject([
        {
          column: 'manufactured_on',
          message: expect.stringMatching(/^“2026-03-10” is read of a date of which .* a part/),
        },
      ]);
    },
  );
});

it('a code is told where nothing says what its format is', async () => {
  const { rows, findings } = await made(451, '', { id: 65 });
  expect(rows.lots).toMatchObject([{ lot: '451' }]);
  expect(findings).toMatchObject([{ column: 'lot', message: expect.stringContaining('zeros before it') }]);
  expect((await made(46_082, '', { id: 65 })).findings[0]?.message).toContain('the date 2026-03-01');
});

it('a number with a format that cells cannot have any more is told with the rows it stands in', async () => {
  const header = ['product', 'lot', 'manufactured_on'];
  const rows = rowsXml([header, ...['A', 'B', 'C'].map((lot) => ['RYE', lot, { xml: ' s="1"><v>46082</v></c>' }])]);
  const parts = rawWorkbookParts({ name: 'lots', rows }).map((part) =>
    part.name === 'xl/styles.xml'
      ? { ...part, content: String(part.content).replace('numFmtId="14"', 'numFmtId="17"') }
      : part,
  );
  const { findings } = await readSheets(zipOf(parts));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toMatch(/, in 3 rows: 2–4\.$/);
});
