import type { ReportCell, ReportQuantity, ReportTable } from '#shared/kernel/reportModel.ts';
import { type Formats, misfit } from '../format.ts';
import { isRightAligned } from '../kinds.ts';
import {
  faceOf,
  type SetColumn,
  type SetTable,
  setColumns,
  splitAmount,
  statusRoom,
  textOf,
  unitGap,
} from './columns.ts';
import { breakLines } from './lines.ts';
import { colour, hairline, otherStatusColours, statusColours, tableLook } from './look.ts';
import type { Element, Sheet } from './sheet.ts';

type Drawing = { sheet: Sheet; formats: Formats; set: SetTable; lineHeight: number; size: number };

/**
 * Draws a table with every row there is. Its header stands again on each page; a row goes to the next page whole
 * unless it is higher than a page. `drawn` hears after every row.
 */
export function drawTable(
  sheet: Sheet,
  table: ReportTable,
  formats: Formats,
  parent: Element,
  drawn: () => void,
): void {
  const set = setColumns(table, sheet.contentWidth, sheet.width - sheet.right, formats, (text, face, size) =>
    sheet.measure(text, { face, size }),
  );
  const drawing: Drawing = { sheet, formats, set, size: set.size, lineHeight: set.size * tableLook.lineHeight };
  const element = sheet.element(parent, 'Table');
  drawHeader(drawing, element);
  let rules: number[] = [];
  const turnPage = (): void => {
    drawRules(drawing, rules);
    rules = [];
    sheet.addPage();
    drawHeader(drawing, undefined);
  };
  for (const row of table.rows) {
    const lines = set.columns.map((column, index) => linesOf(drawing, column, row[index] ?? null));
    const height = lines.reduce((most, { length }) => Math.max(most, length), 1);
    const fullHeight = height * drawing.lineHeight + 2 * tableLook.rowPadding;
    if (sheet.y + fullHeight > sheet.bottom && fullHeight < sheet.bottom - 120) turnPage();
    drawRow(drawing, element, row, lines, height, turnPage);
    rules.push(sheet.y);
    drawn();
  }
  drawRules(drawing, rules);
  element.end();
}

/** The height a table's header and first rows take: what a heading must not be parted from. */
export const tableStartHeight = 3.4 * (tableLook.size * tableLook.lineHeight + 2 * tableLook.rowPadding);

function drawHeader(drawing: Drawing, table: Element | undefined): void {
  const { sheet, set, size } = drawing;
  // As the rows' letters, so that a head that fitted its column still does.
  const headerSize = (tableLook.headerSize * size) / tableLook.size;
  const style = { face: 'strong', size: headerSize, colour: colour.muted } as const;
  const lines = set.columns.map(({ column, width }) =>
    breakLines(column.header, width, (text) => sheet.measure(text, style)),
  );
  const height = lines.reduce((most, { length }) => Math.max(most, length), 1);
  const lineHeight = headerSize * 1.25;
  const last = sheet.y + height * lineHeight;
  const draw = (index: number): void => {
    const { column, x, width, unit } = set.columns[index] ?? misfit('text', index);
    const own = lines[index] ?? [];
    const right = isRightAligned(column.kind);
    // Above amounts, not above their units, unless it needs the room.
    const wide = own.some((line) => sheet.measure(line, style) > width - unit);
    own.forEach((line, number) => {
      const y = last - (own.length - 1 - number) * lineHeight - 3;
      if (right) sheet.text(line.trimEnd(), x + width - (wide ? 0 : unit), y, { ...style, align: 'right' });
      else sheet.text(line, x, y, style);
    });
  };
  if (table === undefined) sheet.ornament(() => set.columns.forEach((_, index) => draw(index)));
  else {
    const row = sheet.element(table, 'TR');
    set.columns.forEach((_, index) => sheet.tag(row, 'TH', () => draw(index), { scope: 'Column' }));
    row.end();
  }
  sheet.y = last + 1.5;
  const y = sheet.y;
  sheet.ornament(() =>
    sheet.line(
      [
        [sheet.width - sheet.right, y],
        [sheet.right, y],
      ],
      colour.rule,
      0.6,
    ),
  );
}

/** The lines of a cell. What never wraps has one. */
function linesOf(drawing: Drawing, set: SetColumn, cell: ReportCell): string[] {
  const { sheet, formats, size } = drawing;
  const { kind } = set.column;
  if (cell === null || kind === 'quantity') return [''];
  const text = textOf(formats, set.column, cell);
  if (kind !== 'text' && drawing.set.fits) return [text];
  const face = faceOf(set.column);
  const room = kind === 'status' ? set.width - statusRoom * size : set.width;
  return breakLines(text, room + 0.01, (part) => sheet.measure(part, { face, size }));
}

function drawRow(
  drawing: Drawing,
  table: Element,
  row: readonly ReportCell[],
  lines: readonly string[][],
  height: number,
  turnPage: () => void,
): void {
  const { sheet, set, size, lineHeight } = drawing;
  const element = sheet.element(table, 'TR');
  const cells = set.columns.map(() => sheet.element(element, 'TD'));
  for (let from = 0; from < height; ) {
    const room = Math.floor((sheet.bottom - sheet.y - 2 * tableLook.rowPadding) / lineHeight);
    if (room < 1) {
      turnPage();
      continue;
    }
    const to = Math.min(height, from + room);
    const top = sheet.y + tableLook.rowPadding + size * 0.98;
    set.columns.forEach((column, index) => {
      const own = (lines[index] ?? []).slice(from, to);
      const cell = cells[index];
      if (cell === undefined || own.length === 0) return;
      const draw = (): void => drawCell(drawing, column, row[index] ?? null, own, top, from === 0);
      sheet.piece(cell, 'TD', draw);
    });
    sheet.y += (to - from) * lineHeight + 2 * tableLook.rowPadding;
    from = to;
    if (from < height) turnPage();
  }
  element.end();
}

function drawCell(
  drawing: Drawing,
  set: SetColumn,
  cell: ReportCell,
  lines: readonly string[],
  top: number,
  isStart: boolean,
): void {
  const { sheet, size, lineHeight } = drawing;
  const { column, x, width } = set;
  if (cell === null) return;
  if (column.kind === 'quantity') {
    if (typeof cell !== 'object') misfit('quantity', cell);
    drawQuantity(drawing, set, cell, top);
    return;
  }
  const lead = column.kind === 'status' ? statusRoom * size : 0;
  if (lead > 0 && isStart && typeof cell === 'string') drawStatusLetter(sheet, cell, x, top, size);
  const style = { face: faceOf(column), size, colour: colour.text };
  lines.forEach((line, index) => {
    const y = top + index * lineHeight;
    if (isRightAligned(column.kind)) sheet.text(line, x + width, y, { ...style, align: 'right' });
    else sheet.text(line, x + lead, y, style);
  });
}

/** Amounts stand below each other by their decimal mark, their units after them. */
function drawQuantity(
  drawing: Drawing,
  { x, width, fraction, unit }: SetColumn,
  quantity: ReportQuantity,
  y: number,
): void {
  const { sheet, formats, size } = drawing;
  const [whole, rest] = splitAmount(formats.amount(quantity.amount), formats.decimalMark);
  const squeezeTo = drawing.set.fits ? width : Math.max(10, width - unit - fraction);
  const mark = x + width - unit - fraction;
  const style = { face: 'text', size, colour: colour.text } as const;
  sheet.text(whole, mark, y, { ...style, align: 'right', squeezeTo });
  sheet.text(rest, mark, y, style);
  sheet.blank(mark, y);
  sheet.text(quantity.unit, x + width - unit + unitGap * size, y, { ...style, colour: colour.muted });
}

/** A status letter on its colour: never the colour alone. */
export function drawStatusLetter(sheet: Sheet, status: string, x: number, baseline: number, size: number): void {
  const { fill, ink } = statusColours[status.slice(0, 1)] ?? otherStatusColours;
  const style = { face: 'strong', size: size * 0.86, colour: ink } as const;
  const width = size * 1.55;
  sheet.patch(x, baseline - size * 0.9, width, size * 1.14, fill);
  const own = Math.min(width - 1, sheet.measure(status, style));
  sheet.text(status, x + (width - own) / 2, baseline - size * 0.03, { ...style, squeezeTo: own });
  sheet.blank(x + width, baseline);
}

function drawRules({ sheet }: Drawing, rules: readonly number[]): void {
  if (rules.length === 0) return;
  sheet.ornament(() => {
    for (const y of rules)
      sheet.line(
        [
          [sheet.width - sheet.right, y],
          [sheet.right, y],
        ],
        colour.hairline,
        hairline,
      );
  });
}
