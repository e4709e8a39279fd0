import type { Database } from 'better-sqlite3';

/** The tables whose rows long lists are made of. */
export type ListedTable = 'lot' | 'unit' | 'movement';

/** How far a table was read: rows are only ever added, and what changes in one leaves a version behind. */
export type RowState = { lastRow: number; lastVersion: number };

export const rowState = (db: Database, table: ListedTable): RowState => ({
  lastRow: lastId(db, table),
  lastVersion: lastId(db, 'record_version'),
});

/** What became of a table's codes since it was read. */
export function sinceRead(
  db: Database,
  table: ListedTable,
  { before, now }: { before: RowState | undefined; now: RowState },
): 'same' | 'added' | 'changed' {
  if (before?.lastVersion === now.lastVersion && before.lastRow === now.lastRow) return 'same';
  if (before === undefined || isLater(before, now) || hasChanged(db, table, before)) return 'changed';
  return 'added';
}

/** What another connection read may be of a later state than this one sees. */
const isLater = (one: RowState, other: RowState): boolean =>
  one.lastRow > other.lastRow || one.lastVersion > other.lastVersion;

/** The codes of units and movements never change; a lot's, such as the supplier's, do so with a new version of it. */
const hasChanged = (db: Database, table: ListedTable, { lastVersion }: RowState): boolean =>
  table === 'lot' &&
  db
    .prepare("select 1 from record_version where id > ? and record = 'lot' and version > 1 limit 1")
    .get(lastVersion) !== undefined;

const lastId = (db: Database, table: string): number =>
  db.prepare<[], number>(`select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0;
