import { sql } from 'kysely';
import { isSplit } from '#main/features/holds/splits.queries.ts';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import type { Read } from '#main/store/views.ts';
import { query } from '#main/store/query.ts';
import type { Moment } from '#shared/kernel/dates.ts';

/** Movements in the order of the journal: what was posted after goods were split off is nothing to them. */
type Step = { id: number; target: number; source: number };
type Released = { id: number; unit: number; at: Moment };

/**
 * When goods of units that were never released themselves had been, before they were split off or merged from others: of
 * several, what was released first or never counts.
 */
export async function inheritedReleases(
  read: Pick<Read, 'all'>,
  unitIds: readonly number[],
): Promise<(unit: number) => Moment | null> {
  const steps = new Map<number, Step[]>();
  for (let frontier = [...new Set(unitIds)]; frontier.length > 0; ) {
    const rows = await askFor(read, stepsInto, frontier.map(asKey));
    for (const id of frontier) steps.set(id, []);
    for (const row of rows) steps.get(row.target)?.push(row);
    frontier = [...new Set(rows.map(({ source }) => source))].filter((id) => !steps.has(id));
  }
  const sources = new Set([...steps.values()].flat().map(({ source }) => source));
  const releases = Map.groupBy(await askFor(read, releasesOf, [...sources].map(asKey)), ({ unit }) => unit);
  // Goods go round where a lot was merged back into the one it was split off; a step back is always earlier.
  const before = (unit: number, movement: number): Moment | null => {
    const own = (releases.get(unit) ?? []).filter(({ id }) => id < movement).map(({ at }) => at);
    return own.length > 0 ? Math.max(...own) : inherited(unit, movement);
  };
  const inherited = (unit: number, movement: number): Moment | null => {
    let first: Moment | null = null;
    for (const { source, id } of (steps.get(unit) ?? []).filter((step) => step.id < movement)) {
      const released = before(source, id);
      if (released === null) return null;
      first = first === null ? released : Math.min(first, released);
    }
    return first;
  };
  return (unit) => inherited(unit, Number.POSITIVE_INFINITY);
}

const asKey = (id: number): [number] => [id];

const stepsInto: KeyedQuery<Step> = query(
  (_, { keys }, { keysOf }) => sql`select n.id, n.to_unit_id as target, n.from_unit_id as source
  from ${keysOf(keys, ['id'])} j cross join movement n cross join unit f cross join unit t
  where n.to_unit_id = cast(j.id as bigint) and f.id = n.from_unit_id and t.id = n.to_unit_id and ${isSplit('n', 'f', 't')}`,
);

const releasesOf: KeyedQuery<Released> = query(
  (_, { keys }, { keysOf }) => sql`select m.id, m.to_unit_id as unit, m.at
  from ${keysOf(keys, ['id'])} j cross join movement m
  where m.to_unit_id = cast(j.id as bigint) and m.kind = 'status' and m.status_to like 'A%' and m.status_from not like 'A%'
    and m.reverses_id is null and not exists (select 1 from movement r where r.reverses_id = m.id)`,
);
