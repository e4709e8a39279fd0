import { describe, expect, test } from 'vitest';
import { makeDocument } from '#main/documents/make.ts';
import { TaggedDocument } from '#main/documents/pdf/document.ts';
import { TaggedLayout } from '#main/documents/pdf/layout.ts';
import type { DocNode } from '#main/documents/pdf/nodes.ts';
import { TaggedRenderer } from '#main/documents/pdf/renderer.ts';
import { drawPdf } from '#main/documents/pdf.ts';
import { insistPrintable } from '#main/documents/printable.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { type Pdf, pageText, readPdf } from '../support/pdfReader.ts';
import { buildRecallReport, buildReport } from './sampleReports.ts';

const draw = async (model: ReportModel): Promise<Pdf> => readPdf(await drawPdf(model));
const everyPlace = (pdf: Pdf) => pdf.pages.flatMap(({ texts, width }) => texts.map(({ x }) => ({ x, width })));

/** Lays content out on a page of 300 by 200 points, and draws it. */
function drawContent(content: (document: TaggedDocument) => DocNode[]): TaggedLayout {
  const document = new TaggedDocument(buildReport());
  const around = { left: 20, top: 20, right: 20, bottom: 20 };
  const layout = new TaggedLayout({ width: 300, height: 200 }, around, () => {});
  const look = { font: 'text', fontSize: 10, color: '#000000' };
  const pages = layout.layoutDocument(content(document), document, {}, look, undefined, undefined, undefined);
  new TaggedRenderer(document).renderPages(pages);
  return layout;
}

const paragraph = (document: TaggedDocument, text: string, more: object = {}): DocNode => ({
  text,
  tag: { element: document.element(document.root, 'P'), type: 'P' },
  ...more,
});

describe('what was laid out', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, word) => `word${word}`).join(' ');
  const wholeRow = (document: TaggedDocument, count: number): DocNode => ({
    table: { dontBreakRows: true, widths: [100], body: [[paragraph(document, words(count))]] },
  });

  test('is all drawn, or the document fails: here a row that must stay whole and that no page has room for', () => {
    const layout = drawContent((document) => [paragraph(document, 'before'), wholeRow(document, 400)]);
    expect(() => layout.checkAllDrawn()).toThrow(/^a P of \d+ lines has 0 drawn$/);
  });

  test('is all there where it fits, over several pages too', () => {
    const layout = drawContent((document) => [wholeRow(document, 12), paragraph(document, words(400))]);
    expect(() => layout.checkAllDrawn()).not.toThrow();
  });

  test('lies on the page, or the document fails', () => {
    const beyond = (document: TaggedDocument): DocNode[] => [paragraph(document, words(60), { noWrap: true })];
    expect(() => drawContent(beyond)).toThrow('is not on the page');
  });
});

describe('a page whatever stands on it', () => {
  test('has every fact and figure, however long the code beside it', async () => {
    const pdf = await draw(
      buildReport({
        facts: [
          { label: 'Lot', kind: 'code', value: 'LOT0'.repeat(60) },
          { label: 'Product', kind: 'text', value: 'Donaudampfschifffahrtsgesellschaft'.repeat(4) },
        ],
        figures: [
          { label: 'A', values: [{ amount: '123456789012345.123456', unit: 'kg' }] },
          { label: 'a label of many words '.repeat(8), values: [2] },
          { label: 'C', values: [31] },
          { label: 'D', values: [47] },
        ],
      }),
    );
    const text = pdf.pages.map(pageText).join('\n');
    for (const said of ['Made by', 'Made at', 'Europe/Vienna', '123,456,789,012,345.123456', 'kg', '31', '47'])
      expect(text).toContain(said);
    expect(text.replaceAll('\n', '')).toContain('LOT0'.repeat(60));
    expect(everyPlace(pdf).filter(({ x, width }) => x < 41 || x > width - 42)).toEqual([]);
  });

  test('has every letter of narrow columns whose rows are higher than a page', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({
      key: `k${index}`,
      header: 'H',
      kind: 'text' as const,
    }));
    const cell = (index: number): string => String.fromCharCode(97 + index).repeat(700);
    const rows = [columns.map((_, index) => cell(index))];
    const pdf = await draw(buildReport({ sections: [{ title: 'Narrow', level: 1, table: { columns, rows } }] }));
    const drawn = pdf.pages.flatMap(({ texts }) => texts.filter(({ tag }) => tag === 'TD').map(({ text }) => text));
    const counts = columns.map((_, index) => drawn.join('').split(cell(index).slice(0, 1)).length - 1);
    expect(counts).toEqual(columns.map(() => 700));
  });

  test('has amounts that are wider than their column, beside others', async () => {
    const columns = Array.from({ length: 9 }, (_, index) => ({
      key: `q${index}`,
      header: 'Amount',
      kind: 'quantity' as const,
    }));
    const amount = '1234567890123456789012345678';
    const rows = [columns.map(() => ({ amount, unit: 'kg' }))];
    const pdf = await draw(buildReport({ sections: [{ title: 'Wide', level: 1, table: { columns, rows } }] }));
    const text = pdf.pages.map(pageText).join('\n');
    expect(text.split('1,234,567,890,123,456,789,012,345,678')).toHaveLength(10);
  });
});

describe('a report that is too long for a PDF', () => {
  const notStopped = { signal: new AbortController().signal };

  test('is refused before anything is drawn, with what to do instead', async () => {
    const steps: number[] = [];
    const job = { ...notStopped, progress: (_: string, done: number) => steps.push(done) };
    await expect(makeDocument(buildRecallReport(50_000), { format: 'pdf' }, job)).rejects.toMatchObject({
      code: 'DOCUMENT_TOO_LONG',
      message: expect.stringMatching(/50,009 rows.*Export it as Excel/),
      details: { rows: 50_009 },
    });
    expect(steps).toEqual([]);
  });

  test('is too long by its text as well as by its rows', () => {
    const columns = [{ key: 'a', header: 'A', kind: 'text' as const }];
    const of = (count: number, cell: string): Pick<ReportModel, 'sections'> => ({
      sections: [{ title: 'T', level: 1, table: { columns, rows: Array.from({ length: count }, () => [cell]) } }],
    });
    expect(() => insistPrintable(of(100_000, 'L-1'))).not.toThrow();
    expect(() => insistPrintable(of(3_000, 'many words '.repeat(50)))).not.toThrow();
    expect(() => insistPrintable(of(20_000, 'many words '.repeat(50)))).toThrow('too long for a PDF');
    expect(() => insistPrintable(of(20_000, '批号'.repeat(50)))).toThrow('too long for a PDF');
  });

  test('is not refused as long as a recall of twenty thousand deliveries is', () => {
    expect(() => insistPrintable(buildRecallReport(20_000))).not.toThrow();
  });
});
