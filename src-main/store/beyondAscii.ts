import type { Database } from 'better-sqlite3';

/** A column of codes in a table that may have millions of rows. */
export type CodeColumn = { table: 'lot' | 'unit'; column: 'lot' | 'sublot' | 'supplier_lot' | 'serial' };

type Known = { ids: number[]; lastRow: number; lastVersion: number };
const kept = new WeakMap<Database, Map<string, Known>>();

/**
 * The rows whose code has letters beyond ASCII: few in most plants, and the only ones whose letters SQLite cannot
 * compare by itself. Read once for a connection, then only what was added.
 */
export function rowsBeyondAscii(db: Database, { table, column }: CodeColumn): readonly number[] {
  const ofStore = kept.get(db) ?? new Map<string, Known>();
  kept.set(db, ofStore);
  const name = `${table}.${column}`;
  const known = ofStore.get(name);
  const [lastRow, lastVersion] = [lastId(db, table), lastId(db, 'record_version')];
  if (known?.lastVersion === lastVersion && known.lastRow === lastRow) return known.ids;
  const isOutdated = known === undefined || known.lastRow > lastRow || hasChanged(db, table, known.lastVersion);
  const [before, after] = isOutdated ? [[], 0] : [known.ids, known.lastRow];
  // What is blank stands in no index of most of these columns.
  const added = db.prepare<[number], number>(
    `select id from ${table} where id > ? and ${column} <> '' and ${isBeyondAscii(column)}`,
  );
  const ids = [...before, ...added.pluck().all(after)];
  ofStore.set(name, { ids, lastRow, lastVersion });
  return ids;
}

/** Of more than a byte a character. */
export const isBeyondAscii = (column: string): string => `length(${column}) <> length(cast(${column} as blob))`;

/** A unit's codes never change; a lot's, such as the supplier's, do so with a new version of it. */
const hasChanged = (db: Database, table: string, after: number): boolean =>
  table === 'lot' &&
  db.prepare('select 1 from record_version where id > ? and record = ? and version > 1 limit 1').get(after, table) !==
    undefined;

const lastId = (db: Database, table: string): number =>
  db.prepare<[], number>(`select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0;
