import type { ReportModel, ReportSection, ReportTable } from '#shared/kernel/reportModel.ts';
import { countReportRows } from '#shared/kernel/reportModel.ts';
import { type Formats, formatsOf } from './format.ts';
import { fitsUpright } from './pdf/columns.ts';
import type { FaceName } from './pdf/fonts.ts';
import { breakLines } from './pdf/lines.ts';
import { colour, margin, type Paper, paperSizes, tableLook } from './pdf/look.ts';
import { drawPicture, pictureSize } from './pdf/picture.ts';
import { Sheet } from './pdf/sheet.ts';
import { drawTable, tableStartHeight } from './pdf/table.ts';
import { drawLines, drawPageEdges, drawTitleBlock } from './pdf/titleBlock.ts';

export type PdfOptions = {
  paper?: Paper;
  /** Left out, the report's widest table decides. */
  orientation?: 'portrait' | 'landscape';
  /** Hears how many rows of all tables are drawn. */
  progress?: (done: number, total: number) => void;
};

const rowsPerStep = 100;

/**
 * Draws a report as a PDF: tagged, for archiving (PDF/A-3a, ISO 19005-3), with bookmarks and every row of every
 * table. The same report gives the same bytes. Synchronous but for its end: run it in a worker (see makeDocument).
 * Throws TypeError where a cell is not of its column's kind, RangeError for an unknown locale or zone.
 */
export async function drawPdf(model: ReportModel, options: PdfOptions = {}): Promise<Buffer> {
  const { paper = 'a4', progress } = options;
  const formats = formatsOf(model);
  const sheet = new Sheet(model);
  const landscape = options.orientation ?? orientationOf(sheet, model, paper, formats);
  sheet.begin(paper, landscape === 'landscape');
  drawTitleBlock(sheet, model, formats);
  const total = countReportRows(model);
  let done = 0;
  progress?.(0, total);
  const drawn = (): void => {
    done += 1;
    if (done % rowsPerStep === 0) progress?.(done, total);
  };
  for (const section of model.sections) drawSection(sheet, section, formats, drawn);
  for (const section of signatureSection(model, formats)) drawSection(sheet, section, formats, () => {});
  if (sheet.hasEscapes) drawNote(sheet, formats.words.escapes);
  drawPageEdges(sheet, model, formats);
  progress?.(total, total);
  return await sheet.finish();
}

/** Many columns, or columns that would have to shrink on an upright page, lay it on its side. */
function orientationOf(sheet: Sheet, model: ReportModel, paper: Paper, formats: Formats): 'portrait' | 'landscape' {
  const room = paperSizes[paper][0] - 2 * margin.side;
  const measure = (text: string, face: FaceName, size: number): number => sheet.measure(text, { face, size });
  const isWide = (table: ReportTable): boolean =>
    table.columns.length >= tableLook.landscapeFrom || !fitsUpright(table, room, formats, measure);
  return model.sections.some(({ table }) => table !== undefined && isWide(table)) ? 'landscape' : 'portrait';
}

const headingSizes = [13, 10.5, 9] as const;

function drawSection(sheet: Sheet, section: ReportSection, formats: Formats, drawn: () => void): void {
  const { title, level, sentence, picture, table, empty } = section;
  const size = headingSizes[level - 1] ?? 9;
  const lead = level === 1 ? 30 : 20;
  const picturePart = picture === undefined ? 0 : pictureSize(sheet, picture).height + 10;
  const tablePart = table === undefined ? 12 : tableStartHeight;
  // A heading stays with what it heads.
  sheet.need(lead + size + (sentence === undefined ? 0 : 16) + (picturePart > 0 ? picturePart : tablePart));
  if (sheet.y > margin.top) sheet.y += lead;
  else sheet.y += size;
  sheet.bookmark(level, title);
  drawHeading(sheet, section, size, formats);
  sheet.y += 5;
  if (sentence !== undefined) {
    sheet.y += 10;
    drawLines(sheet, 'P', sentence, { face: 'text', size: 8.6, colour: colour.muted }, 12);
    sheet.y -= 5;
  }
  if (picture !== undefined) {
    sheet.y += 10;
    drawPicture(sheet, picture, formats, sheet.root);
  }
  if (table !== undefined && table.rows.length > 0) {
    sheet.y += 4;
    drawTable(sheet, table, formats, sheet.root, drawn);
  } else if (empty !== undefined) {
    sheet.y += 10;
    drawLines(sheet, 'P', empty, { face: 'text', size: 8.6, colour: colour.text }, 12);
  }
}

/** The title, and after it how many rows follow. */
function drawHeading(sheet: Sheet, { title, level, table }: ReportSection, size: number, formats: Formats): void {
  const style = { face: 'strong', size, colour: colour.text } as const;
  const count = table === undefined || table.rows.length === 0 ? '' : formats.integer(table.rows.length);
  const lines = breakLines(title, sheet.contentWidth - 60, (text) => sheet.measure(text, style));
  sheet.tag(sheet.root, `H${level + 1}`, () => {
    lines.forEach((line, index) => {
      if (index > 0) sheet.y += size * 1.25;
      const width = sheet.text(line, margin.side, sheet.y, style);
      if (index === lines.length - 1) {
        sheet.blank(margin.side + width, sheet.y);
        sheet.text(count, margin.side + width + 7, sheet.y, {
          face: 'text',
          size: Math.min(size, 9.5),
          colour: colour.muted,
        });
      }
    });
  });
}

/** Signatures are drawn as what they are: a list of who, what for, when. */
function signatureSection(model: ReportModel, { words }: Formats): ReportSection[] {
  if (model.signatures === undefined || model.signatures.length === 0) return [];
  return [
    {
      title: words.signed,
      level: 1,
      table: {
        columns: [
          { key: 'name', header: words.signedBy, kind: 'text' },
          { key: 'meaning', header: words.signedFor, kind: 'text' },
          { key: 'at', header: words.signedAt, kind: 'dateTime' },
        ],
        rows: model.signatures.map(({ name, meaning, at }) => [name, meaning, at]),
      },
    },
  ];
}

function drawNote(sheet: Sheet, text: string): void {
  sheet.need(40);
  sheet.y += 20;
  drawLines(sheet, 'P', text, { face: 'text', size: 7.4, colour: colour.muted }, 10);
}
