import type { Database } from 'better-sqlite3';
import { type FigureRow, type Flow, flowsByUnit, noFlow } from '#shared/recalls/figures.ts';
import { notReversed, prepared, readByIds, readInSpans, type Span } from './wanted.queries.ts';

/**
 * The figures of the units a recall affects, from the moment that counts for each. Most units are summed up by
 * the store; those whose goods got or lost a name are replayed together with the units these goods lay under.
 */
export function readFlows(db: Database, units: readonly Span[]): Map<number, Flow> {
  const flows = readSums(db, units);
  const renamed = readRenamed(db, units.map(({ id }) => id));
  if (renamed.length === 0) return flows;
  const since = new Map(units.map((unit) => [unit.id, unit.since]));
  const replayed = replayFlows(db, renamed, (unit) => since.get(unit) ?? Number.NEGATIVE_INFINITY);
  for (const unit of renamed) flows.set(unit, replayed.get(unit) ?? noFlow());
  return flows;
}

/** The figures of units whose goods got or lost a name, from all movements they depend on. */
export const replayFlows = (db: Database, units: readonly number[], since?: (unit: number) => number): Map<number, Flow> =>
  flowsByUnit(readHistory(db, units), since);

/** Sums of units whose goods have one name all along. */
function readSums(db: Database, units: readonly Span[]): Map<number, Flow> {
  const rows = readInSpans<Flow & { unit: bigint }>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.to_unit_id as unit,
          ${sumOf("m.kind = 'opening'")} as opening,
          ${sumOf("m.kind = 'receipt'")} as received,
          ${sumOf("m.kind = 'output'")} as produced,
          ${sumOf("m.kind = 'consumption'")} - ${sumOf("m.kind = 'production-return'")} as consumed,
          ${sumOf("m.kind = 'shipment'")} as shipped,
          ${sumOf("m.kind = 'customer-return'")} as returned,
          ${sumOf("m.kind = 'supplier-return'")} as returnedToSupplier,
          ${sumOf("m.kind = 'scrap'")} as scrapped,
          ${sumOf("m.kind = 'sample'")} as sampled,
          ${sumOf("m.kind = 'adjustment' and m.to_place_id is not null")} - ${sumOf("m.kind = 'adjustment' and m.to_place_id is null")} as adjusted
        from wanted w cross join movement m
        where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and ${notReversed}
        group by m.to_unit_id`,
    units,
    { exact: true },
  );
  return new Map(rows.map(({ unit, ...flow }) => [Number(unit), flow]));
}

const sumOf = (condition: string): string => `coalesce(sum(m.quantity) filter (where ${condition}), 0)`;

/** The units whose goods got their name later, or gave one to others. */
export function readRenamed(db: Database, units: readonly number[]): number[] {
  if (prepared(db, 'select 1 from movement where from_unit_id <> to_unit_id limit 1').get() === undefined) return [];
  const rows = readByIds<{ id: number }>(
    db,
    (list) => `select u.id from unit u where u.id in ${list} and (
      exists (select 1 from movement m where m.from_unit_id = u.id and m.from_unit_id <> m.to_unit_id)
      or exists (select 1 from movement m where m.to_unit_id = u.id and m.from_unit_id <> m.to_unit_id))`,
    units,
  );
  return rows.map((row) => row.id);
}

/** All movements of these units, and of every unit their goods lay under before. */
function readHistory(db: Database, units: readonly number[]): FigureRow[] {
  const known = new Set(units);
  for (let frontier = [...units]; frontier.length > 0; ) {
    const sources = readByIds<{ id: number }>(
      db,
      (list) => `select distinct m.from_unit_id as id from movement m
        where m.to_unit_id in ${list} and m.from_unit_id <> m.to_unit_id and ${notReversed}`,
      frontier,
    );
    frontier = [...new Set(sources.map((row) => row.id))].filter((id) => !known.has(id));
    for (const id of frontier) known.add(id);
  }
  const ids = [...known];
  const stayed = readByIds<StoredRow>(
    db,
    (list) => `${figureColumns} from movement m where m.to_unit_id in ${list} and m.from_unit_id = m.to_unit_id
      and m.kind not in ('put-away', 'transfer', 'status', 'assign') and ${notReversed}`,
    ids,
  );
  const gaveAway = readByIds<StoredRow>(
    db,
    (list) => `${figureColumns} from movement m where m.from_unit_id in ${list} and m.from_unit_id <> m.to_unit_id and ${notReversed}`,
    ids,
  );
  return [...stayed, ...gaveAway].map((row) => ({ ...row, arrives: row.arrives === 1 }));
}

type StoredRow = Omit<FigureRow, 'arrives'> & { arrives: number };
const figureColumns = `select m.id, m.at, m.kind, m.from_unit_id as "from", m.to_unit_id as "to", m.quantity, m.to_place_id is not null as arrives`;
