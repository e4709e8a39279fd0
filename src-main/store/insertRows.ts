import type { Statement } from 'better-sqlite3';
import type { Insertable } from 'kysely';
import type { Tables } from './query.ts';

type Row<T extends keyof Tables> = Insertable<Tables[T]>;

/** A row to be added; one that leaves its id out gets the next one. */
export type RowOf<T extends keyof Tables> = Omit<Row<T>, 'id'> & Partial<Pick<Row<T>, 'id' & keyof Row<T>>>;

/** Rows written with one statement; few enough for the parameters a statement may have. */
const rowsTogether = 25;

/** Adds rows that name the same columns, many with one statement. */
export function insertRows<T extends keyof Tables>(
  statement: (sql: string) => Statement<unknown[]>,
  table: T,
  rows: readonly RowOf<T>[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const insert = (part: readonly RowOf<T>[]): void => {
    const values = part.flatMap((row) => valuesOf(row, columns));
    statement(insertOf(table, columns, part.length)).run(...values);
  };
  const whole = rows.length - (rows.length % rowsTogether);
  for (let at = 0; at < whole; at += rowsTogether) insert(rows.slice(at, at + rowsTogether));
  for (const row of rows.slice(whole)) insert([row]);
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  const values = Object.values(row);
  const names = Object.keys(row);
  if (names.length !== columns.length) throw differentColumns();
  // Mostly they stand in one order.
  if (names.every((name, index) => name === columns[index])) return values;
  return columns.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw differentColumns();
    return values[place];
  });
}

const differentColumns = (): Error => new Error('rows that are added together name the same columns');

function insertOf(table: string, columns: readonly string[], count: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names}) values ${Array.from({ length: count }, () => row).join(', ')}`;
}
