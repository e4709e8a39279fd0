import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { type CodeRow, compareCodeRows } from './codeRows.ts';
import { type ListedTable, type RowState, rowState, sinceRead } from './rowState.ts';

/** An order of a table's rows (`t`) by codes as people look for them: the first code that differs decides, at last the id. */
export type NaturalOrder = {
  table: ListedTable;
  /** Which rows stand in it, as a condition. */
  rows: string;
  joins: string;
  codes: readonly [string, ...string[]];
};

type Kept = { ids: Uint32Array; state: RowState };

const kept = new WeakMap<Database, Map<NaturalOrder, Kept>>();
const building = new WeakMap<Database, Map<NaturalOrder, Promise<void>>>();
/** From so many added rows on, for each that was there, sorting everything again is quicker. */
const mostAdded = 0.02;
const rowsPerTurn = 20_000;

/**
 * The ids of all rows in their order. No index sorts so; the order is kept for a connection, four bytes a row, and rows
 * that were added since are put in their places.
 */
export function idsInOrder(db: Database, order: NaturalOrder): Uint32Array {
  const now = rowState(db, order.table);
  const known = knownOf(db, order);
  const since = howKnown(db, order, { known, now });
  if (known !== undefined && since === 'same') return known.ids;
  const rows = readRows(db, order, since === 'added' ? (known?.state.lastRow ?? 0) : 0, now.lastRow);
  rows.sort(compareCodeRows);
  const ids =
    known !== undefined && since === 'added'
      ? inserted(db, order, { ids: known.ids, rows })
      : Uint32Array.from(rows, ([id]) => id);
  keep(db, order, { ids, state: now });
  return ids;
}

/** Sorts what has to be sorted anew in steps, between which other calls are answered. */
export async function prepareOrder(db: Database, order: NaturalOrder): Promise<void> {
  const known = knownOf(db, order);
  if (howKnown(db, order, { known, now: rowState(db, order.table) }) !== 'changed') return;
  const works = building.get(db) ?? new Map<NaturalOrder, Promise<void>>();
  building.set(db, works);
  const work = works.get(order) ?? sortAll(db, order).finally(() => works.delete(order));
  works.set(order, work);
  await work;
}

const knownOf = (db: Database, order: NaturalOrder): Kept | undefined => kept.get(db)?.get(order);

function keep(db: Database, order: NaturalOrder, known: Kept): void {
  const ofStore = kept.get(db) ?? new Map<NaturalOrder, Kept>();
  kept.set(db, ofStore.set(order, known));
}

function howKnown(
  db: Database,
  { table }: NaturalOrder,
  { known, now }: { known: Kept | undefined; now: RowState },
): 'same' | 'added' | 'changed' {
  const since = sinceRead(db, table, { before: known?.state, now });
  const added = now.lastRow - (known?.state.lastRow ?? 0);
  return since === 'added' && added > (known?.ids.length ?? 0) * mostAdded + 100 ? 'changed' : since;
}

async function sortAll(db: Database, order: NaturalOrder): Promise<void> {
  const state = rowState(db, order.table);
  let runs: CodeRow[][] = [];
  for (let after = 0; after < state.lastRow; after += rowsPerTurn) {
    runs.push(readRows(db, order, after, Math.min(after + rowsPerTurn, state.lastRow)).sort(compareCodeRows));
    await turn();
  }
  while (runs.length > 1) {
    const next: CodeRow[][] = [];
    for (let first = 0; first < runs.length; first += 2) {
      next.push(merged(runs[first] ?? [], runs[first + 1] ?? []));
      await turn();
    }
    runs = next;
  }
  keep(db, order, { ids: Uint32Array.from(runs[0] ?? [], ([id]) => id), state });
}

const readRows = (db: Database, order: NaturalOrder, after: number, upTo: number): CodeRow[] =>
  db
    .prepare<[number, number], CodeRow>(`${selectRows(order)} and t.id > ? and t.id <= ?`)
    .raw()
    .all(after, upTo);

const selectRows = ({ table, rows, joins, codes }: NaturalOrder): string =>
  `select t.id, ${codes.join(', ')} from ${table} t ${joins} where ${rows}`;

function merged(one: readonly CodeRow[], other: readonly CodeRow[]): CodeRow[] {
  const rows: CodeRow[] = [];
  let [i, j] = [0, 0];
  for (let a = one[i], b = other[j]; a !== undefined || b !== undefined; a = one[i], b = other[j]) {
    if (b === undefined || (a !== undefined && compareCodeRows(a, b) <= 0)) {
      if (a !== undefined) rows.push(a);
      i += 1;
    } else {
      rows.push(b);
      j += 1;
    }
  }
  return rows;
}

/** Puts some sorted rows among those that stand already. */
function inserted(
  db: Database,
  order: NaturalOrder,
  { ids, rows }: { ids: Uint32Array; rows: readonly CodeRow[] },
): Uint32Array {
  const one = db.prepare<[number], CodeRow>(`${selectRows(order)} and t.id = ?`).raw();
  const all = new Uint32Array(ids.length + rows.length);
  let [from, at] = [0, 0];
  for (const row of rows) {
    let [low, high] = [from, ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = one.get(ids[middle] ?? 0);
      if (there !== undefined && compareCodeRows(there, row) <= 0) low = middle + 1;
      else high = middle;
    }
    all.set(ids.subarray(from, low), at);
    at += low - from;
    all[at] = row[0];
    at += 1;
    from = low;
  }
  all.set(ids.subarray(from), at);
  return all;
}
