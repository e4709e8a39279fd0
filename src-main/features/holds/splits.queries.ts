import { type RawBuilder, sql } from 'kysely';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { HoldScope } from '#shared/holds/scope.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { NamedUnit } from './units.queries.ts';

/** Goods of a lot that some of another lot was split off or merged from; what it did after `until` is nothing to that one. */
export type Source = NamedUnit & { until: Moment };

type Step = NamedUnit & { target: number; at: Moment };

/** That movement `n` made goods of one lot, unit `f`, goods of another, unit `t`; what was undone never did. */
export const isSplit = (n: string, f: string, t: string): RawBuilder<unknown> => {
  const [naming, from, to] = [sql.ref(n), sql.ref(f), sql.ref(t)];
  return sql`${naming}.from_unit_id <> ${naming}.to_unit_id and ${naming}.from_place_id is not null
    and ${naming}.to_place_id is not null and ${from}.lot <> '' and ${from}.serial = ${to}.serial
    and ${naming}.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = ${naming}.id)`;
};

/** All that goods of some units were split off or merged from, over as many steps as there are; nothing for most. */
export async function sourcesOf(read: Pick<Read, 'all'>, unitIds: Iterable<number>): Promise<Map<number, Source[]>> {
  const steps = new Map<number, Step[]>();
  const asked = new Set(unitIds);
  for (let frontier = [...asked]; frontier.length > 0; ) {
    const rows = await askFor(read, selectSources, frontier.map(asKey));
    for (const id of frontier) steps.set(id, []);
    for (const row of rows) steps.get(row.target)?.push(row);
    frontier = [...new Set(rows.map(({ id }) => id))].filter((id) => !steps.has(id));
  }
  return new Map(Array.from(asked, (id) => [id, walk(id, steps)]));
}

/** Goods go round where a lot was merged back into the one it was split off, so each is met once for each later end. */
function walk(unit: number, steps: ReadonlyMap<number, readonly Step[]>): Source[] {
  const found = new Map<number, Source>();
  const waiting = [{ id: unit, until: Number.POSITIVE_INFINITY }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const { target: _, at: until, ...source } of steps.get(next.id) ?? []) {
      if (until > next.until || (found.get(source.id)?.until ?? Number.NEGATIVE_INFINITY) >= until) continue;
      found.set(source.id, { ...source, until });
      waiting.push({ id: source.id, until });
    }
  found.delete(unit);
  return [...found.values()];
}

const asKey = (id: number): [number] => [id];

const selectSources: KeyedQuery<Step> = query(
  (
    _,
    { keys },
    { keysOf },
  ) => sql`select distinct n.to_unit_id as target, n.at, f.id, p.code as product, f.lot, f.sublot, f.serial
  from ${keysOf(keys, ['id'])} j cross join movement n cross join unit f cross join unit t cross join product p
  where n.to_unit_id = cast(j.id as bigint) and f.id = n.from_unit_id and t.id = n.to_unit_id and p.id = f.product_id
    and ${isSplit('n', 'f', 't')}`,
);

type LotName = Pick<Unit, 'product' | 'lot' | 'sublot'>;

/** A lot that goods of another, `of`, went into. */
type MadeOf = LotName & { ofLot: string; ofSublot: string };

/** All lots that goods of some went into by splits and merges, over as many steps as there are. */
export const madeOf = (read: Pick<Read, 'all'>, lots: readonly LotName[]): Promise<MadeOf[]> =>
  askFor(
    read,
    selectMade,
    lots.map(({ product, lot, sublot }) => [product, lot, sublot]),
  );

const selectMade: KeyedQuery<MadeOf> = query(
  (_, { keys }, { keysOf }) => sql`with recursive made (product, lot, sublot, unit_id) as (
    select j.product, j.lot, j.sublot, u.id
    from ${keysOf(keys, ['product', 'lot', 'sublot'])} j cross join product p cross join unit u
    where p.code = j.product and u.product_id = p.id and u.lot = j.lot and j.sublot in ('', u.sublot)
    union
    select m.product, m.lot, m.sublot, n.to_unit_id
    from made m cross join movement n cross join unit f cross join unit t
    where n.from_unit_id = m.unit_id and f.id = n.from_unit_id and t.id = n.to_unit_id and ${isSplit('n', 'f', 't')})
  select distinct m.product, m.lot as "ofLot", m.sublot as "ofSublot", u.lot, u.sublot
  from made m cross join unit u where u.id = m.unit_id and not (u.lot = m.lot and m.sublot in ('', u.sublot))`,
);

/** Holds with all they are on: a lot, and those that were split off or merged from it, each as a scope of its own. */
export async function withMadeOf<S extends HoldScope>(
  read: Pick<Read, 'all'>,
  holds: readonly S[],
): Promise<Map<S, S[]>> {
  const made = await madeOf(read, holds.filter(isOnLots));
  const of = Map.groupBy(made, ({ product, ofLot, ofSublot }) => [product, ofLot, ofSublot].join(partSeparator));
  return new Map(
    holds.map((hold) => {
      const lots = isOnLots(hold) ? (of.get([hold.product, hold.lot, hold.sublot].join(partSeparator)) ?? []) : [];
      return [hold, [hold, ...lots.map(({ lot, sublot }) => ({ ...hold, lot, sublot }))]];
    }),
  );
}

/** Serials keep their lot. */
const isOnLots = ({ lot, serialFrom }: HoldScope): boolean => lot !== '' && serialFrom === '';
