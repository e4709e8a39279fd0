import { z } from 'zod';
import { type ListDeclaration, type ListFilter, listShape } from './list.ts';
import { unit } from './unit.ts';

/**
 * What a cell holds, by its kind: code, text, date, moment, choice: a text, "" for nothing · integer: a whole number or
 * null · quantity: an amount with its unit or null · statuses: the letters goods lie in · unit: a lot or serial or null ·
 * units: the first of several, and how many more there are.
 */
const cells = {
  code: z.string(),
  text: z.string(),
  date: z.string(),
  moment: z.string(),
  choice: z.string(),
  integer: z.number().int().nullable(),
  quantity: z.object({ amount: z.string(), unit: z.string() }).nullable(),
  statuses: z.array(z.string()),
  unit: unit.nullable(),
  units: z.object({ first: z.array(unit), more: z.number().int() }),
} as const;
export type CellKind = keyof typeof cells;
export type Cells = { [Kind in CellKind]: z.infer<(typeof cells)[Kind]> };

/** The pages a code may lead to. */
export type PageKind = 'product' | 'partner' | 'document' | 'location';

export type ListColumn = {
  readonly kind: CellKind;
  /** The text above it, by its path among the texts. */
  readonly header: string;
  /** In pixels; each kind has a usual one. */
  readonly width?: number;
  /** Stands there only when a person chooses it. */
  readonly extra?: true;
  readonly sorts?: true;
  /** Filtered from its head: as its kind is, or as is said here. */
  readonly filters?: true | ListFilter;
  /** The page that a code names. */
  readonly page?: PageKind;
  /** What a choice may be, and the path of the texts that say it. */
  readonly values?: readonly [string, ...string[]];
  readonly said?: string;
};
type Columns = Readonly<Record<string, ListColumn>>;

type FilterOf<Column extends ListColumn> = Column['filters'] extends infer Own extends ListFilter
  ? Own
  : Column['kind'] extends 'date' | 'moment'
    ? { kind: 'dates' }
    : Column['values'] extends infer Values extends readonly [string, ...string[]]
      ? { kind: 'choice'; values: Values }
      : { kind: 'text' };
type Having<C extends Columns, Name extends 'sorts' | 'filters'> = {
  [Id in keyof C & string]: C[Id] extends Readonly<Record<Name, unknown>> ? Id : never;
}[keyof C & string];

type Sorts<Id extends string> = readonly [Id, ...Id[]];

/** A list as `ListDeclaration` has it, with what its columns hold and how each is headed, drawn and filtered. */
export type ListOf<C extends Columns> = {
  /** What saved views and workbooks of it are kept under. */
  readonly name: string;
  /** The path of its texts: title, placeholder, nothing and nothingHelp. */
  readonly texts: string;
  readonly cells: C;
  readonly columns: readonly [keyof C & string, ...(keyof C & string)[]];
  readonly shown: readonly (keyof C & string)[];
  readonly sorts: Sorts<Having<C, 'sorts'>>;
  readonly filters: { readonly [Id in Having<C, 'filters'>]: FilterOf<C[Id]> };
};

/** Any list, for what serves all of them. */
export type List = ListDeclaration & { readonly name: string; readonly texts: string; readonly cells: Columns };

/** A row: what each of its cells holds. */
export type RowOf<L extends List> = {
  [Id in keyof L['cells']]: Cells[L['cells'][Id]['kind']];
};

/**
 * Declares a list by its columns, in the order shown; the first names the row and is told apart by it. Address, filters,
 * saved views, screen and workbook follow from it.
 */
export function defineList<const C extends Columns>(declared: { name: string; texts: string; cells: C }): ListOf<C> {
  const entries = Object.entries<ListColumn>(declared.cells);
  const idsOf = (keep: (column: ListColumn) => boolean): string[] =>
    entries.flatMap(([id, column]) => (keep(column) ? [id] : []));
  // Made of the very columns that the type is made of.
  return {
    ...declared,
    columns: idsOf(() => true),
    shown: idsOf(({ extra }) => extra !== true),
    sorts: idsOf(({ sorts }) => sorts === true),
    filters: Object.fromEntries(
      entries.flatMap(([id, column]) => (column.filters === undefined ? [] : [[id, filterOf(column)]])),
    ),
  } as unknown as ListOf<C>;
}

function filterOf({ filters, kind, values }: ListColumn): ListFilter {
  if (typeof filters === 'object') return filters;
  if (kind === 'date' || kind === 'moment') return { kind: 'dates' };
  return values === undefined ? { kind: 'text' } : { kind: 'choice', values };
}

/** The schema of a row. */
export function listRow<L extends List>(list: L): z.ZodType<RowOf<L>, RowOf<L>> {
  const shape = Object.entries(list.cells).map(([id, { kind }]): [string, z.ZodType] => [id, cells[kind]]);
  // Made of the very columns that the type is made of.
  return z.object(Object.fromEntries(shape)) as unknown as z.ZodType<RowOf<L>, RowOf<L>>;
}

/** What a workbook of a list is asked: the list's question, the columns that stand there, and rows by their keys; none means all. */
export const listParameters = <L extends List>(list: L) =>
  z
    .object({
      question: z.object(listShape(list)).strict(),
      columns: z.array(z.enum(list.columns)).default([]),
      only: z.array(z.string().max(2000)).max(500).default([]),
    })
    .strict();

/** What tells a row of a list from the others: what its first cell holds. */
export const keyOfRow = (list: List, row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(row[list.columns[0]]);

/** What a row is called: the code it begins with. */
export function nameOfRow(list: List, row: Readonly<Record<string, unknown>>): string {
  const first = row[list.columns[0]];
  return typeof first === 'string' ? first : keyOfRow(list, row);
}
