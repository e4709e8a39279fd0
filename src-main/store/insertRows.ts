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
  const insert = (sql: string, from: number, to: number): void => {
    const values: unknown[] = [];
    for (let at = from; at < to; at += 1) addValues(values, rows[at] ?? {}, columns);
    statement(sql).run(values);
  };
  const whole = rows.length - (rows.length % rowsTogether);
  const many = insertOf(table, columns, rowsTogether);
  for (let at = 0; at < whole; at += rowsTogether) insert(many, at, at + rowsTogether);
  const one = insertOf(table, columns, 1);
  for (let at = whole; at < rows.length; at += 1) insert(one, at, at + 1);
}

/** Adds the values of a row, column by column. */
function addValues(values: unknown[], row: Readonly<Record<string, unknown>>, columns: readonly string[]): void {
  let count = 0;
  // Rows mostly have one order of names; walking a row's own names is then several times faster than looking each one
  // up.
  for (const name in row) {
    if (name !== columns[count]) return addInOrder(values, row, columns, count);
    values.push(row[name]);
    count += 1;
  }
  if (count !== columns.length) throw differentColumns();
}

function addInOrder(
  values: unknown[],
  row: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  added: number,
): void {
  if (Object.keys(row).length !== columns.length || columns.some((name) => !(name in row))) throw differentColumns();
  for (const name of columns.slice(added)) values.push(row[name]);
}

const differentColumns = (): Error => new Error('rows that are added together name the same columns');

function insertOf(table: string, columns: readonly string[], count: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names}) values ${Array.from({ length: count }, () => row).join(', ')}`;
}
