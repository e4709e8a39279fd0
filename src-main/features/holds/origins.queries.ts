import { sql } from 'kysely';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { Came } from '#shared/holds/scope.ts';
import { dateOf, type Moment } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { type Source, sourcesOf } from './splits.queries.ts';
import { unitsNamed } from './units.queries.ts';

/** How goods came in, by the ids of their units: what was undone never came. What was split off came as its lot had by then. */
export async function originsOf(read: Read, unitIds: Iterable<number>): Promise<Map<number, Came[]>> {
  const units = new Set(unitIds);
  const sources = await sourcesOf(read, units);
  const all = new Set([...units, ...[...sources.values()].flatMap((some) => some.map(({ id }) => id))]);
  const own = await ownOrigins(read, all);
  const cameOfSource = ({ id, until }: Source): Came[] => own.get(id)?.filter(({ at }) => at <= until) ?? [];
  return new Map(
    Array.from(units, (id) => [id, [...(own.get(id) ?? []), ...(sources.get(id) ?? []).flatMap(cameOfSource)]]),
  );
}

async function ownOrigins(read: Read, unitIds: Iterable<number>): Promise<Map<number, (Came & { at: Moment })[]>> {
  const keys = Array.from(unitIds, (id) => [id]);
  const rows = [...(await askFor(read, selectCame, keys)), ...(await askFor(read, selectNamed, keys))];
  const suppliers = Map.groupBy(await askFor(read, selectSuppliers, keys), ({ unitId }) => unitId);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  const came = new Map<number, (Came & { at: Moment })[]>();
  for (const [unitId] of keys) {
    if (unitId === undefined) continue;
    const own = byUnit.get(unitId) ?? [];
    const all = own.map(({ kind, partner, workOrder, at, offsetMinutes }) => ({
      at,
      supplier: kind === 'receipt' ? partner : '',
      workOrder: kind === 'output' ? workOrder : '',
      on: dateOf(at, offsetMinutes),
    }));
    // A lot says its supplier where its receipt may have had no name yet.
    for (const { supplier } of suppliers.get(unitId) ?? []) {
      const days = own
        .filter(({ kind }) => kind !== 'output')
        .map((row) => ({ at: row.at, on: dateOf(row.at, row.offsetMinutes) }));
      const onSomeDay = { at: 0, on: '' as const };
      for (const day of days.length === 0 ? [onSomeDay] : days) all.push({ supplier, workOrder: '', ...day });
    }
    came.set(unitId, all);
  }
  return came;
}

/** How goods came in that are named so; one list for each. */
export async function cameOf(read: Read, goods: readonly (readonly Unit[])[]): Promise<Came[][]> {
  const found = await unitsNamed(
    read,
    goods.flatMap((units) => units.flatMap((unit) => [unit, { ...unit, serial: '' }])),
  );
  const origins = await originsOf(
    read,
    Array.from(found.values(), ({ id }) => id),
  );
  const of = (unit: Unit): Came[] =>
    origins.get(found.get([unit.product, unit.lot, unit.sublot, unit.serial].join(partSeparator))?.id ?? 0) ?? [];
  return goods.map((units) =>
    units.flatMap((unit) => {
      // A serial is from where it came itself; one that was named when it left, from where its lot came.
      const own = of(unit);
      return own.length > 0 ? own : of({ ...unit, serial: '' });
    }),
  );
}

type CameRow = {
  unitId: number;
  kind: string;
  partner: string;
  workOrder: string;
  at: number;
  offsetMinutes: number;
};

const cameIn = (table: string) => sql`${sql.ref(`${table}.from_place_id`)} is null
  and ${sql.ref(`${table}.kind`)} in ('opening', 'receipt', 'output') and ${sql.ref(`${table}.reverses_id`)} is null
  and not exists (select 1 from movement b where b.reverses_id = ${sql.ref(`${table}.id`)})`;

const selectCame: KeyedQuery<CameRow> = query(
  (_, { keys }, { keysOf }) => sql`select distinct m.to_unit_id as "unitId", m.kind, coalesce(p.code, '') as partner,
    coalesce(r.work_order, '') as "workOrder", m.at, m.offset_minutes as "offsetMinutes"
  from ${keysOf(keys, ['id'])} j cross join movement m left join partner p on p.id = m.partner_id left join run r on r.id = m.run_id
  where m.to_unit_id = cast(j.id as bigint) and ${cameIn('m')}`,
);

// Goods that got their name later came with the document that named them, or nobody recorded with which; those of another
// lot came as that did.
const selectNamed: KeyedQuery<CameRow> = query(
  (_, { keys }, { keysOf }) => sql`select distinct n.to_unit_id as "unitId", coalesce(m.kind, 'opening') as kind,
    coalesce(p.code, '') as partner, coalesce(r.work_order, '') as "workOrder", n.at, n.offset_minutes as "offsetMinutes"
  from ${keysOf(keys, ['id'])} j cross join movement n cross join unit f
    left join movement m on m.document = n.document and m.to_unit_id = n.from_unit_id and ${cameIn('m')}
    left join partner p on p.id = m.partner_id left join run r on r.id = m.run_id
  where n.to_unit_id = cast(j.id as bigint) and f.id = n.from_unit_id and n.from_unit_id <> n.to_unit_id
    and (f.lot = '' or n.from_place_id is null) and n.reverses_id is null
    and not exists (select 1 from movement b where b.reverses_id = n.id)`,
);

const selectSuppliers: KeyedQuery<{ unitId: number; supplier: string }> = query(
  (_, { keys }, { keysOf }) => sql`select u.id as "unitId", p.code as supplier
  from ${keysOf(keys, ['id'])} j cross join unit u cross join lot l cross join partner p
  where u.id = cast(j.id as bigint) and u.lot <> '' and l.product_id = u.product_id and l.lot = u.lot
    and l.sublot in (u.sublot, '') and p.id = l.supplier_id`,
);
