import { sql } from 'kysely';
import type { UnitFacts } from '#main/ledger/facts.ts';
import { askFor } from '#main/store/askFor.ts';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';

/** Queries of an import to the store it writes to, inside its own unit of work. */

/** Every code of the products, partners or places there are. */
export const codesOf = (work: Work, of: 'products' | 'partners' | 'locations'): string[] =>
  work.all<{ code: string }>(codesIn[of]).map(({ code }) => code);

const codesIn = {
  products: 'select code from product',
  partners: 'select code from partner',
  locations: 'select code from place',
} as const;

/** Whether anything was ever done in the store, be it that people were set up and nothing else. */
export const isUsed = (work: Work): boolean =>
  work.one("select 1 from audit_entry where outcome = 'done' limit 1") !== undefined;

/** Keys of rows without an id, and how often each is in the store. */
export function keysOf(work: Work, table: 'movement' | 'serial_link'): { key: Buffer; times: number }[] {
  const only = table === 'movement' ? 'external_id is null and row_start is null and' : '';
  return work.all(
    `select row_key as key, count(*) as times from ${table} where ${only} row_key is not null group by row_key`,
  );
}

/** A movement of the store that a row with an id wrote, and the key of that row's content. */
export type StoredRow = { movement: number; rowKey: Buffer | null };

const rowKeys = query<{ keys: string }, StoredRow & { id: string }>(
  (
    _,
    { keys },
  ) => sql`select m.external_id as id, m.id as movement, m.row_key as "rowKey" from json_each(${keys}) j cross join movement m
    where m.external_id = j.value->>0`,
);

/** Those of some movements that the store holds, by their ids. */
export async function keysOfMovements(work: Work, externalIds: readonly string[]): Promise<Map<string, StoredRow>> {
  const rows = await askFor(
    work,
    rowKeys,
    externalIds.map((id) => [id]),
  );
  return new Map(rows.map(({ id, movement, rowKey }) => [id, { movement, rowKey }]));
}

const notUndone = 'm.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)';

export type OrderUnitRow = Omit<UnitFacts, 'leaf'> & {
  workOrder: string;
  kind: 'consumption' | 'output';
  leaf: number;
  /** An exact sum. */
  quantity: string;
  stands: number;
  at: number;
};

const usedInOrders = query<{ keys: string }, OrderUnitRow>(
  (_, { keys }) => sql`with used (work_order, kind, unit_id, quantity, stands, at) as (
      select r.work_order, m.kind, m.to_unit_id, ${exactSumSql('m.quantity')}, max(case when ${sql.raw(notUndone)} then 1 else 0 end),
        coalesce(min(case when ${sql.raw(notUndone)} then m.at end), min(m.at))
      from json_each(${keys}) j cross join run r cross join movement m
      where r.work_order = j.value->>0 and m.run_id = r.id and m.kind in ('consumption', 'output') and m.reverses_id is null
      group by r.work_order, m.kind, m.to_unit_id)
    select o.work_order as "workOrder", o.kind, o.quantity, o.stands, o.at, u.id, u.product_id as "productId", p.code as product,
      u.lot, u.sublot, u.serial, u.leaf
    from used o join unit u on u.id = o.unit_id join product p on p.id = u.product_id order by o.work_order, o.kind, o.unit_id`,
);

/**
 * Units that work orders ever made or consumed: how much of each, and when first. `stands` is 0 where all of it was
 * reversed; `at` then is the first time all the same.
 */
export const unitsOfOrders = (work: Work, workOrders: readonly string[]): Promise<OrderUnitRow[]> =>
  askFor(
    work,
    usedInOrders,
    workOrders.map((workOrder) => [workOrder]),
  );

const linked = query<{ keys: string }, { workOrder: string; unitId: number; quantity: string }>(
  (
    _,
    { keys },
  ) => sql`select l.work_order as "workOrder", l.component_unit_id as "unitId", ${exactSumSql('l.quantity')} as quantity
    from json_each(${keys}) j cross join serial_link l where l.work_order = j.value->>0
    group by l.work_order, l.component_unit_id`,
);

/** How much of each component the links of work orders name already. */
export const linkedInOrders = (
  work: Work,
  workOrders: readonly string[],
): Promise<{ workOrder: string; unitId: number; quantity: string }[]> =>
  askFor(
    work,
    linked,
    workOrders.map((workOrder) => [workOrder]),
  );

/** Whether the store holds any lot. */
export const hasLots = (work: Work): boolean => work.one('select 1 from lot limit 1') !== undefined;

const lotAndSublots = query((tables, { productId, lot }: { productId: number; lot: string }) =>
  tables
    .selectFrom('lot')
    .select([
      'sublot',
      'manufactured_on as manufacturedOn',
      'expires_on as expiresOn',
      'best_before_on as bestBeforeOn',
    ])
    .select(['use_by_on as useByOn', 'retest_on as retestOn'])
    .where('product_id', '=', productId)
    .where('lot', '=', lot)
    .orderBy('sublot'),
);

/** The dates of a lot and its sublots in the store; the lot first, where it is known itself. */
export const datesOfLot = (work: Work, lot: { productId: number; lot: string }) => work.all(lotAndSublots, lot);

const datesOfAll = query((tables, { productId }: { productId: number }) =>
  tables
    .selectFrom('lot')
    .select(['lot', 'sublot', 'manufactured_on as manufacturedOn'])
    .select(['expires_on as expiresOn', 'best_before_on as bestBeforeOn'])
    .select(['use_by_on as useByOn', 'retest_on as retestOn'])
    .where('product_id', '=', productId),
);

/** The dates of all lots and sublots of a product. */
export const datesOfLots = (work: Work, productId: number) => work.all(datesOfAll, { productId });

/** An earlier movement that took goods of a lot out, to a customer or into production, or brought them in. */
export type IssueRow = {
  at: number;
  offsetMinutes: number;
  kind: 'shipment' | 'consumption' | 'receipt' | 'output';
  document: string;
  statusFrom: string;
  serial: string;
  rowKey: Buffer | null;
};

/** Those of a lot up to a movement, oldest first, but for what was undone; of a range of serials the first. */
export const issuesOfLot = (
  work: Work,
  lot: { productId: number; lot: string; sublot: string; lastMovement: number },
): IssueRow[] =>
  work.all(
    `select m.at, m.offset_minutes as offsetMinutes, m.kind, m.document, m.status_from as statusFrom, u.serial, m.row_key as rowKey
     from unit u join movement m on m.to_unit_id = u.id
     where u.product_id = @productId and u.lot = @lot and u.sublot = @sublot and m.kind in ('shipment', 'consumption', 'receipt', 'output')
       and m.id <= @lastMovement and m.row_start is null and ${notUndone}
     order by m.at, m.id`,
    lot,
  );

const releases = query((tables, { productId, lot }: { productId: number; lot: string }) =>
  tables
    .selectFrom('unit')
    .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
    .select(['movement.at', 'movement.offset_minutes as offsetMinutes'])
    .where('unit.product_id', '=', productId)
    .where('unit.lot', '=', lot)
    .where('movement.kind', '=', 'status')
    .where('movement.status_to', 'like', 'A%')
    .where('movement.status_from', 'not like', 'A%')
    .where('movement.reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('movement as back').select('back.id').whereRef('back.reverses_id', '=', 'movement.id'))),
    ),
);

/** When a lot was released by a change of status, whichever part of it, but for what was undone. */
export const releasesOfLot = (work: Work, lot: { productId: number; lot: string }) => work.all(releases, lot);

type LotOfProduct = { productId: number; lot: string; sublot: string };

const firstOfLot = query((tables, { productId, lot, sublot, until }: LotOfProduct & { until: number }) =>
  tables
    .selectFrom('unit')
    .innerJoin('movement', 'movement.to_unit_id', 'unit.id')
    .select(['movement.at', 'movement.offset_minutes as offsetMinutes', 'movement.document'])
    .where('unit.product_id', '=', productId)
    .where('unit.lot', '=', lot)
    .where('unit.sublot', '=', sublot)
    .where('movement.id', '<=', until)
    .where('movement.reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('movement as back').select('back.id').whereRef('back.reverses_id', '=', 'movement.id'))),
    )
    .orderBy('movement.at')
    .orderBy('movement.id')
    .limit(1),
);

/** The first movement of a lot up to a movement, but for what was undone. */
export const firstMovementOfLot = (work: Work, lot: LotOfProduct & { until: number }) => work.one(firstOfLot, lot);

const withoutLastDay = query((tables, { productId }: { productId: number }) =>
  tables
    .selectFrom('lot')
    .select(['lot', 'sublot', 'manufactured_on as manufacturedOn'])
    .select(['expires_on as expiresOn', 'use_by_on as useByOn', 'retest_on as retestOn'])
    .where('product_id', '=', productId)
    .where(({ or, eb }) => or([eb('expires_on', 'is', null), eb('use_by_on', 'is', null)]))
    .orderBy('id'),
);

/** The lots of a product that lack a last day. */
export const undatedLots = (work: Work, productId: number) => work.all(withoutLastDay, { productId });

const stands = sql`m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`;

export type LinkedRow = {
  workOrder: string;
  unitId: number;
  product: string;
  lot: string;
  sublot: string;
  used: bigint;
  linked: bigint;
};

type Sums = Omit<LinkedRow, 'used' | 'linked'> & { used: string; back: string; linked: string };

const beyondUse = query<{ ids: readonly number[] }, Sums>(
  (_, { ids }, { idsOf }) => sql`with linked (work_order, unit_id, quantity) as (
      select l.work_order, j.id, ${exactSumSql('l.quantity')} from ${idsOf(ids)} j cross join serial_link l
      where l.component_unit_id = j.id group by l.work_order, j.id),
    moved (work_order, unit_id, quantity, used, back) as (
      select k.work_order, k.unit_id, k.quantity, ${exactSumSql('m.quantity', "m.kind = 'consumption'")},
        ${exactSumSql('m.quantity', "m.kind = 'production-return'")}
      from linked k cross join run r cross join movement m
      where r.work_order = k.work_order and m.run_id = r.id and ${stands}
        and (m.kind = 'consumption' and m.to_unit_id = k.unit_id or m.kind = 'production-return' and m.from_unit_id = k.unit_id)
      group by k.work_order, k.unit_id, k.quantity)
    select k.work_order as "workOrder", k.unit_id as "unitId", p.code as product, u.lot, u.sublot, k.used, k.back, k.quantity as linked
    from moved k join unit u on u.id = k.unit_id join product p on p.id = u.product_id
    order by k.work_order, k.unit_id`,
);

/**
 * Of some units the work orders whose links name more of them than was used and not given back, though no more than was
 * used.
 */
export async function linkedBeyondUse(work: Work, ids: readonly number[]): Promise<LinkedRow[]> {
  return (await work.all(beyondUse, { ids })).flatMap(({ back, ...row }) => {
    const [used, linked, givenBack] = [readSum(row.used), readSum(row.linked), readSum(back)];
    const isBeyond = linked > used - givenBack && linked <= used && givenBack > 0n && givenBack <= used;
    return isBeyond ? [{ ...row, used: used - givenBack, linked }] : [];
  });
}

export type OpenedRow = {
  unitId: number;
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  opening: string;
  document: string;
  kind: string;
};

const [dayOfMove, dayOfOpening] = [
  sql`((m.at + m.offset_minutes * 60000000) / 86400000000)`,
  sql`((o.at + o.offset_minutes * 60000000) / 86400000000)`,
];

const openedLate = query<{ ids: readonly number[]; last: number }, OpenedRow>(
  (_, { ids, last }, { idsOf }) => sql`with opened as (
      select j.id as unit_id, o.document as opening, m.document, m.kind, row_number() over (partition by j.id order by m.at, m.id) as place
      from ${idsOf(ids)} j cross join unit u cross join movement o cross join movement m
      where u.id = j.id and o.to_unit_id = j.id and o.kind = 'opening' and m.to_unit_id = j.id and m.at < o.at
        and (m.kind = 'opening' and m.to_place_id = o.to_place_id and ${dayOfMove} < ${dayOfOpening}
            and (u.lot <> '' or u.serial <> '' or m.quantity = o.quantity)
          or m.kind <> 'opening' and (u.lot <> '' or u.serial <> '')
            and (m.kind in ('receipt', 'output') or o.to_place_id in (m.from_place_id, m.to_place_id)))
        and (o.id > ${last} or m.id > ${last}) and o.reverses_id is null
        and not exists (select 1 from movement b where b.reverses_id = o.id) and ${stands})
    select o.unit_id as "unitId", p.code as product, u.lot, u.sublot, u.serial, o.opening, o.document, o.kind
    from opened o join unit u on u.id = o.unit_id join product p on p.id = u.product_id where o.place = 1 order by o.unit_id`,
);

/** Of some units those that came in or moved before they were opened, by two movements of which one is after `last`. */
export const openedAfterMoves = (work: Work, asked: { ids: readonly number[]; last: number }): Promise<OpenedRow[]> =>
  work.all(openedLate, asked);
