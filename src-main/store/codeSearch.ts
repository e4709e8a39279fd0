import type { Database } from 'better-sqlite3';
import type { CodeColumn } from './beyondAscii.ts';
import { spellingsOf } from './spellings.ts';
import { searchesInRows } from './textSearch.ts';

/** From so many characters on, a text is also looked for inside a code. */
export const leastInside = 2;

/**
 * How far to look for a text in codes: what is it, begins with it or holds it; what is it or begins with it but for the
 * separators of codes or the spelling of umlauts; what holds it but for the one, or the other.
 */
export type Reach = 'exact' | 'near' | 'loose' | 'narrow';

/** The rows of a table in whose column a text is found; of each kind of finding so many at most. */
export function rowsWithCode(
  db: Database,
  column: CodeColumn,
  text: string,
  { reach, limit }: { reach: Reach; limit: number },
): number[] {
  const spelt =
    reach === 'loose' || reach === 'narrow'
      ? { same: [], begun: [] }
      : spellingsOf(db, column, text, { spelling: reach === 'near' ? 'loosely' : 'asWritten', limit });
  const inside = reach === 'near' || text.length < leastInside ? [] : rowsThatHold(db, column, text, { reach, limit });
  return [...new Set([...rowsOf(db, column, spelt.same, limit), ...rowsOf(db, column, spelt.begun, limit), ...inside])];
}

/** The rows that have one of some codes. */
function rowsOf(db: Database, { table, column }: CodeColumn, codes: readonly string[], limit: number): number[] {
  const ofCode = db
    .prepare<[string, number], number>(`select id from ${table} where ${column} = ? and ${column} <> '' limit ?`)
    .pluck();
  const ids: number[] = [];
  for (const code of codes) {
    if (ids.length >= limit) break;
    ids.push(...ofCode.all(code, limit - ids.length));
  }
  return ids;
}

/** By one pass over the index of the codes, which ends when there is enough. */
function rowsThatHold(
  db: Database,
  { table, column }: CodeColumn,
  text: string,
  { reach, limit }: { reach: Exclude<Reach, 'near'>; limit: number },
): number[] {
  return searchesInRows(db, table, text, reach).flatMap(({ holds, parameters }) => {
    // Parameters are complete once the condition has named its column.
    const sql = `select id from ${table} where ${column} <> '' and ${holds(column)} limit @limit`;
    return db
      .prepare<unknown[], number>(sql)
      .pluck()
      .all({ ...parameters, limit });
  });
}
