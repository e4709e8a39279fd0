import { z } from 'zod';
import { chartTones } from './chart.ts';
import { barTones, type ReportModel } from './reportModel.ts';

const quantity = z.object({ amount: z.string(), unit: z.string() });
const cell = z.union([z.string(), z.number(), quantity, z.null()]);
const kind = z.enum(['text', 'code', 'quantity', 'integer', 'percent', 'date', 'dateTime', 'status']);

const bars = z.object({
  description: z.string(),
  key: z.array(z.object({ tone: z.enum(barTones), label: z.string() })),
  rows: z.array(
    z.object({
      name: z.string(),
      note: z.string(),
      parts: z.array(z.object({ tone: z.enum(barTones), share: z.number(), quantity })),
      mark: z.number().optional(),
      value: quantity,
    }),
  ),
});

const chart = z.object({
  description: z.string(),
  across: z.object({ title: z.string(), kind: z.enum(['date', 'text']), at: z.array(z.string()) }),
  up: z.object({ title: z.string(), unit: z.string() }),
  series: z.array(
    z.object({
      name: z.string(),
      draw: z.enum(['line', 'dots', 'bars']),
      tone: z.enum(chartTones),
      values: z.array(z.string().nullable()),
    }),
  ),
  limits: z.array(z.object({ name: z.string(), value: z.string(), side: z.enum(['upper', 'lower', 'middle']) })),
});

/** A report for the eye: its first rows, and of each table how many there are. */
export const reportPreview = z.object({
  title: z.string(),
  statement: z.string(),
  facts: z.array(z.object({ label: z.string(), kind, value: cell })),
  figures: z.array(
    z.object({ label: z.string(), values: z.array(z.union([z.number(), quantity])), note: z.string().optional() }),
  ),
  sections: z.array(
    z.object({
      title: z.string(),
      sentence: z.string(),
      empty: z.string(),
      bars: bars.optional(),
      chart: chart.optional(),
      columns: z.array(z.object({ key: z.string(), header: z.string(), kind })),
      rows: z.array(z.array(cell)),
      total: z.number().int(),
    }),
  ),
  /** All rows of all tables. */
  total: z.number().int(),
});
export type ReportPreview = z.infer<typeof reportPreview>;

/** The first rows of each table of a report. Pictures are left to the document. */
export function previewOf(model: ReportModel, most: number): ReportPreview {
  const sections = model.sections
    .filter(({ picture }) => picture === undefined)
    .map(({ title, sentence = '', empty = '', bars: drawn, chart: plotted, table = { columns: [], rows: [] } }) => {
      const shown = table.columns.flatMap((column, at) => (column.sheetOnly === true ? [] : [{ column, at }]));
      return {
        title,
        sentence,
        empty,
        // Its lists may be written to where the schema's type stands, and never are.
        ...(drawn === undefined ? {} : { bars: structuredClone(drawn) as z.infer<typeof bars> }),
        ...(plotted === undefined ? {} : { chart: structuredClone(plotted) as z.infer<typeof chart> }),
        columns: shown.map(({ column: { key, header, kind: of } }) => ({ key, header, kind: of })),
        rows: table.rows.slice(0, most).map((row) => shown.map(({ at }) => row[at] ?? null)),
        total: table.rows.length,
      };
    });
  return {
    title: model.title,
    statement: model.statement,
    facts: [...model.facts],
    figures: model.figures.map(({ values, ...figure }) => ({ ...figure, values: [...values] })),
    sections,
    total: sections.reduce((sum, { total }) => sum + total, 0),
  };
}
