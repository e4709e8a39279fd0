import type { Database } from 'better-sqlite3';
import type { CodeColumn } from './beyondAscii.ts';
import { type Closeness, type RowSearch, searchesInRows, searchFor, type TextSearch } from './textSearch.ts';
import { hasUmlauts, isSearchedLoosely } from '#shared/kernel/fold.ts';
import { readDateSpan } from '#shared/kernel/list.ts';

type Value = string | readonly string[];

/** A filter by a text in a table's own codes: each statement answers ids. */
export const textFilter =
  (table: CodeColumn['table'], ...statements: ((holds: RowSearch['holds']) => string)[]) =>
  (db: Database, value: Value): number[] =>
    namedElseLoose(String(value), (text, closeness) =>
      searchesInRows(db, table, text, closeness).flatMap(({ holds, parameters }) =>
        // Parameters are complete once the statement has named its columns.
        statements.map((sql) => sql(holds)).flatMap((sql) => idsOf(db, sql, parameters)),
      ),
    );

/** A filter by the code or name of the product or partner that a row belongs to. */
export const masterFilter =
  (sql: (holds: TextSearch['holds']) => string) =>
  (db: Database, value: Value): number[] =>
    namedElseLoose(String(value), (text, closeness) => {
      const { holds, parameters } = searchFor(text, closeness);
      return idsOf(db, sql(holds), parameters);
    });

/**
 * What holds a text as it is, or is it but for the separators of codes and the spelling of its umlauts; where nothing
 * does, what holds it but for the one, or the other.
 */
function namedElseLoose(text: string, idsBy: (text: string, closeness: Closeness) => number[]): number[] {
  const named = idsBy(text, 'named');
  if (named.length > 0) return named;
  const loose = isSearchedLoosely(text) ? idsBy(text, 'loose') : [];
  return loose.length === 0 && hasUmlauts(text) ? idsBy(text, 'narrow') : loose;
}

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
