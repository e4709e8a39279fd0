import { z } from 'zod';
import { type ListDeclaration, type ListFilter, listShape } from './list.ts';
import { type Unit, unit } from './unit.ts';

/**
 * What a cell holds, by its kind: code, text, date, moment, choice, hold: a text, "" for nothing · choices: several · integer: a whole number or
 * null · quantity: an amount with its unit or null · expiry: a date, and whether goods are here that it matters for ·
 * status: the one goods lie in · statuses: the letters of those they lie in · unit: a lot or serial or null · units: the
 * first of several, and how many more there are · whereabouts: where goods are: at a location, built into a unit, or at a
 * customer.
 */
const cells = {
  code: z.string(),
  text: z.string(),
  date: z.string(),
  moment: z.string(),
  choice: z.string(),
  choices: z.array(z.string()),
  hold: z.string(),
  integer: z.number().int().nullable(),
  quantity: z.object({ amount: z.string(), unit: z.string() }).nullable(),
  expiry: z.object({ date: z.string(), isHere: z.boolean() }),
  status: z.string(),
  statuses: z.array(z.string()),
  unit: unit.nullable(),
  units: z.object({ first: z.array(unit), more: z.number().int() }),
  whereabouts: z.object({ location: z.string(), parent: unit.nullable(), customer: z.string() }),
} as const;
export type CellKind = keyof typeof cells;
export type Cells = { [Kind in CellKind]: z.infer<(typeof cells)[Kind]> };

/** The pages a code may lead to. */
export type PageKind = 'product' | 'partner' | 'document' | 'location' | 'plan' | 'inspection';

/** A column; `Row` is what its list's rows are, where these are not made of its cells. */
export type ListColumn<Row = never> = { [Kind in CellKind]: ColumnOf<Kind, Row> }[CellKind];

type ColumnOf<Kind extends CellKind, Row> = {
  readonly kind: Kind;
  /** Makes the cell of a row, where that is not what the row has under the column's name. */
  readonly of?: (row: Row) => Cells[Kind];
  /** The text above it, by its path among the texts. */
  readonly header: string;
  /** In pixels; each kind has a usual one. */
  readonly width?: number;
  /** Stands there only when a person chooses it. */
  readonly extra?: true;
  readonly sorts?: true;
  /** Filtered from its head: by dates, by the `values` it has, or else by a text. */
  readonly filters?: true;
  /** The page that a code names. */
  readonly page?: PageKind;
  /** What a choice, or the filter of what is none, may be, and the path of the texts that say it; or what is said of an expiry that is past. */
  readonly values?: readonly [string, ...string[]];
  readonly said?: string;
};
type Columns<Row = never> = Readonly<Record<string, ListColumn<Row>>>;

type FilterOf<Column extends ListColumn> = Column['kind'] extends 'date' | 'moment' | 'expiry'
  ? { kind: 'dates' }
  : Column['values'] extends infer Values extends readonly [string, ...string[]]
    ? { kind: 'choice'; values: Values }
    : { kind: 'text' };
type Having<C extends Columns, Name extends 'sorts' | 'filters'> = {
  [Id in keyof C & string]: C[Id] extends Readonly<Record<Name, unknown>> ? Id : never;
}[keyof C & string];

type Sorts<Id extends string> = readonly [Id, ...Id[]];

/** A list as `ListDeclaration` has it, with what its columns hold and how each is headed, drawn and filtered. */
export type ListOf<C extends Columns, Row = undefined, AsOf = undefined> = {
  /** What saved views and workbooks of it are kept under. */
  readonly name: string;
  /** The path of its texts: title, placeholder, nothing and nothingHelp. */
  readonly texts: string;
  /** The schema of its rows, where they are not made of its cells. */
  readonly row: Row extends undefined ? undefined : z.ZodType<Row, Row>;
  readonly cells: C;
  readonly columns: readonly [keyof C & string, ...(keyof C & string)[]];
  readonly shown: readonly (keyof C & string)[];
  readonly sorts: Sorts<Having<C, 'sorts'>>;
  readonly filters: { readonly [Id in Having<C, 'filters'>]: FilterOf<C[Id]> } & (AsOf extends true
    ? { readonly asOf: { kind: 'asOf' } }
    : unknown);
};

/** Any list, for what serves all of them. */
export type List = ListDeclaration & {
  readonly name: string;
  readonly texts: string;
  readonly row: z.ZodType | undefined;
  readonly cells: Columns;
};

type AnyRow = Readonly<Record<string, unknown>>;

/** A row: what its schema says, or what each of its cells holds. */
export type RowOf<L extends List> =
  L['row'] extends z.ZodType<infer Row extends AnyRow>
    ? Row
    : { [Id in keyof L['cells']]: Cells[L['cells'][Id]['kind']] };

/**
 * Declares a list by its columns, in the order shown; the first names the row and is told apart by it. Address, filters,
 * saved views, screen and workbook follow from it. Where its rows are answered in a shape of their own, `row` is their
 * schema and each cell is what a row has under its name, or is made by `of`. With `asOf` it can be had as of a past moment.
 */
export function defineList<
  Row extends object,
  const C extends Columns<Row>,
  const AsOf extends true | undefined = undefined,
>(declared: { row: z.ZodType<Row, Row>; asOf?: AsOf } & Declared<C>): ListOf<C, Row, AsOf>;
export function defineList<const C extends Columns>(declared: Declared<C>): ListOf<C>;
export function defineList<C extends Columns>({
  asOf,
  ...declared
}: Declared<C> & { row?: z.ZodType; asOf?: true | undefined }): ListOf<C> {
  const entries = Object.entries<ListColumn>(declared.cells);
  const idsOf = (keep: (column: ListColumn) => boolean): string[] =>
    entries.flatMap(([id, column]) => (keep(column) ? [id] : []));
  // Made of the very columns that the type is made of.
  return {
    row: undefined,
    ...declared,
    columns: idsOf(() => true),
    shown: idsOf(({ extra }) => extra !== true),
    sorts: idsOf(({ sorts }) => sorts === true),
    filters: Object.fromEntries([
      ...entries.flatMap(([id, column]) => (column.filters === undefined ? [] : [[id, filterOf(column)] as const])),
      ...(asOf === true ? [['asOf', { kind: 'asOf' }] as const] : []),
    ]),
  } as unknown as ListOf<C>;
}

type Declared<C> = { name: string; texts: string; cells: C };

function filterOf({ kind, values }: ListColumn): ListFilter {
  if (kind === 'date' || kind === 'moment' || kind === 'expiry') return { kind: 'dates' };
  return values === undefined ? { kind: 'text' } : { kind: 'choice', values };
}

/** The schema of a row. */
export function listRow<L extends List>(list: L): z.ZodType<RowOf<L>, RowOf<L>> {
  const shape = Object.entries(list.cells).map(([id, { kind }]): [string, z.ZodType] => [id, cells[kind]]);
  // Made of the very schema or columns that the type is made of.
  return (list.row ?? z.object(Object.fromEntries(shape))) as unknown as z.ZodType<RowOf<L>, RowOf<L>>;
}

/** What a row has in a column. */
export function cellOf(list: List, row: AnyRow, id: string): unknown {
  const of = list.cells[id]?.of;
  // What makes a list's cells takes its rows.
  return of === undefined ? row[id] : of(row as never);
}

/** What a row's cells must be, each by its kind. */
export const cellSchema = (kind: CellKind): z.ZodType => cells[kind];

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
export const keyOfRow = (list: List, row: AnyRow): string => JSON.stringify(cellOf(list, row, list.columns[0]));

/** What the first cells of rows hold, by the keys of the rows; what is no key is left out. */
export const cellsOfKeys = <T>(schema: z.ZodType<T>, keys: readonly string[]): T[] =>
  keys.flatMap((key) => {
    const { success, data } = schema.safeParse(readJson(key));
    return success ? [data] : [];
  });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lot or serial that a row is; undefined for a row of a list of something else. */
export const unitOfRow = (list: List, row: AnyRow): Unit | undefined =>
  unit.safeParse(cellOf(list, row, list.columns[0])).data;

/** What a row is called: the code or number it begins with. */
export function nameOfRow(list: List, row: AnyRow): string {
  const first = cellOf(list, row, list.columns[0]);
  if (typeof first === 'string') return first;
  const { lot = '', serial = '' } = unitOfRow(list, row) ?? {};
  return serial === '' ? lot : serial;
}
