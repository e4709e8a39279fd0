import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawExcel } from '#main/documents/excel.ts';
import { drawPdf } from '#main/documents/pdf.ts';
import type { Chart } from '#shared/kernel/chart.ts';
import { readPdf } from '../support/pdfReader.ts';
import { readWorkbook } from '../support/workbookReader.ts';
import { buildReport } from './sampleReports.ts';

const brix: Chart = {
  description: 'Brix of the last five lots: one above its upper limit.',
  across: { title: 'Lot', kind: 'text', at: ['AP-1', 'AP-2', 'AP-3', 'AP-4', 'AP-5'] },
  up: { title: 'Brix', unit: '°Bx' },
  series: [{ name: 'Mean', draw: 'line', tone: 'first', values: ['11.8', '12.25', null, '13.4', '12'] }],
  limits: [
    { name: 'Upper limit', value: '13', side: 'upper' },
    { name: 'Target', value: '12', side: 'middle' },
    { name: 'Lower limit', value: '11', side: 'lower' },
  ],
};
const days: Chart = {
  description: 'Lots received and released.',
  across: { title: 'Day', kind: 'date', at: ['2026-03-01', '2026-03-02', '2026-03-03'] },
  up: { title: 'Lots', unit: '' },
  series: [
    { name: 'Received', draw: 'bars', tone: 'first', values: ['3', '0', '5'] },
    { name: 'Released', draw: 'bars', tone: 'second', values: ['1', null, '2'] },
  ],
  limits: [],
};
const reportOf = (chart: Chart) => buildReport({ sections: [{ title: 'Chart', level: 1, chart }] });

/** What is drawn on the pages, as PDF's own words. */
const drawnOf = (bytes: Buffer): string =>
  [...bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, body = '']) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .find((content) => content.includes('/Figure')) ?? '';

/** Each is four arcs. */
const circles = (content: string): number => (content.match(/( c\n[^\n]* c\n[^\n]* c\n[^\n]* c)/g) ?? []).length;

const boxOf = ([, x, y, width, height]: RegExpMatchArray) => ({
  x: Number(x),
  y: Number(y),
  width: Math.abs(Number(width)),
  height: Math.abs(Number(height)),
});

describe('a chart in a report', () => {
  test('is drawn with its axes, its limits with their values, and said in words', async () => {
    const pdf = readPdf(await drawPdf(reportOf(brix)));
    expect(pdf.alternatives).toEqual(['Brix of the last five lots: one above its upper limit.']);
    const texts = pdf.pages.flatMap((page) => page.texts.filter(({ tag }) => tag === 'Figure'));
    const said = texts.map(({ text }) => text.trim()).filter((text) => text !== '');
    expect(said).toEqual([
      'Brix, °Bx',
      ...['11', '11.5', '12', '12.5', '13', '13.5'],
      ...['AP-1', 'AP-2', 'AP-3', 'AP-4', 'AP-5'],
      'Lot',
      ...['Upper limit 13', 'Target 12', 'Lower limit 11'],
    ]);
    // A label stands as high as the mark of its value, and values higher up are higher on the page.
    const up = (text: string) => texts.find((one) => one.text.trim() === text)?.y ?? 0;
    expect(up('Upper limit 13')).toBeCloseTo(up('13'), 3);
    expect(up('Target 12')).toBeCloseTo(up('12'), 3);
    expect(up('Upper limit 13') - up('Target 12')).toBeCloseTo(up('Target 12') - up('Lower limit 11'), 3);
  });

  test('has a dot for each value there is, a ring around what is beyond a limit, and a gap where one is missing', async () => {
    const content = drawnOf(await drawPdf(reportOf(brix)));
    // Four values; one of them beyond the upper limit.
    expect(circles(content)).toBe(4 + 1);
    const within = { ...brix, limits: [] };
    expect(circles(drawnOf(await drawPdf(reportOf(within))))).toBe(4);
    // The line in two parts, as the third value is missing: each moves to its beginning and goes on once.
    const lines = content.split('\n').filter((line) => line.endsWith(' l')).length;
    const without = { ...brix, series: brix.series.map((one) => ({ ...one, draw: 'dots' as const })) };
    const dots = drawnOf(await drawPdf(reportOf(without)))
      .split('\n')
      .filter((line) => line.endsWith(' l')).length;
    expect(lines - dots).toBe(2);
  });

  test('draws bars from nought, as high as their values, with a key; nothing for nought and what is missing', async () => {
    const bytes = await drawPdf(reportOf(days));
    const texts = readPdf(bytes).pages.flatMap((page) => page.texts.filter(({ tag }) => tag === 'Figure'));
    const said = texts.map(({ text }) => text.trim());
    for (const text of ['Lots', 'Received', 'Released', '0', '1', '5', '01 Mar 2026', '03 Mar 2026', 'Day'])
      expect(said).toContain(text);
    const boxes = [...drawnOf(bytes).matchAll(/^([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re$/gm)].map(boxOf);
    const bars = boxes.filter(({ width, height }) => height > 20 && width < 100);
    expect(bars).toHaveLength(4);
    const [three, five, one, two] = bars.map(({ height }) => height);
    expect((five ?? 0) / (three ?? 1)).toBeCloseTo(5 / 3, 2);
    expect((two ?? 0) / (one ?? 1)).toBeCloseTo(2, 2);
  });

  test('is its numbers in a workbook, exact, with each limit beside them', () => {
    const { sheets } = readWorkbook(drawExcel(reportOf(brix)));
    expect(sheets.map(({ name }) => name)).toEqual(['Report', 'Chart']);
    const rows = sheets[1]?.rows.map((row) => Array.from(row, (cell) => cell?.value ?? ''));
    expect(rows?.[0]).toEqual([
      'Lot',
      ...['Mean', 'Upper limit', 'Target', 'Lower limit'].flatMap((name) => [name, `${name}, unit`]),
    ]);
    expect(rows?.[2]?.slice(0, 5)).toEqual(['AP-2', '12.25', '°Bx', '13', '°Bx']);
    expect(rows?.[3]?.slice(0, 3)).toEqual(['AP-3', '', '']);
  });

  test('stands beside a table of the same section as a sheet of its own', () => {
    const table = { columns: [{ key: 'n', header: 'N', kind: 'integer' as const }], rows: [[7]] };
    const { sheets } = readWorkbook(
      drawExcel(buildReport({ sections: [{ title: 'Days', level: 1, chart: days, table }] })),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Report', 'Lots', 'Days']);
    expect(sheets[1]?.rows).toHaveLength(4);
    expect(sheets[2]?.rows).toHaveLength(2);
  });
});
