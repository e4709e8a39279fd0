import { fold } from '#shared/kernel/fold.ts';
import { neat } from '#shared/kernel/text.ts';
import { localDate, localQuantity } from '../figures.tsx';
import type { AnyField, FieldValue, Option, TextKey } from '../form/field.ts';
import { inPacks, type Pack, unpacked } from '#shared/products/packUnits.ts';
import { isPlainDate } from '#shared/kernel/dates.ts';

export type GridKind = 'text' | 'code' | 'decimal' | 'wholeNumber' | 'date' | 'choice' | 'flag';

/** A column of a grid over rows of any shape: a form's field, drawn as a cell. */
export type AnyColumn = AnyField & {
  kind: GridKind;
  width?: number;
  /** What stands above it instead of its label, where that is no text of the screens. */
  head?: string;
};

export const isFigure = ({ kind }: AnyColumn): boolean => kind === 'decimal' || kind === 'wholeNumber';

/** What is wrong with a row, by the names of its columns, in words. */
export type RowFaults = Readonly<Record<string, string>>;

/** What cells are read by: the person's locale, and the words for yes and no in the language of the screen. */
export type Reading = { locale: string; yes: string; no: string };

/** What a cell stands for, or why it cannot be read. */
export type ReadCell = { value: FieldValue } | { fault: TextKey };

/**
 * Reads a cell as people and spreadsheets write it: dates with the day or the year first, decimals with a comma, choices
 * by their labels. What could be meant in two ways is not read.
 */
export function readCell(column: AnyColumn, text: string, reading: Reading): ReadCell {
  const plain = neat(text);
  switch (column.kind) {
    case 'decimal':
    case 'wholeNumber': {
      const number =
        column.kind === 'decimal'
          ? plainAmount(plain, column, reading.locale)
          : plainNumber(withoutUnit(plain, column.unit), reading.locale);
      return number === undefined ? { fault: 'forms.grid.whichNumber' } : { value: number };
    }
    case 'date':
      return { value: isoDate(plain) };
    case 'choice': {
      const option = plain === '' ? { value: '' } : optionOf(column.options, plain);
      return option === undefined ? { fault: 'forms.grid.noSuchChoice' } : { value: option.value };
    }
    case 'flag': {
      const option = plain === '' ? { value: '' } : optionOf(flagOptions(reading), plain);
      const value = option?.value ?? flagWords.get(fold(plain));
      return value === undefined ? { fault: 'forms.grid.yesOrNo' } : { value: value === 'yes' };
    }
    default:
      return { value: text };
  }
}

/** What a cell may hold, where that is one of several. */
export function optionsOf(column: AnyColumn, reading: Reading): readonly Option[] | undefined {
  if (column.kind === 'choice') return column.options;
  return column.kind === 'flag' ? flagOptions(reading) : undefined;
}

const flagOptions = ({ yes, no }: Reading): readonly Option[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

/** How spreadsheets write what is so and what is not. */
const flagWords = new Map(
  [
    ['yes', ['yes', 'true', '1', 'x', '✓', '✔', 'ja', 'wahr']] as const,
    ['no', ['no', 'false', '0', '-', 'nein', 'falsch']] as const,
  ].flatMap(([value, words]) => words.map((word) => [fold(word), value] as const)),
);

function optionOf(options: readonly Option[], text: string): Option | undefined {
  const sought = fold(text);
  return (
    options.find(({ value }) => value === text) ??
    options.find(({ label }) => fold(label) === sought) ??
    options.find(({ value }) => fold(value) === sought)
  );
}

/** A quantity in the plain form, typed in its unit or in packs of it; undefined where it can be read in two ways. */
export function plainAmount(text: string, { unit, packs = [] }: Amount, locale: string): string | undefined {
  const typed = inPacks(text, packs);
  if (typed === undefined) return plainNumber(withoutUnit(text, unit), locale);
  const count = plainNumber(typed.count, locale);
  return count === undefined ? undefined : (unpacked(count, typed.pack) ?? text);
}
type Amount = { unit?: string; packs?: readonly Pack[] };

function withoutUnit(text: string, unit: string | undefined): string {
  const isBehind = unit !== undefined && fold(text).endsWith(fold(unit)) && text.length > unit.length;
  return isBehind ? text.slice(0, -unit.length).trim() : text;
}

/**
 * A number in the plain form, with a dot and without signs between thousands. Undefined where it can be read in two ways:
 * "1,234" is a thousand in London and little more than one in Berlin. What is no number comes back as it is.
 */
export function plainNumber(text: string, locale: string): string | undefined {
  const tight = text.replace(/(?<=\d)['’\s](?=\d{3}(?!\d))/g, '');
  const [, sign = '', digits = ''] = /^([-+\u2212]?)(\d[\d.,]*)$/.exec(tight) ?? [];
  if (digits === '') return text;
  const minus = sign === '-' || sign === '\u2212' ? '-' : '';
  const marks = digits.replace(/\d/g, '');
  const grouped = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/.exec(digits);
  const mark = decimalMarkOf(locale);
  // A single mark before three digits may part thousands, unless it is the one that decimals have here.
  if (grouped !== null && marks.length === 1 && marks !== mark) return undefined;
  if (grouped !== null && marks.length > 1) return minus + digits.replaceAll(grouped[1] ?? '', '').replace(',', '.');
  return marks.length > 1 ? text : minus + digits.replace(',', '.');
}

/** A number of the plain form as it is typed in the locale: with its decimal mark, and nothing between thousands. */
export const typedNumber = (plain: string, locale: string): string =>
  /^-?\d+\.\d+$/.test(plain) ? plain.replace('.', decimalMarkOf(locale)) : plain;

export const decimalMarkOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/** A date with its year first. A day and a month between slashes can be taken for one another: such a one comes back as it is, as does what is no date. */
export function isoDate(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return dated(year, month, day) ?? text;
  const [, one = '', sign, other = '', last = ''] = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})$/.exec(text) ?? [];
  if (sign === undefined) return text;
  // Where dots part it, the day comes first.
  if (sign === '.' || Number(one) > 12 || one === other) return dated(last, other, one) ?? text;
  return Number(other) > 12 ? (dated(last, one, other) ?? text) : text;
}

function dated(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? date : undefined;
}

/** What a cell shows while nobody types in it: what it was read as, or its text where it cannot be read. */
export function shownCell(column: AnyColumn, text: string, reading: Reading): string {
  const read = readCell(column, text, reading);
  if ('fault' in read || text.trim() === '') return text;
  const { value } = read;
  if (column.kind === 'flag') return value === true ? reading.yes : reading.no;
  if (typeof value !== 'string') return text;
  switch (column.kind) {
    case 'choice':
      return column.options.find((option) => option.value === value)?.label ?? text;
    case 'date':
      return isPlainDate(value) ? localDate(value, reading.locale) : text;
    case 'decimal':
    case 'wholeNumber':
      return /^-?\d+(?:\.\d+)?$/.test(value) ? localQuantity(value, reading.locale) : text;
    default:
      return text;
  }
}
