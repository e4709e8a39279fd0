import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { storeOf } from '#main/store/storeOf.ts';
import { StaleView } from '#main/store/views.ts';

/**
 * In which statuses each lot lies in the plant. Computed from the balances, whose units name their lots by number: so
 * it is read once for a store, then kept in step with the movements that came since.
 */
type LotStock = {
  /** By lot id: a bit for each letter of `letters`; 0 when none of it lies here. */
  bits: Uint8Array;
  /** The last movement it counts. */
  movement: number;
};

export const letterBits: Readonly<Record<string, number>> = { A: 1, Q: 2, R: 4 };
const otherLetter = 8;

const kept = new WeakMap<object, LotStock>();
const building = new WeakMap<object, Promise<LotStock>>();
/** More lots than this moved since: reading everything again is quicker. */
const mostCaughtUp = 2_000;

/**
 * Reads the stock of all lots as a connection sees it. Other calls are answered while it is read for the first time.
 * @throws StaleView when it is known as of a later state
 */
export async function readLotStock(db: Database): Promise<void> {
  const store = storeOf(db);
  for (;;) {
    const stock = kept.get(store);
    if (stock !== undefined && catchUp(db, stock)) return;
    const reading = building.get(store) ?? readAll(db).finally(() => building.delete(store));
    building.set(store, reading);
    kept.set(store, await reading);
  }
}

/**
 * The ids of the lots whose bits pass a test. `readLotStock` comes before.
 * @throws StaleView when another connection took the stock on to a later state meanwhile
 */
export function lotsInStock(db: Database, passes: (bits: number) => boolean): number[] {
  const stock = kept.get(storeOf(db));
  if (stock === undefined) throw new Error('the stock of the lots was not read');
  if (stock.movement !== lastOf(db, 'movement')) throw new StaleView();
  const ids: number[] = [];
  const last = lastOf(db, 'lot');
  for (let id = 1; id <= last; id += 1) if (passes(stock.bits[id] ?? 0)) ids.push(id);
  return ids;
}

type Line = [lot: number, letter: string];

const bitOf = (letter: string): number => letterBits[letter] ?? otherLetter;

const lastOf = (db: Database, table: 'movement' | 'lot' | 'balance'): number =>
  db.prepare<[], number>(`select coalesce(max(id), 0) from ${table}`).pluck().get() ?? 0;

async function readAll(db: Database): Promise<LotStock> {
  const movement = lastOf(db, 'movement');
  const bits = new Uint8Array(lastOf(db, 'lot') + 1);
  // What lies here is less than what was ever recorded.
  const last = lastOf(db, 'balance');
  const lines = db.prepare<[number, number], Line>(linesOfBalances).raw();
  for (let id = 0; id <= last; id += balancesPerTurn) {
    for (const [lot, letter] of lines.all(id, id + balancesPerTurn)) bits[lot] = (bits[lot] ?? 0) | bitOf(letter);
    await turn();
  }
  return { bits, movement };
}

/** Reads again what moved since; false when that is most of it. */
function catchUp(db: Database, stock: LotStock): boolean {
  const last = lastOf(db, 'movement');
  if (last < stock.movement) throw new StaleView();
  if (last === stock.movement) return true;
  const moved = db
    .prepare<unknown[], number>(
      `select distinct l.id from movement m join unit u on u.id in (m.from_unit_id, m.to_unit_id)
       join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot where m.id > ? limit ?`,
    )
    .pluck()
    .all(stock.movement, mostCaughtUp + 1);
  if (moved.length > mostCaughtUp) return false;
  const lots = lastOf(db, 'lot');
  if (lots >= stock.bits.length) {
    const grown = new Uint8Array(lots + 1 + (lots >> 4));
    grown.set(stock.bits);
    stock.bits = grown;
  }
  for (const lot of moved) stock.bits[lot] = 0;
  const lines = db.prepare<[string], Line>(linesOf('l.id in (select value from json_each(?))')).raw();
  for (const [lot, letter] of lines.all(JSON.stringify(moved)))
    stock.bits[lot] = (stock.bits[lot] ?? 0) | bitOf(letter);
  stock.movement = last;
  return true;
}

const balancesPerTurn = 2_000;

const linesOfBalances = `select l.id, substr(b.status, 1, 1) from balance b cross join unit u on u.id = b.unit_id
  cross join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot where b.id > ? and b.id <= ?`;

const linesOf = (lots: string): string =>
  `select distinct l.id, substr(b.status, 1, 1) from lot l cross join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
   cross join balance b on b.unit_id = u.id where ${lots}`;
