import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import { findRecords } from '#main/store/saveRecords.ts';
import type { Read } from '#main/store/views.ts';
import { insistOnVouched } from '#main/store/vouchedGoods.ts';
import { holdRecord, type HoldValues } from '#shared/holds/records.ts';
import { namesGoods } from '#shared/holds/scope.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** The holds that are on something, by what they name. */
export class ActiveHolds {
  readonly all: readonly HoldValues[];
  readonly #ofLots: Map<string, HoldValues[]>;
  readonly #others: readonly HoldValues[];

  constructor(all: readonly HoldValues[]) {
    this.all = all;
    this.#ofLots = Map.groupBy(
      all.filter(({ lot }) => lot !== ''),
      ({ product, lot }) => keyOf(product, lot),
    );
    this.#others = all.filter(({ lot }) => lot === '');
  }

  /** Those that goods are named by; where these lie and where they are from is asked apart. */
  naming(goods: Unit): HoldValues[] {
    return [...(this.#ofLots.get(keyOf(goods.product, goods.lot)) ?? []), ...this.#others].filter((hold) =>
      namesGoods(hold, goods),
    );
  }

  /** The first hold that some goods are wholly on, by what it is asked of each that may be. */
  holdingAll({ product, lot }: Pick<HoldValues, 'product' | 'lot'>, isOnAll: (hold: HoldValues) => boolean) {
    return [...(this.#ofLots.get(keyOf(product, lot)) ?? []), ...this.#others].find(isOnAll);
  }
}

const keyOf = (product: string, lot: string): string => `${product}${partSeparator}${lot}`;

/** The holds by their numbers as they were at a version of the journal; lifted ones are left out. */
type Kept = { id: number; digest: string; holds: Map<string, HoldValues>; active: ActiveHolds };
const kept = new WeakMap<Database, Kept>();

/**
 * The holds that are on something, each compared with the journal when it was read: what is changed or taken away in the
 * file frees no goods. Only what was set or lifted since is read again.
 * @throws RecordTampered
 */
export async function activeHolds(read: Read, db: Database): Promise<ActiveHolds> {
  const before = kept.get(db);
  const last = await read.one(lastVersion);
  if (last === undefined) return none;
  if (before !== undefined && before.id === last.id && before.digest === last.digest) return before.active;
  // What was kept may have been written by a unit of work that was undone.
  const stands = before === undefined ? undefined : await read.one(digestOf, { id: before.id });
  const known = before !== undefined && stands?.digest === before.digest ? before : undefined;
  const names = (await read.all(namesSince, { id: known?.id ?? 0 })).map(({ name }) => name);
  insistOnVouched(
    db,
    names.map((name) => ({ kind: holdRecord, key: [name], name: [name] })),
  );
  const holds = new Map(known?.holds);
  const found = await findRecords(
    read,
    holdRecord,
    names.map((name) => [name]),
  );
  for (const [number, { values }] of found)
    if (values.liftedAt === null) holds.set(number, values);
    else holds.delete(number);
  const active = new ActiveHolds([...holds.values()]);
  kept.set(db, { ...last, holds, active });
  return active;
}

const none = new ActiveHolds([]);

// The sum keeps the database at the index of names, where the versions of holds stand together.
const lastVersion = query<Record<never, never>, { id: number; digest: string }>(
  () => sql`select id, hex(digest) as digest from record_version
  where id = (select max(id + 0) from record_version where record = 'hold')`,
);
const digestOf = query<{ id: number }, { digest: string }>(
  (_, { id }) => sql`select hex(digest) as digest from record_version where id = ${id} and record = 'hold'`,
);
const namesSince = query<{ id: number }, { name: string }>(
  (_, { id }) => sql`select distinct record_key as name from record_version where record = 'hold' and id > ${id}`,
);
