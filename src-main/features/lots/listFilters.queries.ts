import type { Database } from 'better-sqlite3';
import { searchFor } from '#main/store/textSearch.ts';
import { readDateSpan } from '#shared/kernel/list.ts';

type Value = string | readonly string[];

/** A filter by a text that some rows of a table hold: each statement answers ids. */
export const textFilter =
  (...statements: ((holds: (column: string) => string) => string)[]) =>
  (db: Database, value: Value): number[] => {
    const { holds, parameters } = searchFor(String(value));
    return statements.flatMap((sql) => idsOf(db, sql(holds), parameters));
  };

/** A filter by the span of dates a column must lie in; a blank date lies in none. */
export const dateFilter =
  (table: string, column: string) =>
  (db: Database, value: Value): number[] => {
    const { from = '', to = '' } = readDateSpan(String(value)) ?? {};
    const bounds = [`${column} is not null`];
    if (from !== '') bounds.push(`${column} >= @from`);
    if (to !== '') bounds.push(`${column} <= @to`);
    return idsOf(db, `select id from ${table} where ${bounds.join(' and ')}`, { from, to });
  };

export const idsOf = (db: Database, sql: string, parameters: Record<string, unknown> = {}): number[] =>
  db.prepare<unknown[], number>(sql).pluck().all(parameters);

/** The ids of a record's rows by their codes; where the list is filtered by them, those that the filter lets through. */
export function idsByCode(db: Database, table: 'product' | 'partner', filter: Value = ''): number[] {
  if (filter === '') return idsOf(db, `select id from ${table} order by code`);
  const { holds, parameters } = searchFor(String(filter));
  return idsOf(db, `select id from ${table} where ${holds('code')} or ${holds('name')} order by code`, parameters);
}
