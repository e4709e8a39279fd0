import { columnsOf, type ColumnType, type ExportFile } from '#shared/exchange/columns.ts';
import { rewritingOf } from '#shared/exchange/rewritten.ts';
import type { CellValue } from '#shared/exchange/rows.ts';
import { type ColumnAt, swallowsRow } from '#shared/exchange/swallowedRows.ts';
import type { WrittenTime } from '#shared/exchange/times.ts';
import { noDateSaying } from '#shared/exchange/writtenDates.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { tidy } from '#shared/kernel/text.ts';
import type { CellBook, RawCell } from './cellBook.ts';
import { type CellReader, cellReader, type ReadValue } from './cellValues.ts';
import { CellIssue, type IssueList, FileIssue, quote } from './faults.ts';
import { OddCells, type OddFinding, takenAsItStands } from './oddCells.ts';
import { DoubtfulCells } from './doubtfulCells.ts';
import type { Respelt, RowContent } from './protocol.ts';
import { contentOf } from './rowContent.ts';
import { isSheetCell, type SheetCell, sheetText, shownText } from './sheetText.ts';

/** A row's values in the order of `fieldsOf`. */
export type RowValues = CellValue[];

type Column = {
  name: string;
  field: string;
  type: ColumnType;
  read: CellReader;
  required: boolean;
  at: number;
  /** The column with what its codes belong to. */
  group: Column | undefined;
};

const mostColumns = 200;
const absent = -1;

/**
 * Reads the records of one file into rows. The first record is the header; every later one is a row, counted as a
 * spreadsheet counts them. With `strict` each must have as many cells as the header, as in CSV.
 */
export class TableReader {
  readonly #faults: IssueList;
  readonly #strict: boolean;
  readonly #file: ExportFile;
  readonly #known: ReadonlySet<string>;
  readonly #columns: Column[];
  readonly #notesBlanks: boolean;
  /** Places in a record where the header names no column. */
  #unnamed: number[] = [];
  #width = 0;
  #places: readonly ColumnAt[] = [];
  #row = 0;
  #hasHeader = false;
  readonly #odd = new OddCells();
  readonly #doubtful = new DoubtfulCells();
  /** Rows that the book asks for, and those of a known content. */
  readonly contents: RowContent[] = [];
  /** Rows that hold nothing but for corrections: so a row is left out. */
  readonly leftOut: number[] = [];
  /** Names of the columns that are there, as rows call them. */
  fields: readonly string[] = [];
  /** Which cells of the master record read last are blank: a bit for each column of `columnsOf`, the first the lowest. */
  blanks = 0;
  /** The codes of the row read last that were spelt with other blanks, as they stand in the file. */
  respelt: Respelt | undefined;

  constructor(file: ExportFile, faults: IssueList, strict: boolean, known: ReadonlySet<string> = new Set()) {
    this.#file = file;
    this.#known = known;
    this.#faults = faults;
    this.#strict = strict;
    // Movements never change, so it does not matter what a blank cell of theirs leaves as it was.
    this.#notesBlanks = file !== 'movements' && file !== 'serial_links';
    this.#columns = columnsOf(file).map(({ name, field, spec }) => ({
      name,
      field,
      type: spec.type,
      read: cellReader(spec),
      required: spec.required,
      at: absent,
      group: undefined,
    }));
    for (const column of this.#columns) {
      const group = groupOf(column.name);
      if (group !== column.name) column.group = this.#columns.find(({ name }) => name === group);
    }
  }

  get hasHeader(): boolean {
    return this.#hasHeader;
  }

  /** The number of the row read last. */
  get row(): number {
    return this.#row;
  }

  /** Reads the header, once it comes. Throws when the rows below it cannot be read. */
  readHeader(record: readonly RawCell[]): void {
    this.#row += 1;
    if (this.#strict && this.#row === 1 && isSeparatorLine(record)) return;
    this.#hasHeader = true;
    const names = Array.from(record, (cell) => this.#headerName(cell));
    insistOnNames(names, this.#row);
    this.#width = names.length;
    const known = new Map(this.#columns.map((column) => [column.name, column]));
    names.forEach((name, at) => {
      const column = known.get(name);
      if (name === '') this.#unnamed.push(at);
      else if (column === undefined) this.#fault(name, unknownColumn(name, known));
      else if (column.at !== absent) this.#fault(name, msg`The header names this column twice: remove one.`);
      else column.at = at;
    });
    const there = this.#columns.filter((column) => column.at !== absent);
    this.#places = names.map((_, at) => columnAt(there.find((column) => column.at === at)));
    this.fields = there.map((column) => column.field);
    const [last, ...missing] = this.#columns.filter((column) => column.required && column.at === absent).reverse();
    for (const column of missing.reverse()) this.#fault(column.name, missingColumn);
    if (last !== undefined) throw new FileIssue('VALIDATION', missingColumn, { row: this.#row, column: last.name });
  }

  /** Throws when the file ended before any header. */
  insistOnHeader(): void {
    if (!this.hasHeader) insistOnNames([], 1);
  }

  /** Counts the next row; undefined when it holds nothing and is skipped. What `book` has for its cells is in their place. */
  nextRow(record: readonly RawCell[], book: CellBook): readonly RawCell[] | undefined {
    this.#row += 1;
    const isAsked = book.asksFor(this.#row);
    if (isAsked || this.#known.size > 0) this.#noteContent(record, isAsked);
    const corrected = isAsked ? book.pass(this.#row, record, (column) => this.#placeIn(record, column)) : record;
    for (const cell of corrected) if (!isBlank(cell)) return corrected;
    if (isAsked && !record.every(isBlank)) this.leftOut.push(this.#row);
    return undefined;
  }

  /** A row's values, CellFaults among them; undefined when its cells do not fit the header. */
  readRow(record: readonly RawCell[]): ReadValue[] | undefined {
    if (!this.#fits(record)) return undefined;
    const values: ReadValue[] = [this.#row];
    this.blanks = 0;
    this.respelt = undefined;
    for (let place = 0; place < this.#columns.length; place += 1) {
      const column = this.#columns[place];
      if (column === undefined) continue;
      const cell = column.at === absent ? undefined : record[column.at];
      if (this.#notesBlanks && isBlank(cell)) this.blanks |= 1 << place;
      const value = this.#readCell(column, cell, record);
      if (value instanceof CellIssue) this.#fault(column.name, value.text);
      if (column.type === 'time') pushTime(values, value);
      else values.push(value);
    }
    return values;
  }

  /** The name of the column at a place of a record, "" where the header names none there. */
  columnAt(place: number): string {
    return this.#columns.find(({ at }) => at === place)?.name ?? '';
  }

  /** After the last row: what looks rewritten by another program, and may be meant all the same. */
  findings(): OddFinding[] {
    this.#doubtful.tell(this.#odd);
    return this.#odd.findings();
  }

  /** The cells of `findings`, by column and text (`keyOfCell`). */
  get toldCells(): readonly string[] {
    return [...this.#odd.told];
  }

  /** Faults of the row just read that no single cell shows. */
  addFault(column: string, code: ErrorCode, text: Message): void {
    this.#faults.add({ row: this.#row, column, code, text });
  }

  /**
   * The index of a column's cell in a record: a sheet has one in every row, a CSV file where the row is long enough.
   */
  #placeIn(record: readonly RawCell[], column: string): number | undefined {
    const at = this.#columns.find(({ name }) => name === column)?.at ?? absent;
    return at === absent || (this.#strict && at >= record.length) ? undefined : at;
  }

  #noteContent(record: readonly RawCell[], isAsked: boolean): void {
    const cells = this.#columns.map(({ at }) => (at === absent ? '' : shownOf(record[at])));
    const content = contentOf(this.#file, cells);
    if (isAsked || this.#known.has(content)) this.contents.push({ row: this.#row, content });
  }

  #readCell(column: Column, cell: RawCell, record: readonly RawCell[]): ReadValue {
    const text = isSheetCell(cell) ? this.#readSheetCell(column, cell) : (cell ?? '');
    if (text instanceof CellIssue) return text;
    const value = column.read(text);
    if (column.type === 'date' && value === null && text !== '') this.#noteNoDate(column, tidy(text));
    if (column.type === 'text' && lineBreak.test(text)) this.#insistOnOneRow(column, record);
    if (column.type === 'code' && value !== text && typeof value === 'string') this.#noteRespelt(column, text, value);
    const isText = column.type === 'code' || column.type === 'text';
    return isText && typeof value === 'string' && value !== '' ? this.#judge(column, value, record) : value;
  }

  #noteNoDate({ name }: Column, text: string): void {
    const saying = noDateSaying(text);
    if (saying !== undefined) this.#odd.note(name, this.#row, text, saying);
  }

  #noteRespelt({ field }: Column, text: string, value: string): void {
    const written = tidy(text);
    if (written !== value) this.respelt = { ...this.respelt, [field]: written };
  }

  #readSheetCell({ name, type }: Column, cell: SheetCell): string | CellIssue {
    const reading = sheetText(cell, type);
    if (reading instanceof CellIssue) return reading;
    for (const odd of reading.odd ?? []) this.#odd.note(name, this.#row, reading.text, odd);
    return reading.text;
  }

  #judge(column: Column, text: string, record: readonly RawCell[]): string | CellIssue {
    const rewriting = rewritingOf(text, column);
    const isShaped = column.type === 'code' && !unshaped.includes(column.name);
    if (rewriting === undefined) {
      if (isShaped) this.#noteShape(column, text, record);
      return text;
    }
    if (isShaped) this.#doubtful.noteRewritten(column.name, text);
    if (rewriting.certain) return new CellIssue(rewriting.said(quote(text)));
    this.#odd.note(column.name, this.#row, text, takenAsItStands(rewriting.said));
    return text;
  }

  #noteShape(column: Column, text: string, record: readonly RawCell[]): void {
    const cell = record[column.at];
    const isNumber = isSheetCell(cell) && (cell.kind === 'number' || cell.kind === 'unsaid');
    this.#doubtful.note(column.name, { row: this.#row, text, group: textAt(record, column.group), isNumber });
  }

  /** Reports a text that holds rows of the file. It is no cell that could be corrected: the rows would be lost. */
  #insistOnOneRow(column: Column, record: readonly RawCell[]): void {
    const texts = Array.from(record, textOf);
    if (swallowsRow(texts, column.at, this.#places))
      this.#fault(
        '',
        msg`The ${column.name} holds the end of this row and the beginning of a later one: a quote was opened here and closed there, so that rows are lost. Put text with quotes into quotes, each of its own written twice.`,
      );
  }

  #headerName(cell: RawCell): string {
    if (!isSheetCell(cell)) return (cell ?? '').trim();
    const reading = sheetText(cell, 'text');
    if (reading instanceof CellIssue) return '#';
    const name = reading.text.trim();
    for (const odd of reading.odd ?? []) this.#odd.note(name, this.#row, name, odd);
    return name;
  }

  #fits(record: readonly RawCell[]): boolean {
    if (record.length > this.#width || this.#unnamed.length > 0) {
      const outside = [
        ...this.#unnamed,
        ...Array.from({ length: Math.max(0, record.length - this.#width) }, (_, n) => this.#width + n),
      ];
      const stray = outside.find((at) => !isBlank(record[at]));
      if (stray !== undefined) {
        this.#fault(
          '',
          msg`Cell ${stray + 1} of this row is under no column name. Text that holds a comma must stand in quotes.`,
        );
        return false;
      }
    }
    if (this.#strict && record.length < this.#width) {
      this.#fault('', msg`The row has ${record.length} cells, the header ${this.#width}: the row is cut short.`);
      return false;
    }
    return true;
  }

  #fault(column: string, text: Message): void {
    this.#faults.add({ row: this.#row, column: quote(column), code: 'VALIDATION', text });
  }
}

/** Codes that are no names of anything a plant has: their shapes are their own. */
const unshaped: readonly string[] = ['country', 'email', 'phone', 'gtin', 'gln', 'line'];

/** What the codes of a column belong to: lots of one product are made alike, and those of one supplier. */
const groupOf = (column: string): string =>
  /^(?:supplier|manufacturer)_lot$/.test(column)
    ? column.replace('_lot', '')
    : column.replace(/^(parent_|component_|)(?:lot|sublot|serial)$/, '$1product');

function textAt(record: readonly RawCell[], column: Column | undefined): string {
  return column === undefined || column.at === absent ? '' : shownOf(record[column.at]).trim();
}

/** What a cell shows, in a sheet as in a CSV file. */
const shownOf = (cell: RawCell): string => (isSheetCell(cell) ? shownText(cell) : (cell ?? ''));

const textOf = (cell: RawCell): string => (isSheetCell(cell) ? (cell.kind === 'text' ? cell.value : '') : (cell ?? ''));

const lineBreak = /[\r\n]/;

/** What the header requires of the cells at an index; without a column they are blank. */
function columnAt(column: Column | undefined): ColumnAt {
  if (column === undefined) return { fits: (text) => text.trim() === '', isText: false };
  return { fits: (text) => !(column.read(text) instanceof CellIssue), isText: column.type === 'text' };
}

/** A time fills two places: the moment and its offset. */
function pushTime(values: ReadValue[], value: ReadValue): void {
  if (isWrittenTime(value)) values.push(value.moment, value.offsetMinutes);
  else values.push(value, 0);
}

const isWrittenTime = (value: ReadValue): value is WrittenTime =>
  typeof value === 'object' && value !== null && !(value instanceof CellIssue);

const isBlank = (cell: RawCell): boolean =>
  cell === undefined || (typeof cell === 'string' && (cell === '' || cell.trim() === ''));

const missingColumn = msg`This column is missing: no row can be read without it.`;

/** The line above the header in which a file names its separator for spreadsheets (`csvRecords` used it). */
const isSeparatorLine = ([line]: readonly RawCell[]): boolean => typeof line === 'string' && /^sep=./i.test(line);

function insistOnNames(names: readonly string[], row: number): void {
  const [first = ''] = names;
  if (names.every((name) => name === ''))
    throw new FileIssue('VALIDATION', msg`Row ${row} is blank: it must hold the column names.`, { row });
  if (names.length === 1 && /[;,\t|]/.test(first)) {
    throw new FileIssue(
      'FILE_TYPE',
      row === 1
        ? msg`The columns are separated by semicolons, tabs or bars, as spreadsheets of some countries do it: save the file as a workbook (.xlsx), or export it with commas between them.`
        : msg`The columns are separated by something else than the first line says: correct it, or remove it.`,
      { row },
    );
  }
  if (names.length > mostColumns) {
    const text = msg`The header has ${names.length} columns; at most ${mostColumns} are read.`;
    throw new FileIssue('FILE_TOO_LARGE', text, { row });
  }
}

function unknownColumn(name: string, known: ReadonlyMap<string, unknown>): Message {
  const meant = name.toLowerCase().replace(/[\s-]+/g, '_');
  return known.has(meant)
    ? msg`The column “${quote(name)}” is not known in this file. Write it as “${meant}”.`
    : msg`The column “${quote(name)}” is not known in this file. Correct its name or remove it.`;
}
