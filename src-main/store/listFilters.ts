import type { Database } from 'better-sqlite3';
import type { CodeColumn } from './beyondAscii.ts';
import { type Closeness, type RowSearch, searchesInRows, searchFor, type TextSearch } from './textSearch.ts';
import { hasUmlauts, isSearchedLoosely } from '#shared/kernel/fold.ts';

type Value = string | readonly string[];
type Find = (db: Database, value: Value) => number[];
/** Answers the ids of rows that match a text so closely; some may come twice. */
type Search = (db: Database, text: string, closeness: Closeness) => number[];

/** Looks for a text in a table's own codes: each statement answers ids. */
export const inCodes =
  (table: CodeColumn['table'], ...statements: ((holds: RowSearch['holds']) => string)[]): Search =>
  (db, text, closeness) =>
    searchesInRows(db, table, text, closeness).flatMap(({ holds, parameters }) =>
      // Parameters are complete once the statement has named its columns.
      statements.map((sql) => sql(holds)).flatMap((sql) => idsOf(db, sql, parameters)),
    );

/** Looks for a text in the code or name of what a row belongs to, such as its product or partner. */
export const inMasters =
  (sql: (holds: TextSearch['holds']) => string): Search =>
  (db, text, closeness) => {
    const { holds, parameters } = searchFor(text, closeness);
    return idsOf(db, sql(holds), parameters);
  };

/** A filter by a text, wherever it is looked for. */
export const textFilter =
  (...searches: Search[]): Find =>
  (db, value) =>
    namedElseLoose(String(value), (text, closeness) => searches.flatMap((search) => search(db, text, closeness)));

/** A filter by the values of a column that are let through. */
export const choiceFilter =
  (table: string, column: string): Find =>
  (db, value) =>
    idsOf(db, `select id from ${table} where ${column} in (select value from json_each(@chosen))`, {
      chosen: JSON.stringify(value),
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

/** A filter by the span of dates, or of moments as numbers, that a column must lie in; a blank lies in none. */
export const dateFilter =
  (table: string, column: string, kind: 'date' | 'moment' = 'date'): Find =>
  (db, value) => {
    const [from = '', to = ''] = String(value).split('..');
    const bounds = [`${column} is not null`];
    if (from !== '') bounds.push(`${column} >= @from`);
    if (to !== '') bounds.push(`${column} <= @to`);
    const bound = (end: string): string | number => (kind === 'date' ? end : Number(end));
    const sql = `select id from ${table} where ${bounds.join(' and ')}`;
    return idsOf(db, sql, { from: bound(from), to: bound(to) });
  };

export const idsOf = (db: Database, sql: string, parameters: Record<string, unknown> = {}): number[] =>
  db.prepare<unknown[], number>(sql).pluck().all(parameters);
