import type { ReportCell, ReportColumn } from '#shared/kernel/reportModel.ts';
import { type Formats, misfit } from '../format.ts';
import { isRightAligned } from '../kinds.ts';
import {
  faceOf,
  type MeasuredTable,
  type SetColumn,
  setColumns,
  splitAmount,
  statusRoom,
  textOf,
  unitGap,
} from './columns.ts';
import { colour, otherStatusColours, statusColours, tableLook } from './look.ts';
import type { TaggedDocument } from './document.ts';
import type { DocNode, Element } from './nodes.ts';

type Slot = { width: number; x: number };
type Setting = { document: TaggedDocument; formats: Formats; size: number; fits: boolean };

/** An amount is in three columns of the layout (whole, fraction, unit), a status in two; readers hear one cell. */
function slotsOf({ column, x, width, fraction, unit }: SetColumn, size: number): Slot[] {
  if (column.kind === 'quantity')
    return [
      { x, width: width - fraction - unit },
      { x: x + width - fraction - unit, width: fraction },
      { x: x + width - unit + unitGap * size, width: Math.max(0, unit - unitGap * size) },
    ];
  const lead = statusRoom * size;
  if (column.kind === 'status')
    return [
      { x: x + 3, width: lead - 3 },
      { x: x + lead, width: width - lead },
    ];
  return [{ x, width }];
}

/** A table with every row there is; its head is repeated on each page, and a row stays whole unless it is too high. */
export function tableNode(
  document: TaggedDocument,
  measured: MeasuredTable,
  formats: Formats,
  room: number,
  parent: Element,
  rowDone: () => void,
): DocNode {
  const { table } = measured;
  const set = setColumns(measured, room, 0);
  const setting: Setting = { document, formats, size: set.size, fits: set.fits };
  const headSize = (tableLook.headerSize * set.size) / tableLook.size;
  const slots = set.columns.map((column) => slotsOf(column, set.size));
  const flat = slots.flat();
  const ends = (index: number): number => (flat[index]?.x ?? 0) + (flat[index]?.width ?? 0);
  const element = document.element(parent, 'Table');
  const headRow = document.element(element, 'TR');
  const head = set.columns.flatMap(({ column, width, unit }, index) =>
    headCells(column, slots[index]?.length ?? 1, {
      tag: { element: document.element(headRow, 'TH', { scope: 'Column' }), type: 'TH' },
      fontSize: headSize,
      // Above amounts, not above their units, unless it needs the room.
      isWide: document.measure(column.header, 'strong', headSize) > width - unit,
    }),
  );
  const pieces = set.columns.map((placed) => piecesOf(setting, placed));
  let isHigh = false;
  const body = table.rows.map((row) => {
    rowDone();
    const rowElement = document.element(element, 'TR');
    return set.columns.flatMap(({ width }, index) => {
      const tag = { element: document.element(rowElement, 'TD'), type: 'TD' };
      const cell = row[index] ?? null;
      isHigh ||= typeof cell === 'string' && linesAtMost(document, cell, set.size, width) > mostWholeLines;
      const isLast = index === set.columns.length - 1;
      const nodes = pieces[index]?.(cell) ?? [];
      for (const node of nodes) node.tag = tag;
      const last = nodes.at(-1);
      if (isLast && last !== undefined) last.endsRow = true;
      return nodes;
    });
  });
  return {
    style: 'table',
    isMeasured: true,
    fontSize: set.size,
    table: {
      headerRows: 1,
      keepWithHeaderRows: isHigh ? 0 : Math.min(2, body.length),
      dontBreakRows: !isHigh,
      widths: flat.map(({ width }) => width + slack),
      body: [head, ...body],
    },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : line === 1 ? 0.6 : 0.4),
      hLineColor: (line: number) => (line === 1 ? colour.rule : colour.hairline),
      vLineWidth: () => 0,
      paddingLeft: (index: number) => (index === 0 ? (flat[0]?.x ?? 0) : 0),
      paddingRight: (index: number) => Math.max(0, (flat[index + 1]?.x ?? ends(index)) - ends(index)) - slack,
      paddingTop: (row: number) => (row === 0 ? 0 : tableLook.rowPadding),
      paddingBottom: (row: number) => tableLook.rowPadding - (row === 0 ? 0.6 : 0.4),
    },
  };
}

/**
 * The library leaves out a row that it shall keep whole and that no page has room for. So a table with a cell of more
 * lines than this may break within its rows.
 */
const mostWholeLines = 12;

/** No fewer lines than a text takes: one is never less than half full, unless a word is wider than it. */
const linesAtMost = (document: TaggedDocument, text: string, size: number, width: number): number =>
  text.split('\n').length + (2 * document.measure(text, 'text', size)) / Math.max(1, width);

/** Widths are summed by the library once more, and a text as wide as its column must not break for the last digit. */
const slack = 0.02;

function headCells(
  column: ReportColumn,
  span: number,
  { isWide, ...more }: { isWide: boolean; fontSize: number; tag: DocNode['tag'] },
): DocNode[] {
  const look = { text: column.header, style: 'tableHead', ...more };
  if (column.kind === 'quantity' && !isWide) return [{ ...look, alignment: 'right', colSpan: 2 }, {}, { text: '' }];
  if (span > 1) {
    const place = column.kind === 'status' ? { margin: [-3, 0, 0, 0] } : { alignment: 'right' };
    return [{ ...look, ...place, colSpan: span }, ...Array.from({ length: span - 1 }, () => ({}))];
  }
  return [{ ...look, alignment: isRightAligned(column.kind) ? 'right' : 'left' }];
}

/** Makes the pieces that a column's cells are set in. */
type MakePieces = (cell: ReportCell) => DocNode[];

function piecesOf(setting: Setting, placed: SetColumn): MakePieces {
  if (placed.column.kind === 'quantity') return quantityPieces(setting, placed);
  return placed.column.kind === 'status' ? statusPieces(setting, placed) : textPieces(setting, placed);
}

/** For nodes of one look: by this one object the layout knows it again. */
const alike = (look: DocNode): DocNode => ({ ...look, look });

const wordsOf = ({ formats }: Setting, column: ReportColumn, cell: ReportCell): string =>
  // The library would set four blanks for a tab.
  textOf(formats, column, cell).replaceAll('\t', ' ');

function textPieces(setting: Setting, { column }: SetColumn): MakePieces {
  const font = faceOf(column) === 'code' ? 'code' : 'text';
  const alignment = isRightAligned(column.kind) ? 'right' : 'left';
  // Codes break only where even the smallest letters do not fit, and then wherever the column ends.
  const look = alike({ font, alignment, ...(column.kind !== 'text' && setting.fits ? { noWrap: true } : {}) });
  return (cell) => [{ ...look, text: wordsOf(setting, column, cell) }];
}

function statusPieces(setting: Setting, { column }: SetColumn): MakePieces {
  const letterLook = ({ fill, ink }: { fill: string; ink: string }): DocNode =>
    alike({ bold: true, fontSize: setting.size * 0.86, color: ink, background: fill, noWrap: true });
  const letters = new Map(Object.entries(statusColours).map(([letter, colours]) => [letter, letterLook(colours)]));
  const [otherLetter, word] = [letterLook(otherStatusColours), alike({ noWrap: true })];
  return (cell) => {
    if (typeof cell !== 'string') return [{ text: '' }, { text: '' }];
    return [
      { ...(letters.get(cell.slice(0, 1)) ?? otherLetter), text: cell },
      { ...word, text: wordsOf(setting, column, cell) },
    ];
  };
}

/** Whole, fraction and unit. Where even the smallest letters do not fit, those of the amount become smaller still. */
function quantityPieces({ document, formats, size, fits }: Setting, placed: SetColumn): MakePieces {
  const room = Math.max(4, placed.width - placed.fraction - placed.unit);
  const whole = alike({ alignment: 'right', noWrap: true, fontSize: size });
  const fraction = alike({ noWrap: true, joins: true, fontSize: size });
  const unit = alike({ color: colour.muted, noWrap: true });
  const smaller = (look: DocNode, share: number): DocNode => alike({ ...look, fontSize: size * share });
  return (cell) => {
    if (cell === null) return [{ text: '' }, { text: '' }, { text: '' }];
    if (typeof cell !== 'object') return misfit('quantity', cell);
    const [before, behind] = splitAmount(formats.amount(cell.amount), formats.decimalMark);
    const share = fits ? 1 : Math.min(1, room / Math.max(0.01, document.measure(before, 'text', size)));
    const look = (of: DocNode): DocNode => (share === 1 ? of : smaller(of, share));
    return [
      { ...look(whole), text: before },
      { ...look(fraction), text: behind },
      { ...unit, text: cell.unit },
    ];
  };
}
