import { setImmediate as turn } from 'node:timers/promises';
import type { ReportModel, ReportTable } from '#shared/kernel/reportModel.ts';
import { countReportRows } from '#shared/kernel/reportModel.ts';
import { formatsOf } from './format.ts';
import { fitsUpright, measuringTables, type MeasureTable } from './pdf/columns.ts';
import { colour, margin, type Paper, paperSizes, tableLook } from './pdf/look.ts';
import { TaggedDocument } from './pdf/document.ts';
import { TaggedLayout } from './pdf/layout.ts';
import type { DocNode, Tag } from './pdf/nodes.ts';
import { TaggedRenderer } from './pdf/renderer.ts';
import { sectionNodes, signatureSection } from './pdf/sectionNodes.ts';
import { pageEdges, titleNodes } from './pdf/titleNodes.ts';

export type PdfOptions = {
  paper?: Paper;
  /** Left out, the report's widest table decides. */
  orientation?: 'portrait' | 'landscape';
  /** Hears how many rows of all tables are drawn. */
  progress?: (done: number, total: number) => void;
};

const styles = {
  kicker: { bold: true, fontSize: 7.5, color: colour.accent },
  title: { bold: true, fontSize: 21, lineHeight: 1, margin: [0, 2, 0, 1] },
  statement: { fontSize: 9.5, color: colour.muted, lineHeight: 1.18 },
  label: { fontSize: 6.8, color: colour.muted, lineHeight: 1 },
  value: { fontSize: 8.6, lineHeight: 1.02 },
  figureLabel: { fontSize: 7.6, bold: true, color: colour.muted },
  note: { fontSize: 7.4, color: colour.muted, lineHeight: 1.08 },
  sentence: { fontSize: 8.6, color: colour.muted, lineHeight: 1.16, margin: [0, 4, 0, 0] },
  table: { lineHeight: 1.1, margin: [0, 5, 0, 0] },
  tableHead: { bold: true, fontSize: tableLook.headerSize, color: colour.muted, lineHeight: 1.04 },
  edge: { fontSize: 6.6, color: colour.muted },
  demo: { fontSize: 7, bold: true, color: colour.demo },
};
const rowsPerStep = 100;

/**
 * Draws a report as a PDF: tagged, for archiving (PDF/A-3a, ISO 19005-3), with bookmarks and every row of every
 * table. The same report gives the same bytes. Synchronous but for its end: run it in a worker (see makeDocument).
 * Throws TypeError where a cell is not of its column's kind, RangeError for an unknown locale or zone.
 */
export async function drawPdf(whole: ReportModel, options: PdfOptions = {}): Promise<Buffer> {
  const model = printed(whole);
  const { paper = 'a4', progress } = options;
  const formats = formatsOf(model);
  const document = new TaggedDocument(model);
  const measureTable = measuringTables(formats, document.measure);
  const lies = options.orientation ?? orientationOf(model, paper, measureTable);
  const [short, long] = paperSizes[paper];
  const page = lies === 'landscape' ? { width: long, height: short } : { width: short, height: long };
  const room = { width: page.width - 2 * margin.side, height: page.height - margin.top - margin.bottom };
  const total = countReportRows(model);
  progress?.(0, total);
  // Each row is heard of three times: made, measured, laid out.
  let heard = 0;
  const rowDone = (): void => {
    heard += 1;
    if (heard % (3 * rowsPerStep) === 0 && heard < 3 * total) progress?.(heard / 3, total);
  };
  const around = { left: margin.side, right: margin.side, top: margin.top, bottom: margin.bottom };
  const layout = new TaggedLayout(page, around, rowDone);
  const content = [
    ...titleNodes(document, model, formats, room.width),
    ...[...model.sections, ...signatureSection(model, formats)].flatMap((section) =>
      sectionNodes({ document, formats, room, measureTable, rowDone }, section),
    ),
  ];
  const pageTag = (): Tag => ({ element: document.element(document.root, 'P'), type: 'P' });
  if (hasEscapes(document, content))
    content.push({ text: formats.words.escapes, style: 'note', tag: pageTag(), margin: [0, 20, 0, 0] });
  const { header, footer } = pageEdges(model, formats);
  const defaultStyle = { font: 'text', fontSize: tableLook.size, color: colour.text };
  const pages = layout.layoutDocument(content, document, styles, defaultStyle, undefined, header, footer);
  const renderer = new TaggedRenderer(document);
  for (const page of pages) {
    renderer.renderPages([page]);
    // Pages that are packed by now give up their memory.
    await turn();
  }
  layout.checkAllDrawn();
  progress?.(total, total);
  return await document.finish();
}

/** Without the columns that are in the workbook alone. */
const printed = (model: ReportModel): ReportModel => ({
  ...model,
  sections: model.sections.map(({ table, ...section }) =>
    table === undefined
      ? section
      : {
          ...section,
          table: {
            columns: table.columns.filter(({ sheetOnly }) => sheetOnly !== true),
            rows: table.columns.every(({ sheetOnly }) => sheetOnly !== true)
              ? table.rows
              : table.rows.map((row) => row.filter((_, index) => table.columns[index]?.sheetOnly !== true)),
          },
        },
  ),
});

/** Looks at the texts that were not measured while tables were set: whether one of them is written by its numbers. */
function hasEscapes(document: TaggedDocument, content: readonly DocNode[]): boolean {
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    else if (typeof node === 'string') document.measure(node, 'text', 1);
    else if (typeof node === 'object' && node !== null && !('isMeasured' in node)) {
      for (const [key, part] of Object.entries(node)) if (withTexts.includes(key)) look(part);
    }
  };
  look(content);
  return document.hasEscapes;
}

/** The properties of nodes that contain texts and further nodes. */
const withTexts = ['text', 'stack', 'columns', 'table', 'body'];

/** Many columns, or columns that would have to shrink on an upright page, lay it on its side. */
function orientationOf(model: ReportModel, paper: Paper, measureTable: MeasureTable): 'portrait' | 'landscape' {
  const room = paperSizes[paper][0] - 2 * margin.side;
  const isWide = (table: ReportTable): boolean =>
    table.columns.length >= tableLook.landscapeFrom || !fitsUpright(measureTable(table), room);
  return model.sections.some(({ table }) => table !== undefined && isWide(table)) ? 'landscape' : 'portrait';
}
