import type { RawCell } from './cellBook.ts';
import { FileFault } from './faults.ts';
import type { SheetCell } from './sheetText.ts';
import { SheetText, type SheetContext, unescaped } from './workbookParts.ts';
import { type Attributes, damagedWorkbook, readXml } from './xmlPart.ts';

const mostRows = 1_048_576;
const mostColumns = 200;

/** The cells of a sheet by row and column, both from 0; blank ones are undefined, and so are rows without any. */
export type SheetRows = (RawCell[] | undefined)[];

/** What a sheet holds. `fault` is why its rows cannot be used. */
export type SheetRead = { rows: SheetRows; fault: FileFault | undefined };

/**
 * Reads the cells of a sheet (ISO/IEC 29500-1, 18.3.1). Every cell that is written there comes out, or the workbook is
 * refused with a FileFault: a cell that was passed over would be an import of something else than was exported.
 */
export function readSheet(xml: Buffer, context: SheetContext): SheetRead {
  const sheet = new SheetReader(context);
  readXml(xml, sheet);
  return sheet.finish();
}

type OpenCell = {
  row: number;
  column: number;
  type: string;
  style: string;
  value?: string;
  formula?: string;
  text?: string;
};
type Area = { top: number; left: number; bottom: number; right: number };

class SheetReader {
  readonly #context: SheetContext;
  readonly #rows: SheetRows = [];
  readonly #formulaAreas: Area[] = [];
  readonly #text = new SheetText();
  #row = -1;
  #column = -1;
  #cell: OpenCell | undefined;
  #gathered: string | undefined;
  #fault: FileFault | undefined;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Attributes, path: readonly string[]): void => {
    const parent = path.at(-1);
    if (parent === 'sheetData') this.#openRow(name, attributes);
    else if (parent === 'row' && path.at(-2) === 'sheetData') this.#openCell(name, attributes);
    else if (this.#cell !== undefined) this.#openInCell(this.#cell, name, attributes, path);
    else if (name === 'mergeCell') this.#noteMerged(attributes['ref'] ?? '');
  };

  readonly text = (piece: string): void => {
    if (this.#gathered !== undefined) this.#gathered += piece;
    else this.#text.add(piece);
  };

  readonly close = (name: string, path: readonly string[]): void => {
    const cell = this.#cell;
    if (cell === undefined) return;
    const parent = path.at(-1);
    if (parent === 'c' && name === 'v') cell.value = this.#gatheredText();
    else if (parent === 'c' && name === 'f') cell.formula = this.#gatheredText();
    else if (this.#text.close(name)) cell.text = (cell.text ?? '') + this.#text.take();
    else if (name === 'c' && parent === 'row') this.#closeCell(cell);
  };

  finish(): SheetRead {
    for (const { top, left, bottom, right } of this.#formulaAreas)
      for (let row = top; row <= Math.min(bottom, this.#rows.length - 1); row += 1)
        this.#rows[row]?.forEach((held, column, cells) => {
          if (column >= left && column <= right && held !== undefined) cells[column] = formula('');
        });
    return { rows: this.#rows, fault: this.#fault };
  }

  #openRow(name: string, { r }: Attributes): void {
    if (name !== 'row') throw damagedWorkbook();
    this.#row = r === undefined ? this.#row + 1 : rowIndex(r);
    this.#column = -1;
  }

  #openCell(name: string, { r, t = 'n', s = '0' }: Attributes): void {
    if (name === 'extLst') return;
    if (name !== 'c') throw damagedWorkbook();
    const at = r === undefined ? { row: this.#row, column: this.#column + 1 } : addressOf(r);
    if (at.row !== this.#row) throw damagedWorkbook(`Cell ${r} stands in row ${this.#row + 1} of its sheet`);
    this.#column = at.column;
    this.#cell = { ...at, type: t, style: s };
  }

  #openInCell(cell: OpenCell, name: string, { t, ref }: Attributes, path: readonly string[]): void {
    if (path.at(-1) !== 'c') {
      if (path.includes('is')) this.#text.open(name, path);
      return;
    }
    const isThere = (name === 'v' && cell.value !== undefined) || (name === 'f' && cell.formula !== undefined);
    if (isThere || !partsOfCell.includes(name)) throw damagedWorkbook(`Cell ${nameOf(cell)} holds something unknown`);
    if (name === 'v' || name === 'f') this.#gathered = '';
    if (name === 'is') cell.text ??= '';
    if (name === 'f' && (t === 'array' || t === 'dataTable') && ref !== undefined) this.#formulaAreas.push(areaOf(ref));
  }

  #gatheredText(): string {
    const text = this.#gathered ?? '';
    this.#gathered = undefined;
    return text;
  }

  #closeCell(cell: OpenCell): void {
    this.#cell = undefined;
    const { row, column } = cell;
    if (this.#rows[row]?.[column] !== undefined)
      throw damagedWorkbook(`Cell ${nameOf(cell)} stands twice in its sheet`);
    const value = this.#valueOf(cell);
    if (value === undefined) return;
    if (row >= mostRows) {
      this.#fault ??= new FileFault('FILE_TOO_LARGE', `The sheet has cells below row ${mostRows}: clear them.`);
    } else if (column >= mostColumns) {
      const message = `The sheet has cells beyond column ${mostColumns}: clear them.`;
      this.#fault ??= new FileFault('FILE_TOO_LARGE', message, { row: row + 1 });
    } else {
      const cells = (this.#rows[row] ??= []);
      while (cells.length < column) cells.push(undefined);
      cells[column] = value;
    }
  }

  #noteMerged(ref: string): void {
    const message = 'The sheet has merged cells: unmerge them and fill each one.';
    this.#fault ??= new FileFault('VALIDATION', message, { row: areaOf(ref).top + 1 });
  }

  #valueOf(cell: OpenCell): RawCell {
    if (cell.formula !== undefined) return formula(cell.formula);
    const { type, text, value } = cell;
    if (text !== undefined && value !== undefined && text !== '' && value !== '')
      return unusable('The cell holds two values. Format it as text and type it again.', text);
    if (type === 's') return this.#sharedText(cell);
    if (type === 'inlineStr' || type === 'str' || text !== undefined)
      return (text ?? unescaped(value ?? '')) || undefined;
    if (value === undefined || value.trim() === '') return undefined;
    switch (type) {
      case 'n':
        return this.#number(cell, value.trim());
      case 'd':
        return isoDate(value.trim());
      case 'b':
        return unusable(
          'The cell holds a truth value. Format it as text and type it again.',
          /^(?:1|true)$/.test(value.trim()) ? 'TRUE' : 'FALSE',
        );
      case 'e':
        return unusable('The cell holds an error such as #N/A. Mend it in the spreadsheet.', value);
      default:
        throw damagedWorkbook(`Cell ${nameOf(cell)} is of an unknown kind`);
    }
  }

  #sharedText(cell: OpenCell): RawCell {
    const written = (cell.value ?? '').trim();
    if (written === '') return cell.text === '' ? undefined : cell.text;
    const text = /^\d+$/.test(written) ? this.#context.texts[Number(written)] : undefined;
    if (text === undefined) throw damagedWorkbook(`Cell ${nameOf(cell)} refers to a text that is not there`);
    return text === '' ? undefined : text;
  }

  #number({ style }: OpenCell, written: string): SheetCell {
    const value = decimal.test(written) ? Number(written) : Number.NaN;
    if (!Number.isFinite(value))
      return unusable('This is no number. Format the cell as text and type it again.', written);
    const known = this.#context.styles[Number(style)] ?? (style === '0' ? general : undefined);
    if (known === undefined)
      return unusable(
        'Nothing says how the sheet shows this number. Save the workbook again in the spreadsheet.',
        written,
      );
    if (!known.isDate) return { kind: 'number', value, numberFormat: known.numberFormat };
    return { kind: 'date', value: dateOfSerial(value, this.#context.is1904) };
  }
}

const general = { numberFormat: 'General', isDate: false };
const partsOfCell: readonly string[] = ['f', 'v', 'is', 'extLst'];
/** xsd:double. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const unusable = (why: string, shown: string): SheetCell => ({ kind: 'unusable', why, shown });
const formula = (code: string): SheetCell =>
  unusable('The cell holds a formula. Copy the column and paste it as values.', `=${code}`);

function isoDate(written: string): SheetCell {
  const text = /^\d{4}-\d\d-\d\d$/.test(written)
    ? `${written}T00:00:00Z`
    : /Z$/i.test(written)
      ? written
      : `${written}Z`;
  const value = new Date(text);
  return Number.isNaN(value.getTime())
    ? unusable('This is no calendar date. Write it as text, such as 2026-01-31.', written)
    : { kind: 'date', value };
}

/** Days from 1899-12-30, or from 1904-01-01 (ISO/IEC 29500-1, 18.17.4.1), as the parts the sheet shows, wherever this runs. */
const dateOfSerial = (serial: number, is1904: boolean): Date =>
  new Date(Math.round((serial - 25_569 + (is1904 ? 1462 : 0)) * 86_400_000));

function rowIndex(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw damagedWorkbook();
  return Number(written) - 1;
}

function addressOf(written: string): { row: number; column: number } {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(written) ?? [];
  if (letters === undefined || digits === undefined) throw damagedWorkbook(`“${written.slice(0, 20)}” is no cell`);
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: rowIndex(digits), column: column - 1 };
}

function areaOf(ref: string): Area {
  const [first = '', last = first] = ref.split(':');
  const [from, to] = [addressOf(first), addressOf(last)];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

function nameOf({ row, column }: { row: number; column: number }): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
