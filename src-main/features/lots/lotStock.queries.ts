import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { storeOf } from '#main/store/storeOf.ts';
import { StaleView } from '#main/store/views.ts';

/**
 * In which statuses each lot lies in the plant, and whether some was released and still lies where goods wait for that.
 * Computed from the balances, whose units name their lots by number: so it is read once for a store, then kept in step
 * with the movements that came since.
 */
type LotStock = {
  /** By lot id: a bit for each letter of `letters`, and `releasedWaiting`; 0 when none of it lies here. */
  bits: Uint8Array;
  /** The last movement it counts. */
  movement: number;
  /** The locations where goods wait, which no movement changes. */
  waiting: string;
};

export const letterBits: Readonly<Record<string, number>> = { A: 1, Q: 2, R: 4 };
const otherLetter = 8;
export const releasedWaiting = 16;

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
  if (stock.movement !== lastOf(db, 'movement') || stock.waiting !== waitingOf(db)) throw new StaleView();
  const ids: number[] = [];
  const last = lastOf(db, 'lot');
  for (let id = 1; id <= last; id += 1) if (passes(stock.bits[id] ?? 0)) ids.push(id);
  return ids;
}

/** A balance as one number, which is read in less time than a row: the lot's id, and its bits below. */
const shift = 32;
const letterCases = Object.entries(letterBits).map(([letter, bit]) => `when '${letter}' then ${bit}`);
const waits = "b.place_id in (select id from place where kind = 'quarantine')";
const line = `l.id * ${shift} + case substr(b.status, 1, 1) ${letterCases.join(' ')} else ${otherLetter} end
  + case when b.status like 'A%' and ${waits} then ${releasedWaiting} else 0 end`;

function add(bits: Uint8Array, lines: readonly number[]): void {
  for (const one of lines) {
    const lot = Math.floor(one / shift);
    bits[lot] = (bits[lot] ?? 0) | (one % shift);
  }
}

/** A question that is answered by numbers. */
const numbers = <P extends unknown[]>(db: Database, sql: string) => db.prepare<P, number>(sql).pluck();

const lastOf = (db: Database, table: 'movement' | 'lot' | 'balance'): number =>
  numbers<[]>(db, `select coalesce(max(id), 0) from ${table}`).get() ?? 0;

const waitingOf = (db: Database): string =>
  numbers<[]>(db, "select id from place where kind = 'quarantine' order by id").all().join(' ');

async function readAll(db: Database): Promise<LotStock> {
  const movement = lastOf(db, 'movement');
  const waiting = waitingOf(db);
  const bits = new Uint8Array(lastOf(db, 'lot') + 1);
  // What lies here is less than what was ever recorded.
  const last = lastOf(db, 'balance');
  const lines = numbers<[number, number]>(db, linesOfBalances);
  for (let id = 0; id <= last; id += balancesPerTurn) {
    add(bits, lines.all(id, id + balancesPerTurn));
    await turn();
  }
  return { bits, movement, waiting };
}

/** Reads again what moved since; false when that is most of it, or goods wait elsewhere. */
function catchUp(db: Database, stock: LotStock): boolean {
  const last = lastOf(db, 'movement');
  if (last < stock.movement) throw new StaleView();
  if (stock.waiting !== waitingOf(db)) return false;
  if (last === stock.movement) return true;
  const moved = numbers<[number, number]>(
    db,
    `select distinct l.id from movement m join unit u on u.id in (m.from_unit_id, m.to_unit_id)
     join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot where m.id > ? limit ?`,
  ).all(stock.movement, mostCaughtUp + 1);
  if (moved.length > mostCaughtUp) return false;
  const lots = lastOf(db, 'lot');
  if (lots >= stock.bits.length) {
    const grown = new Uint8Array(lots + 1 + (lots >> 4));
    grown.set(stock.bits);
    stock.bits = grown;
  }
  for (const lot of moved) stock.bits[lot] = 0;
  const lines = numbers<[string]>(db, linesOf('l.id in (select value from json_each(?))'));
  add(stock.bits, lines.all(JSON.stringify(moved)));
  stock.movement = last;
  return true;
}

const balancesPerTurn = 2_000;

const linesOfBalances = `select ${line} from balance b cross join unit u on u.id = b.unit_id
  cross join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot where b.id > ? and b.id <= ?`;

const linesOf = (lots: string): string =>
  `select distinct ${line} from lot l cross join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
   cross join balance b on b.unit_id = u.id where ${lots}`;
