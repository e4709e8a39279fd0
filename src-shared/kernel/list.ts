import { asOfText, refusal, searchText } from './fields.ts';
import { msg } from './message.ts';
import { z } from 'zod';
import { addDays, isPlainDate, type PlainDate } from './dates.ts';
import { pageInput } from './page.ts';

/**
 * The question to any list of the program: a page, a sort from the list's own closed set, a text it must contain, and
 * a filter for some columns. A text filter is found anywhere in its column, in any letter case; a choice lets through
 * any of the chosen values; dates are a span such as "2026-01-01..2026-03-31", open at either end, or one counted from
 * the day of the question, such as "next30". Blank filters let everything through.
 */
export type ListFilter =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly values: readonly [string, ...string[]] }
  | { readonly kind: 'dates' }
  /** A past moment, or a day of which the end is meant: the rows are as they were then. */
  | { readonly kind: 'asOf' };

export type ListDeclaration = {
  /** Every column, in the order shown. */
  readonly columns: readonly [string, ...string[]];
  /** The columns shown unless a person chooses others. */
  readonly shown: readonly string[];
  readonly sorts: readonly [string, ...string[]];
  readonly filters: Readonly<Record<string, ListFilter>>;
};

export type FilterValue<Filter> = Filter extends { kind: 'choice'; values: readonly (infer Value)[] }
  ? Value[]
  : string;
/**
 * The question to a list beside its page. `sort` is a column, "-column" descending, "" for the order of the list
 * itself.
 */
export type ListQuestion<List extends ListDeclaration> = {
  sort: '' | List['sorts'][number] | `-${List['sorts'][number]}`;
  text: string;
} & { -readonly [Name in keyof List['filters']]: FilterValue<List['filters'][Name]> };

type Field = z.ZodType<string | string[]>;

/** The parts of a list's question, each blank when it is left out. */
export function listShape<const List extends ListDeclaration>(list: List) {
  const fields: Record<string, Field> = {
    sort: z.enum(['', ...list.sorts, ...list.sorts.map((sort) => `-${sort}`)]).default(''),
    text: searchText.default(''),
  };
  for (const [name, filter] of Object.entries(list.filters)) fields[name] = fieldOf(filter);
  // Made field by field above, from the very declaration the type is made from.
  return fields as unknown as {
    [Name in keyof ListQuestion<List>]: z.ZodDefault<z.ZodType<ListQuestion<List>[Name], ListQuestion<List>[Name]>>;
  };
}

/** The input of a list's query: its question and the page. */
export const listInput = <const List extends ListDeclaration>(list: List) => pageInput.extend(listShape(list)).strict();

function fieldOf(filter: ListFilter): Field {
  if (filter.kind === 'choice') return z.array(z.enum(filter.values)).max(filter.values.length).default([]);
  if (filter.kind === 'dates') return dateSpanText.default('');
  if (filter.kind === 'asOf') return z.union([z.literal(''), asOfText]).default('');
  return searchText.default('');
}

/** Its ends, both among it; "" where it is open. */
export type DateSpan = { from: PlainDate; to: PlainDate };

/** Reads "from..to", either of them blank; undefined for anything else. */
export function readDateSpan(text: string): DateSpan | undefined {
  const [from = '', to, ...rest] = text.split('..');
  if (to === undefined || rest.length > 0) return text === '' ? { from: '', to: '' } : undefined;
  const isDay = (part: string): boolean => part === '' || isPlainDate(part);
  return isDay(from) && isDay(to) ? { from, to } : undefined;
}

export const writeDateSpan = ({ from, to }: DateSpan): string => (from === '' && to === '' ? '' : `${from}..${to}`);

/** Spans that are counted from today, both ends among them: what is overdue was due before today. */
export const pastSpans = ['today', 'yesterday', 'last7', 'last30', 'thisMonth', 'lastMonth'] as const;
export const relativeSpans = ['overdue', 'next7', 'next30', 'next90', 'nextMonth', ...pastSpans] as const;
export type RelativeSpan = (typeof relativeSpans)[number];
export const isRelativeSpan = (text: string): text is RelativeSpan => relativeSpans.some((span) => span === text);

function monthOf(day: PlainDate): DateSpan {
  const firstOf = (one: PlainDate): PlainDate => `${one.slice(0, 8)}01`;
  // The first of the next month is less than 32 days behind the first of this one.
  return { from: firstOf(day), to: addDays(firstOf(addDays(firstOf(day), 31)), -1) };
}

function spanOn(today: PlainDate, span: RelativeSpan): DateSpan {
  if (span === 'overdue') return { from: '', to: addDays(today, -1) };
  if (span === 'today') return { from: today, to: today };
  if (span === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (span === 'thisMonth') return monthOf(today);
  if (span === 'lastMonth') return monthOf(addDays(monthOf(today).from, -1));
  if (span === 'nextMonth') return monthOf(addDays(monthOf(today).to, 1));
  const days = Number(/\d+/.exec(span)?.[0]);
  return span.startsWith('next')
    ? { from: today, to: addDays(today, days) }
    : { from: addDays(today, -days), to: today };
}

/** Whether a text is a span of dates, of whichever kind. */
export const isDateFilter = (text: string): boolean => isRelativeSpan(text) || readDateSpan(text) !== undefined;

/** A filter's span of dates as it is on a day; "" at both ends for what is none. */
export const dateSpanOn = (today: PlainDate, text: string): DateSpan =>
  (isRelativeSpan(text) ? spanOn(today, text) : readDateSpan(text)) ?? { from: '', to: '' };

/** The question as it is on a day: spans that are counted from it become dates. */
export function questionOn<Question extends Readonly<Record<string, unknown>>>(
  list: ListDeclaration,
  question: Question,
  today: PlainDate,
): Question {
  const spans = Object.entries(list.filters).flatMap(([name, { kind }]) => {
    const value = question[name];
    return kind === 'dates' && typeof value === 'string' && isRelativeSpan(value)
      ? [[name, writeDateSpan(dateSpanOn(today, value))]]
      : [];
  });
  return { ...question, ...Object.fromEntries(spans) };
}

const dateSpanText = z
  .string()
  .refine(isDateFilter, refusal(msg`Write a span of dates such as 2026-01-01..2026-03-31.`));

/**
 * The columns that stand in a list: those a person chose, or the usual ones and those it is filtered or sorted by; the
 * first names the row and always does.
 */
export function columnsShown(
  list: ListDeclaration,
  chosen: readonly string[],
  question: Readonly<Record<string, unknown>>,
): string[] {
  const asked = (id: string): boolean => !isBlank(question[id]) || [id, `-${id}`].includes(String(question['sort']));
  const stands = (id: string): boolean =>
    chosen.length > 0 ? chosen.includes(id) : list.shown.includes(id) || asked(id);
  return list.columns.filter((id, index) => index === 0 || stands(id));
}

/** Whether a question leaves rows out. */
export const isFiltered = (list: ListDeclaration, question: Readonly<Record<string, unknown>>): boolean =>
  ['text', ...Object.keys(list.filters)].some((name) => !isBlank(question[name]));

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
