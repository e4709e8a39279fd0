import type { Database } from 'better-sqlite3';
import { type ListedTable, type RowState, rowState, sinceRead } from './rowState.ts';
import { storeOf } from './storeOf.ts';

/** A column of codes in a table that may have millions of rows. */
export type CodeColumn = {
  table: ListedTable;
  column: 'lot' | 'sublot' | 'supplier_lot' | 'manufacturer_lot' | 'reference' | 'serial' | 'document';
};

type Known = { ids: number[]; state: RowState };
const kept = new WeakMap<object, Map<string, Known>>();

/**
 * The rows whose code has letters beyond ASCII: few in most plants, and the only ones whose letters SQLite cannot
 * compare by itself. Read once for a store, then only what was added.
 */
export function rowsBeyondAscii(db: Database, { table, column }: CodeColumn): readonly number[] {
  const store = storeOf(db);
  const ofStore = kept.get(store) ?? new Map<string, Known>();
  kept.set(store, ofStore);
  const name = `${table}.${column}`;
  const known = ofStore.get(name);
  const now = rowState(db, table);
  const since = sinceRead(db, table, { before: known?.state, now });
  if (known !== undefined && since === 'same') return known.ids;
  const before = since === 'added' ? known : undefined;
  // Blanks are in no index of most of these columns.
  const added = db.prepare<[number], number>(
    `select id from ${table} where id > ? and ${column} <> '' and ${isBeyondAscii(column)}`,
  );
  const ids = [...(before?.ids ?? []), ...added.pluck().all(before?.state.lastRow ?? 0)];
  ofStore.set(name, { ids, state: now });
  return ids;
}

/** Of more than a byte a character. */
export const isBeyondAscii = (column: string): string => `length(${column}) <> length(cast(${column} as blob))`;
