import { shownFigure } from '#shared/exchange/shownFigures.ts';
import { mostTableRows } from '#shared/exchange/vocabulary.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { RawCell } from './cellBook.ts';
import { CellIssue, FileIssue, quote } from './faults.ts';
import { hiddenFindings } from './hiddenCells.ts';
import type { CellFault, ReadItem, SheetTexts } from './protocol.ts';
import { isSheetCell, sheetText, shownText, type SheetCell } from './sheetText.ts';
import { openSheets, type ReadSheet, rowsOf, type SheetRows } from './workbookRecords.ts';

/** So many faulty cells of a sheet are told. */
const mostFaults = 200;

/** The visible sheets of a workbook that hold anything, as texts. */
export async function readSheetTexts(path: string): Promise<ReadItem> {
  try {
    const sheets = await openSheets(path);
    const shown = sheets.filter(({ state, plain }) => state === 'visible' && plain.filled.length > 0);
    return { kind: 'sheets', sheets: shown.map(textsOf) };
  } catch (error) {
    if (!(error instanceof FileIssue)) throw error;
    return { kind: 'refused', code: error.code, text: error.text };
  }
}

function textsOf(sheet: ReadSheet): SheetTexts {
  const faults: CellFault[] = [];
  const whole = wholeOf(sheet);
  const records = 'fault' in whole ? [] : whole.rows.slice(0, mostTableRows);
  const rows = Array.from(records, (record, row) =>
    Array.from(record ?? [], (cell, column) => {
      const { text, fault } = textOf(cell);
      if (fault !== undefined && faults.length < mostFaults) faults.push({ row, column, text: fault });
      return text;
    }),
  );
  const notes = hiddenFindings('visible', sheet.plain.hidden, (column) => rows[0]?.[column] ?? '').map(
    ({ text }) => text,
  );
  const fault = 'fault' in whole ? whole.fault : null;
  return { name: quote(sheet.name), rows, total: sheet.plain.filled.length, fault, faults, notes };
}

/** Merged cells and the like: nothing of such a sheet can be told apart. */
function wholeOf(sheet: ReadSheet): { rows: SheetRows } | { fault: Message } {
  try {
    return { rows: rowsOf(sheet) };
  } catch (error) {
    if (!(error instanceof FileIssue)) throw error;
    return { fault: error.text };
  }
}

/** What a cell shows. Where it holds something else there is a fault, and of what cannot be read nothing else. */
function textOf(cell: RawCell): { text: string; fault?: Message } {
  if (!isSheetCell(cell)) return { text: cell ?? '' };
  const isNumber = cell.kind === 'number' || cell.kind === 'unsaid';
  const reading = isNumber && cell.marks === undefined ? figureOf(cell) : sheetText(cell, 'text');
  if (reading instanceof CellIssue) return { text: isNumber ? shownText(cell) : '', fault: reading.text };
  const [odd] = reading.odd ?? [];
  return { text: reading.text, ...(odd !== undefined && { fault: odd(quote(reading.text), '') }) };
}

/** A figure as the sheet shows it: with the places of its format, since 0.0350 says more than 0.035. */
function figureOf(
  cell: Extract<SheetCell, { kind: 'number' | 'unsaid' }>,
): { text: string; odd?: undefined } | CellIssue {
  const format = cell.kind === 'unsaid' ? '' : cell.numberFormat;
  const shown = shownFigure(cell.value, format);
  const held = cell.value.toPrecision(15);
  const isPercent = shown.endsWith(' %');
  if (shown === '' || (isPercent ? Number(shown.slice(0, -2)) / 100 : Number(shown)) !== Number(held))
    return new CellIssue(
      msg`The sheet shows ${shown === '' ? '–' : shown} here and holds ${String(Number(held))}. Type which of them is meant.`,
    );
  const places = /^(?:#,##)?0\.(0+)$/.exec(format)?.[1]?.length ?? 0;
  const missing = places - (shown.split('.')[1]?.length ?? 0);
  if (places === 0 || missing <= 0) return { text: shown };
  return { text: `${shown}${shown.includes('.') ? '' : '.'}${'0'.repeat(missing)}` };
}
