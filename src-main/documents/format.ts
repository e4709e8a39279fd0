import { isPlainDate, parseMoment } from '#shared/kernel/dates.ts';
import { formatOffset, offsetsOf } from '#shared/kernel/zones.ts';
import type { ReportCell, ReportKind, ReportModel, ReportQuantity } from '#shared/kernel/reportModel.ts';
import { fill, type Words, wordsIn } from './words.ts';

/** How the values of a report are written for reading: its locale, its zone, its words. */
export type Formats = {
  readonly words: Words;
  /** The zone's short name beside its IANA name, such as "Europe/Vienna". */
  readonly zone: string;
  text(kind: ReportKind, cell: ReportCell): string;
  integer(value: number): string;
  amount(value: string): string;
  quantity(value: ReportQuantity): string;
  dateTime(iso: string): string;
  statusWord(status: string): string;
  /** The decimal separator, by which amounts are aligned below each other. */
  readonly decimalMark: string;
};

/**
 * The locale of numbers and dates beside words of the report's language: the given one where it is of that language,
 * without its requests for other digits or calendars, for which the fonts have no shapes.
 */
function writtenAs({ language, locale }: Pick<ReportModel, 'language' | 'locale'>): string {
  const given = new Intl.Locale(locale);
  return given.language === language ? given.baseName : language;
}

/** Throws a RangeError for a locale or a zone there is none of. */
export function formatsOf(model: Pick<ReportModel, 'language' | 'locale' | 'zone'>): Formats {
  const words = wordsIn(model.language);
  const locale = writtenAs(model);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const share = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const day = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: '2-digit',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: model.zone,
  });
  const offsetAt = offsetsOf(model.zone);

  const formats: Formats = {
    words,
    zone: model.zone,
    decimalMark: number.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.',
    integer: (value) => number.format(value),
    // Formatted from the text, since a number would round what is longer than 15 digits.
    amount: (value) => number.format(decimal(value)),
    quantity: ({ amount, unit }) => `${formats.amount(amount)} ${unit}`.trimEnd(),
    dateTime(iso) {
      const millis = (parseMoment(iso) ?? misfit('dateTime', iso)) / 1000;
      return `${moment.format(millis)} ${formatOffset(offsetAt(millis))}`;
    },
    statusWord: (status) => statusWord(words, status),
    text: (kind, cell) => (cell === null ? '' : formatCell(formats, day, share, kind, cell)),
  };
  return formats;
}

function formatCell(
  formats: Formats,
  day: Intl.DateTimeFormat,
  share: Intl.NumberFormat,
  kind: ReportKind,
  cell: NonNullable<ReportCell>,
): string {
  if (kind === 'quantity') return typeof cell === 'object' ? formats.quantity(cell) : misfit(kind, cell);
  if (kind === 'integer') return typeof cell === 'number' ? formats.integer(cell) : misfit(kind, cell);
  if (kind === 'percent') return typeof cell === 'number' ? share.format(cell) : misfit(kind, cell);
  if (typeof cell !== 'string') return misfit(kind, cell);
  if (kind === 'date') return isPlainDate(cell) ? day.format(new Date(cell)) : misfit(kind, cell);
  if (kind === 'dateTime') return formats.dateTime(cell);
  if (kind === 'status') return `${cell} ${formats.statusWord(cell)}`;
  return cell;
}

/** A column and its cells disagree: the code that built the report is wrong, not the person who asked for it. */
export function misfit(kind: ReportKind, cell: unknown): never {
  throw new TypeError(`not a value of kind ${kind}: ${JSON.stringify(cell)}`);
}

/** "A" and "A1" are both released: the first letter is what people know. */
function statusWord(words: Words, status: string): string {
  const letter = status.slice(0, 1);
  if (letter === 'A' || letter === 'Q' || letter === 'R') return words.statuses[letter];
  return fill(words.statuses.other, { status });
}

/** A decimal string as what Intl formats exactly. */
export function decimal(amount: string): Intl.StringNumericLiteral {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return misfit('quantity', amount);
  // Just tested: digits, one dot, a minus.
  return amount as Intl.StringNumericLiteral;
}
