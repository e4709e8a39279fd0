import { type Message, msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';
import { type HiddenCells, HiddenParts } from './hiddenCells.ts';
import type { Styles } from './sheetStyles.ts';
import type { CellMark, SheetCell } from './sheetText.ts';
import { type SharedTexts, SheetText } from './sheetWords.ts';
import { type Attributes, damagedWorkbook, escapeXml, readXml } from './xmlPart.ts';

const mostRows = 1_048_576;
const mostColumns = 200;

/** What the cells of every sheet of a workbook refer to. */
export type SheetContext = { shared: SharedTexts; styles: Styles };

/** How a sheet shows a cell, where that is not just what it holds. */
export type ShownAs = { marks: readonly CellMark[]; textFormat: string | undefined };

/**
 * A sheet written anew: each cell that is not blank once, in order, in the one form that every reader of workbooks
 * knows. `filled` counts them by row, from 0. `unusable` are cells whose content is no data, by address; in the sheet
 * a text takes the place of each. `shown` are cells that the sheet shows in ways of their own, by address. `fault` is
 * why the rows cannot be used.
 */
export type PlainSheet = {
  xml: Buffer;
  filled: readonly number[];
  unusable: ReadonlyMap<string, SheetCell>;
  shown: ReadonlyMap<string, ShownAs>;
  hidden: HiddenCells;
  fault: FileIssue | undefined;
};

/**
 * Goes through the cells of a sheet by the rules of the format (ISO/IEC 29500-1, 18.3.1), in every way they can be
 * written. Every cell that is there comes out, or the workbook is refused with a FileIssue: if a cell were passed
 * over, something else would be imported than was exported.
 */
export function plainSheet(xml: Buffer, context: SheetContext): PlainSheet {
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
  /** By row and column, as written anew; "" for a cell that holds nothing. */
  readonly #rows: string[][] = [];
  readonly #unusable = new Map<string, SheetCell>();
  readonly #shown = new Map<string, ShownAs>();
  readonly #hidden = new HiddenParts();
  readonly #formulaAreas: Area[] = [];
  readonly #text = new SheetText();
  #row = -1;
  #column = -1;
  #cell: OpenCell | undefined;
  #gathered: string | undefined;
  #fault: FileIssue | undefined;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Attributes, path: readonly string[]): void => {
    const parent = path.at(-1);
    if (parent === 'sheetData') this.#openRow(name, attributes);
    else if (parent === 'row' && path.at(-2) === 'sheetData') this.#openCell(name, attributes);
    else if (this.#cell !== undefined) this.#openInCell(this.#cell, name, attributes, path);
    else if (name === 'mergeCell') this.#noteMerged(attributes['ref'] ?? '');
    else if (name === 'col' && parent === 'cols') this.#hidden.noteColumns(attributes);
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

  finish(): PlainSheet {
    for (const area of this.#formulaAreas) this.#markFormulas(area);
    const pieces = ['<worksheet><sheetData>'];
    const filled: number[] = [];
    for (const [row, cells] of this.#rows.entries()) {
      const holding = cells?.filter((cell) => cell !== '') ?? [];
      filled.push(holding.length);
      if (holding.length > 0) pieces.push(`<row r="${row + 1}">`, ...holding, '</row>');
    }
    pieces.push('</sheetData></worksheet>');
    return {
      xml: Buffer.from(pieces.join('')),
      filled,
      unusable: this.#unusable,
      shown: this.#shown,
      hidden: this.#hidden.among(this.#rows),
      fault: this.#fault,
    };
  }

  #markFormulas({ top, left, bottom, right }: Area): void {
    for (let row = top; row <= Math.min(bottom, this.#rows.length - 1); row += 1)
      this.#rows[row]?.forEach((held, column) => {
        if (column >= left && column <= right && held !== '') this.#setUnusable({ row, column }, formula(''));
      });
  }

  #openRow(name: string, attributes: Attributes): void {
    if (name !== 'row') throw damagedWorkbook();
    const { r } = attributes;
    this.#row = r === undefined ? this.#row + 1 : rowIndex(r);
    this.#column = -1;
    this.#hidden.noteRow(this.#row, attributes);
  }

  #openCell(name: string, { r, t = 'n', s = '0' }: Attributes): void {
    if (name === 'extLst') return;
    if (name !== 'c') throw damagedWorkbook();
    const at = r === undefined ? { row: this.#row, column: this.#column + 1 } : addressOf(r);
    if (at.row !== this.#row) throw damagedWorkbook(msg`Cell ${r ?? ''} stands in row ${this.#row + 1} of its sheet`);
    this.#column = at.column;
    this.#cell = { ...at, type: t, style: s };
  }

  #openInCell(cell: OpenCell, name: string, attributes: Attributes, path: readonly string[]): void {
    const { t, ref } = attributes;
    if (path.at(-1) !== 'c') {
      if (path.includes('is')) this.#text.open(name, attributes, path);
      return;
    }
    const isThere = (name === 'v' && cell.value !== undefined) || (name === 'f' && cell.formula !== undefined);
    if (isThere || !partsOfCell.includes(name))
      throw damagedWorkbook(msg`Cell ${nameOf(cell)} holds something unknown`);
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
    const marks = this.#text.takeMarks();
    if (this.#rows[row]?.[column]) throw damagedWorkbook(msg`Cell ${nameOf(cell)} stands twice in its sheet`);
    const content = this.#contentOf(cell);
    if (content === undefined) return;
    if (row >= mostRows) {
      this.#fault ??= new FileIssue('FILE_TOO_LARGE', msg`The sheet has cells below row ${mostRows}: clear them.`);
    } else if (column >= mostColumns) {
      const text = msg`The sheet has cells beyond column ${mostColumns}: clear them.`;
      this.#fault ??= new FileIssue('FILE_TOO_LARGE', text, { row: row + 1 });
    } else if (typeof content === 'string') {
      this.#set(cell, content);
      this.#noteShown(cell, content, marks);
    } else this.#setUnusable(cell, content);
  }

  #noteShown(cell: OpenCell, content: string, marks: readonly CellMark[]): void {
    const { shared, styles } = this.#context;
    const style = Number(cell.style);
    const isShared = content.startsWith(' t="s"');
    const isText = isShared || content.startsWith(' t="inlineStr"');
    const all = [
      ...marks,
      ...((isShared && shared.marks.get(Number(cell.value))) || []),
      ...(styles.struck.has(style) ? (['struck'] as const) : []),
      ...(styles.unseen.has(style) ? (['unseen'] as const) : []),
    ];
    const textFormat = isText ? styles.texts.get(style) : undefined;
    if (all.length > 0 || textFormat !== undefined)
      this.#shown.set(nameOf(cell), { marks: [...new Set(all)], textFormat });
  }

  #set({ row, column }: { row: number; column: number }, content: string): void {
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = (this.#rows[row] ??= []);
    while (cells.length < column) cells.push('');
    cells[column] = `<c r="${nameOf({ row, column })}"${content}</c>`;
  }

  #setUnusable(at: { row: number; column: number }, cell: SheetCell): void {
    this.#unusable.set(nameOf(at), cell);
    this.#set(at, inlineText('-'));
  }

  #noteMerged(ref: string): void {
    const text = msg`The sheet has merged cells: unmerge them and fill each one.`;
    this.#fault ??= new FileIssue('VALIDATION', text, { row: areaOf(ref).top + 1 });
  }

  /** The cell behind its address, written anew; undefined where it holds nothing. */
  #contentOf(cell: OpenCell): string | SheetCell | undefined {
    if (cell.formula !== undefined) return formula(cell.formula);
    const { type, text } = cell;
    const value = cell.value?.trim() ?? '';
    if (text !== undefined && text !== '' && value !== '')
      return unusable(msg`The cell holds two values. Format it as text and type it again.`, text);
    if (type === 's' && value !== '') return this.#sharedText(cell, value);
    if (type === 's' || type === 'inlineStr' || type === 'str' || text !== undefined)
      return (text ?? cell.value ?? '') === '' ? undefined : inlineText(text ?? cell.value ?? '');
    if (value === '') return undefined;
    switch (type) {
      case 'n':
        return this.#number(cell, value);
      case 'd':
        return ` t="d"${this.#hasStyle(cell) ? ` s="${Number(cell.style)}"` : ''}><v>${escapeXml(value)}</v>`;
      case 'b':
        return unusable(
          msg`The cell holds a truth value. Format it as text and type it again.`,
          /^(?:1|true)$/.test(value) ? 'TRUE' : 'FALSE',
        );
      case 'e':
        return unusable(msg`The cell holds an error such as #N/A. Mend it in the spreadsheet.`, value);
      default:
        throw damagedWorkbook(msg`Cell ${nameOf(cell)} is of an unknown kind`);
    }
  }

  #sharedText(cell: OpenCell, written: string): string | undefined {
    const text = /^\d+$/.test(written) ? this.#context.shared.texts[Number(written)] : undefined;
    if (text === undefined) throw damagedWorkbook(msg`Cell ${nameOf(cell)} refers to a text that is not there`);
    return text === '' ? undefined : ` t="s"><v>${Number(written)}</v>`;
  }

  #hasStyle({ style }: Pick<OpenCell, 'style'>): boolean {
    return /^\d+$/.test(style) && (style === '0' || Number(style) < this.#context.styles.count);
  }

  #number({ style }: OpenCell, written: string): string | SheetCell {
    if (!decimal.test(written) || !Number.isFinite(Number(written)))
      return unusable(msg`This is no number. Format the cell as text and type it again.`, written);
    if (!this.#hasStyle({ style }))
      return unusable(
        msg`Nothing says how the sheet shows this number. Save the workbook again in the spreadsheet.`,
        written,
      );
    return ` s="${Number(style)}"><v>${written}</v>`;
  }
}

const partsOfCell: readonly string[] = ['f', 'v', 'is', 'extLst'];
/** xsd:double. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

const inlineText = (text: string): string => ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is>`;
const unusable = (why: Message, shown: string): SheetCell => ({ kind: 'unusable', why, shown });
const formula = (code: string): SheetCell =>
  unusable(msg`The cell holds a formula. Copy the column and paste it as values.`, `=${code}`);

function rowIndex(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw damagedWorkbook();
  return Number(written) - 1;
}

function addressOf(written: string): { row: number; column: number } {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/i.exec(written) ?? [];
  if (letters === undefined || digits === undefined) throw damagedWorkbook(msg`“${written.slice(0, 20)}” is no cell`);
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: rowIndex(digits), column: column - 1 };
}

function areaOf(ref: string): Area {
  const [first = '', last = first] = ref.split(':');
  const [from, to] = [addressOf(first), addressOf(last)];
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** A cell's address as a person reads it. */
export function nameOf({ row, column }: { row: number; column: number }): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
