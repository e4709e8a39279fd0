import { msg } from '#shared/kernel/message.ts';
import { severalCodes } from './codeRemains.ts';
import type { CellSaying } from './rewritten.ts';

/** How a code looks that may be a number, a date or a formula which another program wrote: `other` are all the rest. */
export type CodeShape = 'number' | 'long' | Doubtful | Remains | 'other';
type Doubtful = 'decimal' | 'float' | 'grouped' | 'kept' | 'exponent' | 'signed' | DateShape;
/** Codes with what is left of a scan, a label or another program; with a sign at an end for each sign. */
type Remains = 'pointNought' | 'listed' | 'numbered' | 'labelled' | 'day' | Ragged;
type Ragged = `ragged ${string}`;
export type DateShape = 'isoDate' | 'dottedDate' | 'slashedDate' | 'dashedDate' | 'monthDate';

const rareDate: CellSaying = (text) =>
  msg`“${text}” looks like a date that a spreadsheet made of a code, since others beside it are none.`;

/** The messages about what is left of a scan, a label or another program, also beside codes of the store. */
export const toldOfRemains = {
  pointNought: (text: string) => msg`“${text}” ends like a number that a data frame or a spreadsheet made of a code.`,
  listed: severalCodes,
  numbered: (text: string) =>
    msg`“${text}” ends with a number in brackets, as the codes beside it do not: a copy may have got it.`,
  labelled: (text: string) =>
    msg`“${text}” begins with the word of a label, as the codes beside it do not. Write the code alone.`,
  ragged: (text: string) =>
    msg`“${text}” begins or ends with a sign, as the codes beside it do not: it may be left of a scan or of another cell.`,
  day: (text: string) =>
    msg`“${text}” may be the number under which a spreadsheet keeps the day ${dayOfNumber(text)}, since the codes beside it are no numbers.`,
} as const;

/** Whether a shape is what is left of something else, which is judged of lots and serials alone. */
export const isLeftOver = (shape: CodeShape): boolean => Object.hasOwn(toldOfRemains, wordedAs(shape));

/** Days of our time as spreadsheets number them, from 1899-12-30. */
export const isDayNumber = (text: string): boolean => /^4[2-9]\d{3}$/.test(text);
const msOfDay = 86_400_000;
const dayOfNumber = (text: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(text) * msOfDay).toISOString().slice(0, 10);

export const wordedAs = (shape: CodeShape): Exclude<CodeShape, Ragged> | 'ragged' =>
  isRagged(shape) ? 'ragged' : shape;

const isRagged = (shape: CodeShape): shape is Ragged => shape.startsWith('ragged');

/**
 * The message about such a code once its column shows that it was rewritten; a shape without words is never reported.
 */
const told: Readonly<Partial<Record<Exclude<CodeShape, Ragged> | 'ragged', CellSaying>>> = {
  decimal: (text) =>
    msg`“${text}” has a decimal mark, and other codes of the column are numbers that another program wrote anew.`,
  kept: (text) =>
    msg`“${text}” ends in zeros after the fifteen digits that a spreadsheet keeps, as every long number of the column does.`,
  exponent: (text) => msg`“${text}” reads as a number with an exponent, and the other codes of the column are figures.`,
  float: (text) => msg`“${text}” ends like a number that a data frame or a spreadsheet made of a code.`,
  grouped: (text) =>
    msg`“${text}” is written with separators between its thousands, as other codes of the column are not.`,
  signed: (text) => msg`“${text}” is a formula of a spreadsheet instead of its value.`,
  ...toldOfRemains,
  isoDate: rareDate,
  dottedDate: rareDate,
  slashedDate: rareDate,
  dashedDate: rareDate,
  monthDate: rareDate,
};

const monthNames = 'JAN|FEB|MAR|MRZ|APR|MAY|MAI|JUN|JUL|AUG|SEP|SEPT|OCT|OKT|NOV|DEC|DEZ';
const dates: readonly (readonly [DateShape, RegExp])[] = [
  ['isoDate', /^(?<year>\d{4})(?:-(?<month>\d{1,2})-|\/(?<month>\d{1,2})\/)(?<day>\d{1,2})$/],
  ['dottedDate', /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})$/],
  // Where days and months change places, dates that can only be read one way decide.
  [
    'slashedDate',
    /^(?:(?<month>0?[1-9]|1[0-2])\/(?<day>1[3-9]|2\d|3[01])|(?<day>\d{1,2})\/(?<month>\d{1,2}))\/(?<year>\d{4}|\d{2})$/,
  ],
  [
    'dashedDate',
    /^(?:(?<month>0?[1-9]|1[0-2])-(?<day>1[3-9]|2\d|3[01])|(?<day>\d{1,2})-(?<month>\d{1,2}))-(?<year>\d{4}|\d{2})$/,
  ],
  ['monthDate', new RegExp(`^(?:(?<day>\\d{1,2})[ -]?)?(?:${monthNames})[ -]?(?<year>\\d{4}|\\d{2})$`, 'i')],
  ['monthDate', new RegExp(`^(?<day>\\d{1,2})[ -]?(?:${monthNames})$`, 'i')],
];

/** Begins like one of the shapes; nearly all other codes are passed over by this. */
const mayHaveShape = /^(?:\d|[+-]\$?[A-Za-z']|[A-Z]{3,4}[ -]?\d{2,4}$)/i;

export function shapeOf(text: string): CodeShape {
  return shapeOfFigures(text) ?? shapeOfRemains(text);
}

function shapeOfRemains(text: string): CodeShape {
  if (!/[^\p{L}\d]/u.test(text)) return 'other';
  if (/.\.0$/.test(text) && /\D/.test(text.slice(0, -2))) return /\.\d+\.0$/.test(text) ? 'other' : 'pointNought';
  const [, front, behind] = atEnds.exec(text) ?? [];
  if (front !== undefined || behind !== undefined) return `ragged ${front ?? ''} ${behind ?? ''}`;
  if (text.endsWith(')')) return /\d.* ?\(\d{1,2}\)$/.test(text) ? 'numbered' : 'other';
  if (withLabel.test(text)) return 'labelled';
  return text.includes(text.charAt(0), 2) && twoInOne.test(text) ? 'listed' : 'other';
}

/** Not + at the end, since grades are named so, nor points, which look-alikes are told without. */
const atEnds = /^(?:([*.,;:_/\\|~^!])(?=.*\d)[\p{L}\d]|(?=.*\d).*[\p{L}\d]([-_/#*~^\\!=])$)/u;
/** Before a figure alone it is a code of the plant: LOT 7. */
const withLabel = /^(?:lot|batch|charge|chg|los|lotto|lote|serial|serie|s\/n|sn)(?: ?[.#] ?| )(?=\S*[\p{L}-])\S*\d/iu;
/** A1-A4: two codes of one make. */
const twoInOne = /^(\p{L}[\p{L}\d.-]*?)\d+[-/_:+&|~\u2013]\1\d+$/u;

function shapeOfFigures(text: string): CodeShape | undefined {
  if (!mayHaveShape.test(text)) return undefined;
  if (/^\d+$/.test(text)) return /^[1-9]\d{15}/.test(text) ? (/^\d{15}00?$/.test(text) ? 'kept' : 'long') : 'number';
  if (/^\d+e\d+$/i.test(text)) return 'exponent';
  for (const [shape, pattern] of dates) {
    const match = pattern.exec(text);
    if (match !== null) return isOfOurTime(match.groups ?? {}) ? shape : 'other';
  }
  if (/^\d[.,]0+$/.test(text)) return 'float';
  if (/^[1-9]\d{0,2}(?:\.\d{3}|(?: \d{3})+)$/.test(text)) return 'grouped';
  if (/^\d+(?:[.,]\d+)+$/.test(text)) return /^\d+[.,]0+$/.test(text) ? 'number' : 'decimal';
  return formulaWithSign.test(text) ? 'signed' : undefined;
}

/** A spreadsheet takes + and - for the beginning of a formula; plants name places and devices so too (IEC 81346-1). */
const formulaWithSign = /^[+-](?:'[^']+'!|[A-Za-z_]\w*!)?\$?[A-Z]{1,3}\$?\d{1,7}(?:[-+*/&^:].*)?$/;

/** Years of two digits are distinguished from counts by lying near our time. */
function isOfOurTime({ day = '1', month = '1', year = '2000' }: Record<string, string | undefined>): boolean {
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const isDay = d >= 1 && m >= 1 && m <= 12 && d <= 31;
  return isDay && (year.length === 2 ? y >= 15 && y <= 40 : y >= 1990 && y < 2100);
}

/** So many different texts of a shape are counted; more of them are many, however many. */
const mostCounted = 64;

/** What a column holds, or that part of it which is about one product: how many different texts of each shape. */
class Shapes {
  readonly #texts = new Map<CodeShape, Set<string>>();
  readonly #patterns = new Set<string>();
  #hasPointed = false;

  note(shape: CodeShape, text: string): void {
    const texts = this.#texts.get(shape);
    if (texts === undefined) this.#texts.set(shape, new Set([text]));
    else if (texts.size < mostCounted) texts.add(text);
    this.#hasPointed ||= shape === 'other' && pointed.test(text);
    if (shape === 'other' && this.#patterns.size < mostCounted && mayHaveShape.test(text))
      this.#patterns.add(patternOf(text));
  }

  forget(shape: CodeShape, text: string): void {
    this.#texts.get(shape)?.delete(text);
  }

  count(shape: CodeShape): number {
    return this.#texts.get(shape)?.size ?? 0;
  }

  /** Different texts that are not of the shape, up to a limit for each of theirs. */
  countOthers(than: CodeShape): number {
    let count = 0;
    for (const [shape, { size }] of this.#texts) if (shape !== than) count += size;
    return count;
  }

  /** Whether a code ends with a point and a number, as versions and parts of a lot do. */
  get hasPointed(): boolean {
    return this.#hasPointed;
  }

  /** Whether a text of no shape is made like this one: then both are of one kind of code. */
  hasLike(text: string): boolean {
    return this.#patterns.has(patternOf(text));
  }
}

const pointed = /\d\.\d+$/;

const patternOf = (text: string): string => text.replace(/\d/g, '0').replace(/\p{L}/gu, 'A');

/** One code in so many is enough for a shape to be one that a plant chose; so many show what it chooses. */
const commonFrom = 20;
const fewestOthers = 2;
const fewestOfHabit = 3;

/** Figures alone: what a program that took a code for a number made of it. */
const figures = /^[\d.,'’ \u00a0\u2009\u202fe+-]+$/i;

/**
 * Codes that a plant may well have chosen, and another program may have made of others: a lot `2026-03-01` is one
 * where all are dates, and was rewritten where the others are `L-17` and `L-18`. The rest of the column decides, in
 * whichever order it comes; of lots and serials first that of their own product.
 */
export class ColumnShapes {
  readonly #column = new Shapes();
  readonly #groups = new Map<string, Shapes>();
  #hasRewritten = false;

  /** Notes a code of the column whose text alone shows that it was rewritten. */
  noteRewritten(text: string): void {
    this.#hasRewritten ||= figures.test(text);
  }

  /** Notes a code of the column, "" for the group where there is none; answers the shape of a number and of what is to be asked about later. */
  note(text: string, group: string): CodeShape | undefined {
    const shape = shapeOf(text);
    this.#column.note(shape, text);
    if (group !== '') this.#groupOf(group).note(shape, text);
    return shape === 'number' || told[wordedAs(shape)] !== undefined ? shape : undefined;
  }

  /** The message about such a code; undefined where it may be right. */
  sayingOf(text: string, group: string, shape: CodeShape): CellSaying | undefined {
    return this.#isRewritten(text, group, shape) ? told[wordedAs(shape)] : undefined;
  }

  /** Whether one number more, which is not noted, stands alone among codes that are none. */
  isLoneBeside(): boolean {
    return this.#column.count('number') === 0 && this.#column.count('other') >= fewestOthers;
  }

  /**
   * Whether one code more, which is not noted, was rewritten, when those noted were meant as they are: then hardly
   * any of them has its shape. How many come at once does not count, since a spreadsheet rewrites whole columns.
   */
  isRareBeside(text: string): boolean {
    const shape = shapeOf(text);
    const others = this.#column.countOthers(shape);
    const isKnown = commonFrom * this.#column.count(shape) > others;
    if (told[wordedAs(shape)] === undefined || isKnown || others < fewestOthers) return false;
    this.#column.note(shape, text);
    const isRewritten = this.#isRewritten(text, '', shape);
    this.#column.forget(shape, text);
    return isRewritten;
  }

  #isRewritten(text: string, group: string, shape: CodeShape): boolean {
    const column = this.#column;
    const numbers = column.count('number') + column.count('long') + column.count('kept');
    // Nothing in it but figures, and some of them are rewritten: a number with an exponent is, beside others.
    const points = column.count('decimal') + column.count('float') + column.count('grouped');
    const isRewritten = this.#hasRewritten || (column.count('exponent') > 0 && numbers + points > 0);
    const isDamaged = isRewritten && column.count('other') === 0;
    switch (shape) {
      case 'float':
        // Versions have digits behind their point; three codes that all end so are none.
        return column.count('decimal') === 0 && (numbers > 0 || column.count('float') > 2);
      case 'grouped':
        return isDamaged || (column.count('decimal') === 0 && column.count('grouped') <= numbers);
      case 'decimal':
      case 'exponent':
        return isDamaged;
      case 'kept':
        // One number in ten ends in a nought by itself, and one in a hundred in two.
        return column.count('long') === 0 && (this.#hasRewritten || text.length > 16 || column.count('kept') > 1);
      case 'signed':
        return 2 * column.count('signed') <= column.countOthers('signed');
      case 'pointNought':
        return !column.hasPointed && this.#isMinority(group, shape);
      case 'listed':
        return this.#isMinority(group, shape);
      case 'day':
        return this.#isLoneNumber(group);
      default:
        if (isLeftOver(shape)) return this.#isMinority(group, shape) && this.#isNoHabit(group, shape);
        return !column.hasLike(text) && this.#isRareDate(group, shape);
    }
  }

  #isMinority(group: string, shape: CodeShape): boolean {
    const beside = this.#beside(group, shape);
    return beside.countOthers(shape) > 0 && beside.count(shape) <= beside.countOthers(shape);
  }

  /** Three alike are meant so, unless they are few among many. */
  #isNoHabit(group: string, shape: CodeShape): boolean {
    const beside = this.#beside(group, shape);
    const count = beside.count(shape);
    return count < fewestOfHabit || commonFrom * count <= beside.countOthers(shape);
  }

  #isLoneNumber(group: string): boolean {
    const own = this.#groups.get(group);
    return own !== undefined && own.count('number') === 1 && own.count('other') >= fewestOthers;
  }

  /** What a code is judged beside: those of its group, where there are others. */
  #beside(group: string, shape: CodeShape): Shapes {
    const own = this.#groups.get(group);
    return own !== undefined && own.countOthers(shape) > 0 ? own : this.#column;
  }

  #isRareDate(group: string, shape: CodeShape): boolean {
    const own = this.#groups.get(group);
    const beside = own?.countOthers(shape) ?? 0;
    if (own !== undefined && beside > 0) return own.count(shape) <= beside;
    if (own !== undefined && own.count(shape) > 1) return false;
    const others = this.#column.countOthers(shape);
    return others > 0 && this.#column.count(shape) <= Math.max(1, others / 4);
  }

  #groupOf(group: string): Shapes {
    const known = this.#groups.get(group);
    if (known !== undefined) return known;
    const made = new Shapes();
    this.#groups.set(group, made);
    return made;
  }
}
