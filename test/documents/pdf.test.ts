import { describe, expect, test } from 'vitest';
import { drawPdf } from '#main/documents/pdf.ts';
import { barLook } from '#main/documents/pdf/look.ts';
import { barTones, type ReportModel } from '#shared/kernel/reportModel.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';
import { buildPicture, buildRecallReport, buildReport, buildTraceReport } from './sampleReports.ts';

const draw = async (model: ReportModel, options = {}) => readPdf(await drawPdf(model, options));
const wholeText = (pdf: ReturnType<typeof readPdf>): string => pdf.pages.map(pageText).join('\n');
const oneColumn = (kind: 'text' | 'code', values: string[]): ReportModel =>
  buildReport({
    sections: [
      {
        title: 'Rows',
        level: 1,
        table: { columns: [{ key: 'a', header: 'A', kind }], rows: values.map((value) => [value]) },
      },
    ],
  });

/** Relative luminance, as WCAG 2.2 defines it: what is left of a colour in black and white. */
function lightness(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('a report as PDF', () => {
  test('says that it is tagged, in its language and for archiving', async () => {
    const pdf = await draw(buildTraceReport({ language: 'de', locale: 'de-AT' }));
    expect(pdf.catalog).toMatch(/\/Lang \(de\)/);
    expect(pdf.catalog).toContain('/MarkInfo');
    expect(pdf.catalog).toContain('/OutputIntents');
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf.addresses).toEqual([]);
    expect(pdf.fonts.every((font) => /^[A-Z]{6}\+(Inter|IBMPlexMono)-/.test(font))).toBe(true);
  });

  test('has the structure the tags promise: headings, a table with its heads and cells, the picture with its words', async () => {
    const pdf = await draw(buildTraceReport());
    expect(pdf.structure).toMatchObject({ Document: 1, H1: 1, H2: 3, H3: 1, Figure: 1, Table: 3 });
    // Nine lots and three by product in seven columns, one signature in three; each table has a row of heads.
    expect(pdf.structure['TD']).toBe(9 * 7 + 3 * 7 + 3);
    expect(pdf.structure['TR']).toBe(9 + 3 + 1 + 3);
    expect(pdf.structure['TH']).toBe(7 + 7 + 3);
    expect(pdf.alternatives).toEqual([buildPicture().description]);
  });

  test('leaves nothing on a page unmarked', async () => {
    const { pages } = await draw(buildTraceReport({ demo: true }));
    expect(pages.flatMap(({ texts }) => texts.filter(({ tag }) => tag === ''))).toEqual([]);
  });

  test('has a bookmark for each section, below the section it is part of', async () => {
    const { bookmarks } = await draw(buildTraceReport());
    expect(bookmarks).toEqual(['1 The way of the goods', '1 Lots', '2 By product', '1 Signatures']);
  });

  test('opens with the title, the question, the facts, the filters, who made it and when', async () => {
    const first = pageText(
      (await draw(buildTraceReport())).pages[0] ?? { width: 0, height: 0, texts: [], content: '' },
    );
    // In the narrow title the time stands over two lines.
    for (const said of [
      'Trace of lot RL-26-0114, downstream',
      'Where was lot RL-26-0114 of raw milk used, and who got it?',
      'Raw milk, 3.8 % fat',
      '12,500 kg',
      'Quarantine',
      'Product: all  ·  From: 1 January 2026  ·  Hidden by these filters: 12 of 84 rows',
      'Anna Berger',
      '03 Feb 2026, 10:14:00',
      '+01:00',
      'Europe/Vienna',
      'Lake Valley Dairy, plant 1',
    ])
      expect(first).toContain(said);
    // The foot names the zone; beside the offset it would say the same again.
    expect(first.split('Europe/Vienna')).toHaveLength(2);
  });

  test('says on every page from which entry of the chain it is, and which page of how many', async () => {
    const { pages } = await draw(buildRecallReport(150));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(pageText(page)).toContain('Audit entry 18,442 · 9f3ab2c4d5e6f708');
      expect(pageText(page)).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(pageText(page)).toContain('Times: Europe/Vienna');
    });
  });

  test('says on every page that it is of the demo, and only then', async () => {
    const demo = await draw(buildRecallReport(150, { demo: true }));
    expect(demo.pages.every((page) => pageText(page).includes('Demo data'))).toBe(true);
    expect(wholeText(await draw(buildRecallReport(3)))).not.toContain('Demo data');
  });

  test('lists every row, each document once, and repeats the heads of the columns on every page', async () => {
    const { pages } = await draw(buildRecallReport(400));
    const documents = pages
      .flatMap(({ texts }) => texts.map(({ text }) => text))
      .filter((text) => /^SO-\d+$/.test(text));
    expect(documents).toEqual(Array.from({ length: 400 }, (_, row) => `SO-${26_000 + row}`));
    const middle = pages.slice(1, -1);
    expect(middle.every((page) => page.texts.some(({ text, tag }) => text === 'Document' && tag === 'Artifact'))).toBe(
      true,
    );
  });

  test('keeps everything between the margins', async () => {
    const { pages } = await draw(buildRecallReport(200));
    for (const { texts, width, height } of pages) {
      for (const { x, y } of texts) {
        expect(x).toBeGreaterThanOrEqual(41);
        expect(x).toBeLessThan(width - 42);
        expect(y).toBeGreaterThan(20);
        expect(y).toBeLessThan(height - 20);
      }
    }
  });

  test('never breaks a code, however long', async () => {
    const codes = [60, 90, 119].map((length) => `L-${'0123456789'.repeat(12).slice(0, length - 2)}`);
    const pdf = await draw(oneColumn('code', codes));
    const texts = pdf.pages.flatMap((page) => page.texts.map(({ text }) => text));
    for (const code of codes) expect(texts).toContain(code);
  });

  test('breaks codes only where even the smallest letters do not fit side by side, and loses nothing', async () => {
    const code = 'X1'.repeat(60);
    const columns = ['a', 'b', 'c'].map((key) => ({ key, header: key, kind: 'code' as const }));
    const pdf = await draw(
      buildReport({ sections: [{ title: 'Wide', level: 1, table: { columns, rows: [[code, code, code]] } }] }),
    );
    const letters = pdf.pages
      .flatMap((page) => page.texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text))
      .join('');
    expect(letters).toBe(code.repeat(3));
  });

  test('goes on with a cell that is higher than a page on the next one', async () => {
    const words = Array.from({ length: 4_000 }, (_, word) => `word${word}`);
    const pdf = await draw(oneColumn('text', [words.join(' '), 'last']));
    expect(pdf.pages.length).toBeGreaterThan(2);
    const drawn = pdf.pages.flatMap((page) => page.texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text));
    expect(drawn.join('')).toBe(`${words.join(' ')}last`);
  });

  test('sets the amounts of a column below each other by their decimal mark, each with its unit', async () => {
    const amounts = ['1', '12.5', '1234.125'].map((amount) => [{ amount, unit: 'kg' }]);
    const pdf = await draw(
      buildReport({
        locale: 'de-DE',
        language: 'de',
        sections: [
          {
            title: 'Mengen',
            level: 1,
            table: { columns: [{ key: 'q', header: 'Menge', kind: 'quantity' }], rows: amounts },
          },
        ],
      }),
    );
    const cells = pdf.pages[0]?.texts.filter(({ tag }) => tag === 'TD') ?? [];
    expect(cells.map(({ text }) => text)).toEqual(['1', 'kg', '12', ',5', 'kg', '1.234', ',125', 'kg']);
    const marks = cells.filter(({ text }) => text.startsWith(','));
    expect(new Set(marks.map(({ x }) => x)).size).toBe(1);
    expect(new Set(cells.filter(({ text }) => text === 'kg').map(({ x }) => x)).size).toBe(1);
  });

  test('says a status by letter and word', async () => {
    const rows = [['A'], ['Q'], ['R'], ['A1']];
    const pdf = await draw(
      buildReport({
        sections: [{ title: 'S', level: 1, table: { columns: [{ key: 's', header: 'S', kind: 'status' }], rows } }],
      }),
    );
    const cells = pdf.pages[0]?.texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text);
    expect(cells).toEqual(['A', 'Released', 'Q', 'Quarantine', 'R', 'Rejected', 'A1', 'Released']);
  });

  test('writes letters of other scripts, and by number what no font has, so that different codes stay different', async () => {
    const said = ['Żółć Dvořák Ελλάδα Київ Việt', 'a\tb', '批号', '🧀', '\ud800', '\ue000'];
    const pdf = await draw(oneColumn('text', said));
    const cells = pdf.pages[0]?.texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text);
    expect(cells).toEqual(['Żółć Dvořák Ελλάδα Київ Việt', 'a b', '批号', '[U+1F9C0]', '[U+D800]', '[U+E000]']);
    expect(wholeText(pdf)).toContain('are written by their Unicode number');
    expect(wholeText(await draw(oneColumn('text', ['plain'])))).not.toContain('Unicode');
  });

  test('takes a title with the signs of XML, and a language with no texts of its own', async () => {
    const title = 'R&D <lots> "5\' 4"';
    const pdf = await draw(buildReport({ title, language: 'fr', locale: 'fr-FR' }));
    expect(pdf.xmp).toContain('R&amp;D &lt;lots&gt; "5\' 4"');
    expect(wholeText(pdf)).toContain(title);
    expect(wholeText(pdf)).toContain('Made by');
  });

  test('says what is missing where a table is empty', async () => {
    const text = wholeText(await draw(buildRecallReport(1)));
    expect(text).toContain('The trace has no breaks.');
    expect(text).toContain('none: everything was asked for');
  });

  test('draws codes, statuses, quantities and the number left out in the picture', async () => {
    const pdf = await draw(buildTraceReport());
    const figure = pdf.pages[0]?.texts.filter(({ tag }) => tag === 'Figure').map(({ text }) => text) ?? [];
    for (const said of ['RL-26-0114', 'Q', '12,500 kg', 'DY-26-0203-A-LONG-CODE', 'Alpine Foods Ltd', '+38 more'])
      expect(figure).toContain(said);
  });

  test('makes a picture with more nodes than a page has room for smaller', async () => {
    const nodes = Array.from({ length: 60 }, (_, index) => ({ id: String(index), code: `N-${index}` }));
    const picture = { description: 'Many.', columns: [{ title: 'All', nodes }], links: [] };
    const pdf = await draw(buildReport({ sections: [{ title: 'Picture', level: 1, picture }] }));
    expect(wholeText(pdf)).toContain('N-59');
  });

  test('draws bars with what they are of before them, a key above them, and the table below', async () => {
    const kg = (amount: string) => ({ amount, unit: 'kg' });
    const pdf = await draw(
      buildReport({
        sections: [
          {
            title: 'Balance',
            level: 1,
            bars: {
              description: 'Where it went, a bar for each product.',
              key: [
                { tone: 'strong', label: 'Gone out' },
                { tone: 'light', label: 'In stock' },
                { tone: 'alarming', label: 'Missing' },
              ],
              rows: [
                {
                  name: 'JAM',
                  note: 'Plum jam',
                  parts: [
                    { tone: 'strong', share: 0.7, quantity: kg('7000') },
                    { tone: 'light', share: 0.295, quantity: kg('2950') },
                    { tone: 'alarming', share: 0.005, quantity: kg('50') },
                  ],
                  value: { amount: '99.5', unit: '%' },
                },
              ],
            },
            table: {
              columns: [
                { key: 'out', header: 'Out', kind: 'quantity' },
                { key: 'share', header: 'Out, share', kind: 'percent', sheetOnly: true },
                { key: 'missing', header: 'Gone missing', kind: 'quantity' },
              ],
              rows: [[kg('7000'), 0.7, kg('50')]],
            },
          },
        ],
      }),
    );
    expect(pdf.alternatives).toEqual(['Where it went, a bar for each product.']);
    const figure = pdf.pages.flatMap(({ texts }) => texts.filter(({ tag }) => tag === 'Figure'));
    // What has no room in its part stands in the table alone.
    expect(figure.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual([
      'Gone out',
      'In stock',
      'Missing',
      'JAM',
      'Plum jam',
      '7,000 kg',
      '2,950 kg',
      '99.5 %',
    ]);
    const left = (text: string) => figure.find((one) => one.text.trim() === text)?.x ?? 0;
    expect(left('Plum jam')).toBeLessThan(left('7,000 kg'));
    expect(left('7,000 kg')).toBeLessThan(left('2,950 kg'));
    expect(left('2,950 kg')).toBeLessThan(left('99.5 %'));
    const text = wholeText(pdf);
    expect(text).toContain('Gone missing');
    expect(text).not.toContain('Out, share');
    expect(pdf.structure['TD']).toBe(2);
  });

  test('tells the parts of bars by more than their colour', () => {
    const looks = barTones.map((tone) => ({ tone, ...barLook[tone] }));
    for (const one of looks)
      for (const other of looks.filter(({ tone }) => tone !== one.tone))
        expect(
          one.pattern !== other.pattern || Math.abs(lightness(one.fill) - lightness(other.fill)) > 0.02,
          `${one.tone} and ${other.tone}`,
        ).toBe(true);
  });

  test('says numbers and fixed words in the language of the report', async () => {
    const pdf = await draw(buildRecallReport(60, { language: 'de', locale: 'de-AT' }));
    expect(wholeText(pdf)).toContain('Seite 1 von');
    expect(wholeText(pdf)).toContain('Erstellt von');
    expect(wholeText(pdf)).toContain('Freigegeben');
    expect(wholeText(pdf)).toContain('12,31\u00a0%');
  });

  test('chooses the page: upright, on its side for many columns or long codes, letter where asked', async () => {
    const size = async (model: ReportModel, options = {}) => {
      const page = (await draw(model, options)).pages[0];
      return [Math.round(page?.width ?? 0), Math.round(page?.height ?? 0)];
    };
    const columns = Array.from({ length: 8 }, (_, index) => ({
      key: `k${index}`,
      header: 'H',
      kind: 'integer' as const,
    }));
    const wide = buildReport({
      sections: [{ title: 'W', level: 1, table: { columns, rows: [columns.map((_, index) => index)] } }],
    });
    const code = 'X1'.repeat(40);
    const long = buildReport({
      sections: [
        {
          title: 'L',
          level: 1,
          table: {
            columns: ['a', 'b'].map((key) => ({ key, header: 'H', kind: 'code' as const })),
            rows: [[code, code]],
          },
        },
      ],
    });
    expect(await size(long)).toEqual([842, 595]);
    expect(await size(buildReport())).toEqual([595, 842]);
    expect(await size(wide)).toEqual([842, 595]);
    expect(await size(wide, { orientation: 'portrait' })).toEqual([595, 842]);
    expect(await size(buildReport(), { paper: 'letter' })).toEqual([612, 792]);
  });

  test('is the same to the byte when drawn twice', async () => {
    const [one, two] = [await drawPdf(buildTraceReport()), await drawPdf(buildTraceReport())];
    expect(one.equals(two)).toBe(true);
  });

  test('tells how many rows are drawn', async () => {
    const steps: [number, number][] = [];
    await drawPdf(buildRecallReport(250), { progress: (done, total) => steps.push([done, total]) });
    // The deliveries, five customers, four lots on hand.
    expect(steps).toEqual([
      [0, 259],
      [100, 259],
      [200, 259],
      [259, 259],
    ]);
  });

  test('refuses a cell that is not of its column', async () => {
    const table = { columns: [{ key: 'd', header: 'D', kind: 'date' as const }], rows: [['2026-02-30']] };
    await expect(drawPdf(buildReport({ sections: [{ title: 'T', level: 1, table }] }))).rejects.toThrow(
      'not a value of kind date',
    );
  });
});
