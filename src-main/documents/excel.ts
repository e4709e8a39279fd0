import { countReportRows, type ReportModel, type ReportTable } from '#shared/kernel/reportModel.ts';
import { cellsIn } from './excel/cells.ts';
import {
  contentTypes,
  coreProperties,
  type NamedSheet,
  packageRelations,
  partName,
  workbookRelations,
  workbookXml,
} from './excel/parts.ts';
import { withChartTables } from './excel/chartSheets.ts';
import { type ListedSheet, reportSheet } from './excel/reportSheet.ts';
import { SheetNames } from './excel/sheetNames.ts';
import { stylesXml } from './excel/styles.ts';
import { rangeOf, type SheetColumn, sheetColumns, tableSheet } from './excel/tableSheet.ts';
import { ZipWriter } from './excel/zip.ts';
import { type Formats, formatsOf } from './format.ts';

export type ExcelOptions = {
  /** Hears how many rows of all tables are written. */
  progress?: (done: number, total: number) => void;
  /** The most rows of a sheet, its header among them: Excel's own limit unless a test sets fewer. */
  sheetRows?: number;
};

const excelRows = 1_048_576;
const rowsPerStep = 1_000;

/**
 * Writes a report as an Excel workbook (ECMA-376): a first sheet about the report, then a sheet for each table, real
 * numbers and dates in it, texts always texts. A table longer than a sheet goes on in the next. The same report gives
 * the same bytes. Written straight as XML and packed piece by piece, since the usual writers hold a sheet in memory
 * several times over and cannot freeze a header. Synchronous: run it in a worker (see makeDocument).
 * Throws TypeError where a cell is not of its column's kind, RangeError for an unknown locale or zone.
 */
export function drawExcel(whole: ReportModel, options: ExcelOptions = {}): Buffer {
  const model = { ...whole, sections: withChartTables(whole.sections) };
  const { progress, sheetRows = excelRows } = options;
  const formats = formatsOf(model);
  const make = cellsIn(model.zone);
  const plan = planSheets(model, formats, sheetRows - 1);
  const total = countReportRows(model);
  let done = 0;
  progress?.(0, total);
  const drawn = (): void => {
    done += 1;
    if (done % rowsPerStep === 0) progress?.(done, total);
  };

  const sheets: NamedSheet[] = [
    { name: plan.first },
    ...plan.tables.map(({ name, range }) => ({ name, table: range })),
  ];
  const archive = new ZipWriter();
  // First, since programs distinguish a workbook from other archives by its first entry.
  archive.add('[Content_Types].xml', [contentTypes(sheets)]);
  archive.add('_rels/.rels', [packageRelations]);
  archive.add('docProps/core.xml', [coreProperties(model)]);
  archive.add('xl/workbook.xml', [workbookXml(sheets)]);
  archive.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets)]);
  archive.add('xl/styles.xml', [stylesXml]);
  archive.add(partName(0), [reportSheet(model, plan.tables, formats, make).join('')]);
  plan.tables.forEach(({ table, columns, from, rows }, index) => {
    archive.add(partName(index + 1), tableSheet(table, columns, { from, to: from + rows, make, formats, drawn }));
  });
  progress?.(total, total);
  return archive.end();
}

type PlannedSheet = ListedSheet & { table: ReportTable; columns: SheetColumn[]; range: string; from: number };

/** Which rows of which table go to which sheet. */
function planSheets(
  model: ReportModel,
  formats: Formats,
  rowsPerSheet: number,
): { first: string; tables: PlannedSheet[] } {
  const { report, continued, sheet } = formats.words;
  const names = new SheetNames(continued);
  const first = names.take(report, report);
  const tables = model.sections.flatMap(({ title, table }, section): PlannedSheet[] => {
    if (table === undefined) return [];
    const columns = sheetColumns(table, formats);
    const parts = Math.max(1, Math.ceil(table.rows.length / rowsPerSheet));
    return Array.from({ length: parts }, (_, part) => {
      const rows = Math.min(rowsPerSheet, table.rows.length - part * rowsPerSheet);
      const range = rangeOf(columns.length, rows);
      return { section, name: names.take(title, sheet), table, columns, range, from: part * rowsPerSheet, rows };
    });
  });
  return { first, tables };
}
