import type { z } from 'zod';
import type { Failure } from '#renderer/client/index.ts';
import { type AnyColumn, type GridKind, readCell, type Reading } from '#renderer/components/grid/cells.ts';
import { type GridRow, type GridRows, isBlankRow } from '#renderer/components/grid/edits.ts';
import type { Field } from '#renderer/components/form/field.ts';
import { isMessage } from '#shared/kernel/message.ts';
import { type Fault, type Faults, faultsIn, type Issue, issuesOf, nameAt } from './faults.ts';
import { readValues } from './values.ts';

/** A grid as it is declared: a form's fields, one a column. `width` is in pixels, the least it takes. */
export type GridColumns<R> = readonly (Field<R> & { kind: GridKind; width?: number; when?: never })[];

/** The same for what draws and reads the columns of every grid alike. */
export const columnsIn = <R>(columns: GridColumns<R>): readonly AnyColumn[] =>
  // A row has at least the fields that are named; what they hold is read by their kinds.
  columns as unknown as readonly AnyColumn[];

export type ReadRow = { values: Readonly<Record<string, unknown>>; faults: Faults };

type Judging = {
  columns: readonly AnyColumn[];
  schema: z.ZodType;
  reading: Reading;
  /** What would be sent of some rows. */
  inputOf: (rows: readonly Readonly<Record<string, unknown>>[]) => unknown;
};

/** Reads a row and says what is wrong with it alone: what cannot be read, and what the schema says of a command with this row. */
export function readRow(row: GridRow, { columns, schema, reading, inputOf }: Judging): ReadRow {
  const cells = columns.map((column, col) => [column.name, readCell(column, row[col] ?? '', reading)] as const);
  const texts = cells.map(([name, read]) => [name, 'value' in read ? read.value : ''] as const);
  const unread = cells.flatMap(([name, read]) => ('fault' in read ? [[name, read.fault] as const] : []));
  const read = readValues(columns, {}, Object.fromEntries(texts));
  const issues = issuesOf(schema, inputOf([read.after])).filter(({ path }) => rowAt(path) !== undefined);
  const faults = faultsIn({ ...read, unread: { ...read.unread, ...Object.fromEntries(unread) } }, issues);
  return { values: read.after, faults };
}

/** The rows that are sent, by their places in the grid: blank ones are none. */
export const sentRows = (rows: GridRows): readonly number[] =>
  rows.flatMap((row, index) => (isBlankRow(row) ? [] : [index]));

/** The row that an issue is about, by its place among those that are sent. */
const rowAt = (path: readonly PropertyKey[]): number | undefined => path.find((part) => typeof part === 'number');

/** What a schema has against rows that it has nothing against one by one, by their places among those that are sent. */
export function faultsTogether(
  issues: readonly Issue[],
  columns: readonly AnyColumn[],
  faultOf: (issue: Issue) => Fault,
) {
  const byRow = new Map<number, Record<string, Fault>>();
  for (const issue of issues) {
    const row = rowAt(issue.path);
    const name = nameAt(issue.path, columns) ?? columns[0]?.name;
    if (row !== undefined && name !== undefined) byRow.set(row, { [name]: faultOf(issue), ...byRow.get(row) });
  }
  return { byRow, above: issues.filter(({ path }) => rowAt(path) === undefined) };
}

/**
 * What the host says of rows in a refusal, by their places among those that were sent: `details.faults`, each
 * `{ row, field, text }`, or `details.row` and `details.field` of one. Nothing where it is about something else.
 */
export function refusedRows({ message, details }: Failure, columns: readonly AnyColumn[]): ReadonlyMap<number, Faults> {
  const named = Array.isArray(details['faults']) ? details['faults'] : [{ ...details, text: message }];
  const byRow = new Map<number, Record<string, Fault>>();
  for (const one of named) {
    const { row, field, text } = refusedCell(one);
    if (row === undefined || text === undefined) continue;
    const name = nameAt((field ?? '').split('.'), columns) ?? columns[0]?.name ?? '';
    byRow.set(row, { [name]: { text }, ...byRow.get(row) });
  }
  return byRow;
}

function refusedCell(one: unknown) {
  if (typeof one !== 'object' || one === null) return {};
  const row = 'row' in one && typeof one.row === 'number' ? one.row : undefined;
  const field = 'field' in one && typeof one.field === 'string' ? one.field : undefined;
  const said = 'text' in one ? one.text : undefined;
  return { row, field, text: isMessage(said) || typeof said === 'string' ? said : undefined };
}
