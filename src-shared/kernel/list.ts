import { refusal, searchText } from './fields.ts';
import { msg } from './message.ts';
import { z } from 'zod';
import { isPlainDate, type PlainDate } from './dates.ts';
import { pageInput } from './page.ts';

/**
 * The question to any list of the program: a page, a sort from the list's own closed set, a text it must contain, and
 * a filter for some columns. A text filter is found anywhere in its column, in any letter case; a choice lets through
 * any of the chosen values; dates are a span such as "2026-01-01..2026-03-31", open at either end. Blank filters let
 * everything through.
 */
export type ListFilter =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly values: readonly [string, ...string[]] }
  | { readonly kind: 'dates' };

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

const dateSpanText = z
  .string()
  .refine(
    (text) => readDateSpan(text) !== undefined,
    refusal(msg`Write a span of dates such as 2026-01-01..2026-03-31.`),
  );

/** Whether a question leaves rows out. */
export const isFiltered = (list: ListDeclaration, question: Readonly<Record<string, unknown>>): boolean =>
  ['text', ...Object.keys(list.filters)].some((name) => !isBlank(question[name]));

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
