import { dayNumber, parseMoment } from '#shared/kernel/dates.ts';
import type { ReportCell, ReportKind } from '#shared/kernel/reportModel.ts';
import { offsetsOf } from '#shared/kernel/zones.ts';
import { decimal, misfit } from '../format.ts';
import { style, quantityStyle } from './styles.ts';

/** A value as a sheet holds it: a number with its style, or a text. */
export type SheetCell = { number: string; style: number } | { text: string; style: number } | undefined;

/** Excel counts days from here, its belief in 29 February 1900 allowed for. */
const daysBefore1970 = 25_569;
const longestCellText = 32_767;
/** Beyond so many digits Excel rounds. */
const exactDigits = 15;

export type CellMaker = (kind: ReportKind, cell: ReportCell, decimals?: number) => SheetCell;

/** How cells of a report become cells of a sheet, moments in the report's zone. */
export function cellsIn(zone: string): CellMaker {
  const offsetAt = offsetsOf(zone);
  return (kind, cell, decimals = 0) => {
    if (cell === null) return undefined;
    if (kind === 'quantity') return typeof cell === 'object' ? amountCell(cell.amount, decimals) : misfit(kind, cell);
    if (kind === 'integer' || kind === 'percent') {
      if (typeof cell !== 'number' || !Number.isFinite(cell)) return misfit(kind, cell);
      if (Number.isInteger(cell) && Math.abs(cell) >= 1e15)
        return { text: String(BigInt(cell)), style: style.longNumber };
      return { number: String(cell), style: kind === 'integer' ? style.integer : style.percent };
    }
    if (typeof cell !== 'string') return misfit(kind, cell);
    if (kind === 'date')
      return { number: String((dayNumber(cell) ?? misfit(kind, cell)) + daysBefore1970), style: style.date };
    if (kind === 'dateTime') {
      const millis = (parseMoment(cell) ?? misfit(kind, cell)) / 1000;
      return { number: daysUpTo(Math.floor((millis + offsetAt(millis)) / 1000)), style: style.dateTime };
    }
    return textCell(cell);
  };
}

/**
 * A second since 1970 as Excel counts days, rounded up in the tenth digit, which is less than ten microseconds: a number
 * a little below it would be read back as the second before.
 */
function daysUpTo(second: number): string {
  const digits = Math.ceil((second / 86_400 + daysBefore1970) * 1e10);
  const isBelow = (digits / 1e10 - daysBefore1970) * 86_400 < second;
  return String((isBelow ? digits + 1 : digits) / 1e10);
}

/** Whether a spreadsheet takes a text for a formula when somebody types or opens it; some read the wide signs so too. */
export const beginsAsFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text);

/** A text, kept a text even when somebody edits the cell and it begins as a formula does. */
export const textCell = (text: string): SheetCell => ({
  text,
  style: beginsAsFormula(text) ? style.quoted : style.text,
});

/** An amount as a number, or as text where Excel could not keep it exactly. */
function amountCell(amount: string, decimals: number): SheetCell {
  const written = decimal(amount);
  const digits = String(written)
    .replace('-', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace('.', '')
    .replace(/^0+/, '');
  if (digits.length > exactDigits) return { text: amount, style: style.longNumber };
  return { number: amount, style: quantityStyle(decimals) };
}

/** The decimals an amount needs. */
export function decimalsOf(amount: string): number {
  const fraction = amount.split('.')[1] ?? '';
  return fraction.replace(/0+$/, '').length;
}

/** A cell as XML. `reference` is its place, such as "B7". */
export function cellXml(reference: string, cell: SheetCell): string {
  if (cell === undefined) return '';
  if ('number' in cell) return `<c r="${reference}" s="${cell.style}"><v>${cell.number}</v></c>`;
  return `<c r="${reference}" s="${cell.style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell.text)}</t></is></c>`;
}

const special = /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-fA-F]{4}_/;

/**
 * Text as a sheet's XML may hold it. What XML may not hold is written as Excel does, _x0001_, and read back by it as
 * the character (ECMA-376 part 1, 22.9.2.19). Half characters become the replacement character.
 */
export function xmlText(text: string): string {
  if (text.length <= longestCellText && !special.test(text)) return text;
  const whole = text.length > longestCellText ? `${text.slice(0, longestCellText - 1)}…` : text;
  return whole
    .toWellFormed()
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The letters of a column, counted from 0: A … Z, AA … */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
