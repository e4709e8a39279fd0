import { isPlainDate, parseMoment } from '#shared/kernel/dates.ts';
import { columnsToChoose } from '#shared/kernel/reportShape.ts';
import type { ReportCell, ReportColumn, ReportModel } from '#shared/kernel/reportModel.ts';
import { beginsAsFormula } from './excel/cells.ts';
import { decimal, misfit } from './format.ts';
import { fill, wordsIn } from './words.ts';

type Options = {
  /** Hears how many rows are written. */
  progress?: (done: number, total: number) => void;
};

const rowsPerStep = 1_000;

/**
 * Writes the rows of a report as CSV (RFC 4180) in UTF-8 with a byte-order mark, by which Excel knows it. Values are as the
 * command line has them: decimals with a dot, an amount and its unit in two columns, dates and moments as ISO text. What a
 * group comes to is for those who read: here are the rows. Where a report has several tables of the same columns, the
 * first column says which one a row is of. Throws TypeError where a cell is not of its column's kind.
 */
export function drawCsv(model: ReportModel, { progress }: Options = {}): Buffer {
  const tables = tablesOfRows(model);
  const { columns } = tables[0]?.table ?? { columns: [] };
  const { unitOf, report } = wordsIn(model.language);
  const names = tables.length > 1 ? [report] : [];
  const headers = columns.flatMap(({ header, kind }) =>
    kind === 'quantity' ? [header, fill(unitOf, { column: header })] : [header],
  );
  const total = tables.reduce((sum, { table }) => sum + table.rows.length, 0);
  progress?.(0, total);
  const lines = [line([...names, ...headers].map(textField))];
  for (const { title, table } of tables)
    for (const row of table.rows) {
      const own = tables.length > 1 ? [textField(title)] : [];
      lines.push(line([...own, ...columns.flatMap((column, at) => fieldsOf(column, row[at] ?? null))]));
      if (lines.length % rowsPerStep === 0) progress?.(lines.length - 1, total);
    }
  progress?.(total, total);
  return Buffer.from(`\ufeff${lines.join('')}`, 'utf8');
}

/** The tables that are rows: what groups come to stands in other columns than the rows below it. */
function tablesOfRows({ sections }: ReportModel) {
  const tables = sections.flatMap(({ title, table }) => (table === undefined ? [] : [{ title, table }]));
  const last = tables.at(-1);
  return tables.filter(
    ({ table }) =>
      last !== undefined &&
      columnsToChoose([table, last.table].map((one) => ({ title: '', level: 1, table: one }))).length > 0,
  );
}

function fieldsOf({ kind }: ReportColumn, cell: ReportCell): string[] {
  if (cell === null) return kind === 'quantity' ? ['', ''] : [''];
  if (kind === 'quantity')
    return typeof cell === 'object' ? [String(decimal(cell.amount)), textField(cell.unit)] : misfit(kind, cell);
  if (kind === 'integer' || kind === 'percent')
    return typeof cell === 'number' && Number.isFinite(cell) ? [plainNumber(cell)] : misfit(kind, cell);
  if (typeof cell !== 'string') return misfit(kind, cell);
  if (kind === 'date') return isPlainDate(cell) ? [cell] : misfit(kind, cell);
  if (kind === 'dateTime') return parseMoment(cell) === undefined ? misfit(kind, cell) : [cell];
  return [textField(cell)];
}

/** A number without an exponent, which a script need not know. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) ? String(BigInt(value)) : value.toFixed(12).replace(/\.?0+$/, '');

/**
 * A text; one that begins as a formula does gets a sign in front, since a spreadsheet would reckon it. So does what comes
 * after a sign that parts cells elsewhere: where decimals have a comma, as in German, Excel begins a cell at a semicolon.
 */
const textField = (text: string): string => {
  const parted = text.replaceAll(cellElsewhere, "$&'");
  const safe = beginsAsFormula(text) ? `'${parted}` : parted;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const cellElsewhere = /[;\t\r\n](?="*[=+\-@＝＋－＠])/g;

const line = (fields: readonly string[]): string => `${fields.join(',')}\r\n`;
