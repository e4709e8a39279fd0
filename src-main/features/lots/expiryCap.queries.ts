import { sql } from 'kysely';
import type { KeyedQuery } from '#main/store/askFor.ts';
import { comparableSumSql } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { ExpiryCap } from '#shared/products/vocabulary.ts';

type OfRun = { run: number; productId: number; lot: string; sublot: string };

export const anyCap = query((tables) =>
  tables.selectFrom('product').select('id').where('expiry_cap', 'is not', null).limit(1),
);

const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;

/** The lots that the runs of some movements made, of products that have a cap. */
export const cappedOf = query<{ ids: readonly number[] }, OfRun & { product: string; cap: ExpiryCap }>(
  (_, { ids }, { idsOf }) => sql`with runs as (select distinct m.run_id as id from ${idsOf(ids)} j
      cross join movement m where m.id = j.id and m.run_id is not null)
    select distinct r.id as run, p.id as "productId", p.code as product, u.lot, u.sublot, p.expiry_cap as cap
    from runs r cross join movement m join unit u on u.id = m.to_unit_id join product p on p.id = u.product_id
    where m.run_id = r.id and m.kind = 'output' and u.lot <> '' and p.expiry_cap is not null and ${stands}`,
);

const left = comparableSumSql("case m.kind when 'consumption' then m.quantity else -m.quantity end");

/** The lots that some runs used and gave not back, in the order of their names. */
export const usedIn = query<{ ids: readonly number[] }, OfRun & { product: string }>(
  (_, { ids }, { idsOf }) => sql`select m.run_id as run, p.id as "productId", p.code as product, u.lot, u.sublot
    from ${idsOf(ids)} j cross join movement m
      join unit u on u.id = case m.kind when 'consumption' then m.from_unit_id else m.to_unit_id end
      join product p on p.id = u.product_id
    where m.run_id = j.id and m.kind in ('consumption', 'production-return') and u.lot <> '' and ${stands}
    group by m.run_id, p.id, p.code, u.lot, u.sublot having ${left} > 0 order by p.code, u.lot, u.sublot`,
);

/** A movement of each run that used one of some lots. */
export const usesOf: KeyedQuery<{ id: number }> = query(
  (_, { keys }, { keysOf }) => sql`select max(m.id) as id
  from ${keysOf(keys, ['product', 'lot', 'sublot'])} j cross join unit u cross join movement m
  where u.product_id = cast(j.product as bigint) and u.lot = j.lot and u.sublot = j.sublot
    and m.to_unit_id = u.id and m.kind = 'consumption' and m.run_id is not null
  group by m.run_id`,
);

/** What the versions of a lot said, the last first. */
export const versionsOfLot = query((tables, { key }: { key: string }) =>
  tables
    .selectFrom('record_version')
    .select('content')
    .where('record', '=', 'lot')
    .where('record_key', '=', key)
    .orderBy('version', 'desc'),
);

type LotNamed = { productId: number; lot: string; sublot: string };

export const firstMoveOf = query((tables, { productId, lot, sublot }: LotNamed) =>
  tables
    .selectFrom('unit')
    .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
    .select(['movement.at', 'movement.offset_minutes as offsetMinutes'])
    .where('unit.product_id', '=', productId)
    .where('unit.lot', '=', lot)
    .where('unit.sublot', '=', sublot)
    .orderBy('movement.at')
    .limit(1),
);
