import type { Database } from 'better-sqlite3';
import { readDateSpan } from '#shared/kernel/list.ts';

type Value = string | readonly string[];

/** Whether a column holds a text in any letter case; parameters are named `@holds0` and so on. */
export function holding(text: string): { holds: (column: string) => string; parameters: Record<string, string> } {
  // What has no case is found faster without a pattern.
  if (text.toUpperCase() === text.toLowerCase())
    return { holds: (column) => `instr(${column}, @holds0) > 0`, parameters: { holds0: text } };
  // SQLite itself takes no notice of case in ASCII, so that one pattern does for most texts.
  const cases = /^[\x20-\x7e]*$/.test(text) ? [text] : [...new Set([text, text.toUpperCase(), text.toLowerCase()])];
  return {
    holds: (column) => `(${cases.map((_, n) => `${column} like @holds${n} escape '\\'`).join(' or ')})`,
    parameters: Object.fromEntries(cases.map((one, n) => [`holds${n}`, `%${one.replace(/[\\%_]/g, '\\$&')}%`])),
  };
}

/** A filter by a text that some rows of a table hold: each statement answers ids. */
export const textFilter =
  (...statements: ((holds: (column: string) => string) => string)[]) =>
  (db: Database, value: Value): number[] => {
    const { holds, parameters } = holding(String(value));
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
  const { holds, parameters } = holding(String(filter));
  return idsOf(db, `select id from ${table} where ${holds('code')} or ${holds('name')} order by code`, parameters);
}
