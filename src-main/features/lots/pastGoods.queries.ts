import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { siteZone } from '#main/features/security/siteSettings.queries.ts';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import { storeOf } from '#main/store/storeOf.ts';
import type { Read } from '#main/store/views.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { lastMomentOf } from '#shared/kernel/zones.ts';
import { letterBits } from './lotStock.queries.ts';

/**
 * What lay where at a past moment: all movements up to then, added up. What counts is when a movement happened, not when
 * it was recorded; balances are not looked at.
 */
export type PastLine = { unit: number; place: number; status: string; quantity: number };

type Asks = Pick<Read, 'all'>;

/** The moment that was meant by a text that the contract let through: of a day its end in the plant's zone. */
export const momentMeant = (db: Database, asOf: string): Moment => lastMomentOf(siteZone(db), asOf) ?? 0;

/** What lay where of some units. */
export async function linesOfUnits(read: Asks, units: readonly number[], until: Moment): Promise<PastLine[]> {
  const rows = await inParts(units, (part) => read.all(linesUntil, { units: part, until }));
  // After the last movement of any time a balance is one that the store can hold.
  return rows
    .map(({ quantity, ...line }) => ({ ...line, quantity: Number(readSum(quantity)) }))
    .filter(({ quantity }) => quantity !== 0);
}

const linesUntil = query<
  { units: readonly number[]; until: Moment },
  Omit<PastLine, 'quantity'> & { quantity: string }
>((_, { units, until }, { idsOf }) => {
  // Goods without stock lie nowhere.
  const asked = sql`(select a.id from ${idsOf(units)} a cross join unit u on u.id = a.id
      join product p on p.id = u.product_id where p.stock_managed = 1)`;
  return sql`
      select unit, place, status, ${exactSumSql('quantity')} as quantity from (
        select m.to_unit_id as unit, m.to_place_id as place, m.status_to as status, m.quantity
        from ${asked} i cross join movement m on m.to_unit_id = i.id
        where m.at <= ${until} and m.to_place_id is not null
        union all
        select m.to_unit_id, m.from_place_id, m.status_from, -m.quantity
        from ${asked} i cross join movement m on m.to_unit_id = i.id
        where m.at <= ${until} and m.from_place_id is not null and m.from_unit_id = m.to_unit_id
        union all
        select m.from_unit_id, m.from_place_id, m.status_from, -m.quantity
        from ${asked} i cross join movement m on m.from_unit_id = i.id
        where m.at <= ${until} and m.from_place_id is not null and m.from_unit_id <> m.to_unit_id
      ) group by unit, place, status`;
});

/** So many units are read before other calls are answered. */
const unitsPerTurn = 5_000;

export async function inParts<Row>(
  ids: readonly number[],
  ask: (part: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += unitsPerTurn) {
    if (at > 0) await turn();
    for (const row of await ask(ids.slice(at, at + unitsPerTurn))) rows.push(row);
  }
  return rows;
}

/** What a bit says beside the letters of statuses: that it had moved by then, or got its name. */
const wasThere = 64;
const otherLetter = 8;

/**
 * In which statuses each lot, or each serial, lay at a past moment, and whether there was any of it: a byte an id. It is
 * counted once for a moment, between other calls, and known until the store changes.
 */
class PastGoods {
  readonly key: string;
  readonly #bits: Uint8Array;

  constructor(key: string, bits: Uint8Array) {
    this.key = key;
    this.#bits = bits;
  }

  /** The ids of what there was then. */
  get known(): number[] {
    return this.#idsThat((bits) => bits !== 0);
  }
  /** Of these, what lay here in a status of one of the letters; in any where none is given, or in none. */
  lyingIn(letters: readonly string[]): number[] {
    const wanted = letters.reduce((bits, letter) => bits | (letterBits[letter] ?? 0), 0);
    return this.#idsThat((bits) => (bits & wanted) !== 0);
  }
  get lying(): number[] {
    return this.#idsThat((bits) => (bits & ~wasThere) !== 0);
  }
  get away(): number[] {
    return this.#idsThat((bits) => bits === wasThere);
  }

  #idsThat(passes: (bits: number) => boolean): number[] {
    const ids: number[] = [];
    for (const [id, bits] of this.#bits.entries()) if (passes(bits)) ids.push(id);
    return ids;
  }
}

type Of = 'lot' | 'serial';
const kept: Record<Of, WeakMap<object, PastGoods>> = { lot: new WeakMap(), serial: new WeakMap() };
/** As of the question that a connection is answering. */
const asked: Record<Of, WeakMap<Database, PastGoods>> = { lot: new WeakMap(), serial: new WeakMap() };

/** Counts what there was of all lots or serials; comes before a question about them as they were. */
export async function readPastGoods({ read, db }: { read: Read; db: Database }, of: Of, asOf: string): Promise<void> {
  const until = momentMeant(db, asOf);
  const { seq, last } = (await read.one(lastOf[of])) ?? { seq: 0, last: 0 };
  const key = `${seq} ${until}`;
  const known = kept[of].get(storeOf(db));
  const goods = known?.key === key ? known : new PastGoods(key, await countBits(read, of, { until, last }));
  kept[of].set(storeOf(db), goods);
  asked[of].set(db, goods);
}

export function pastGoods(db: Database, of: Of): PastGoods {
  const goods = asked[of].get(db);
  if (goods === undefined) throw new Error('the past was not read');
  return goods;
}

async function countBits(read: Read, of: Of, { until, last }: { until: Moment; last: number }): Promise<Uint8Array> {
  const bits = new Uint8Array(last + 1);
  for (let after = 0; ; ) {
    const goods = await read.all(goodsAfter[of], { after, most: unitsPerTurn });
    const end = goods.at(-1);
    if (end === undefined) return bits;
    after = end.unit;
    const idOf = new Map(goods.map(({ unit, id }) => [unit, id]));
    const units = [...idOf.keys()];
    const add = (unit: number, bit: number): void => {
      const id = idOf.get(unit) ?? 0;
      bits[id] = (bits[id] ?? 0) | bit;
    };
    for (const { unit } of await read.all(movedUntil, { units, until })) add(unit, wasThere);
    for (const { unit, status } of await linesOfUnits(read, units, until))
      add(unit, wasThere | (letterBits[status.charAt(0)] ?? otherLetter));
    await turn();
  }
}

type Last = { seq: number; last: number };
const lastOf = {
  lot: query<Record<never, never>, Last>(
    () => sql`select h.seq, (select coalesce(max(id), 0) from lot) as last from head h`,
  ),
  serial: query<Record<never, never>, Last>(
    () => sql`select h.seq, (select coalesce(max(id), 0) from unit) as last from head h`,
  ),
};

type After = { after: number; most: number };
/** Units in the order of their ids, each with the id that it counts for. */
const goodsAfter = {
  lot: query<After, { unit: number; id: number }>(
    (_, { after, most }) => sql`
      select u.id as unit, l.id from unit u join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = u.sublot
      where u.id > ${after} and u.lot <> '' order by u.id limit ${most}`,
  ),
  serial: query<After, { unit: number; id: number }>(
    (_, { after, most }) => sql`
      select u.id as unit, u.id from unit u where u.id > ${after} and u.serial <> '' order by u.id limit ${most}`,
  ),
};

const movedUntil = query<{ units: readonly number[]; until: Moment }, { unit: number }>(
  (_, { units, until }, { idsOf }) => sql`
    select i.id as unit from ${idsOf(units)} i
    where exists (select 1 from movement m where m.to_unit_id = i.id and m.at <= ${until})`,
);
