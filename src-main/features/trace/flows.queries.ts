import type { Database } from 'better-sqlite3';
import { type FigureRow, type Flow, flowsByUnit, noFlow } from '#shared/recalls/figures.ts';
import { notReversed, readByIds, readInSpans, type Span } from './wanted.queries.ts';
import { readRenamed } from './wholeUnits.queries.ts';

/** The figures of units, and which of them had any deliveries or adjustments at all. */
export type FlowsRead = { flows: Map<number, Flow>; delivered: Set<number>; adjusted: Set<number> };

/**
 * The figures of the units a recall affects, from the moment that counts for each. Most units are summed up by
 * the store; those whose goods got or lost a name are replayed together with the units these goods lay under.
 */
export function readFlows(db: Database, units: readonly Span[]): FlowsRead {
  const read = readSums(db, units);
  const renamed = readRenamed(
    db,
    units.map(({ id }) => id),
  );
  if (renamed.length === 0) return read;
  const since = new Map(units.map((unit) => [unit.id, unit.since]));
  const replayed = replayFlows(db, renamed, (unit) => since.get(unit) ?? Number.NEGATIVE_INFINITY);
  for (const unit of renamed) {
    read.flows.set(unit, replayed.get(unit) ?? noFlow());
    // What came back under a name is not among its sums.
    read.delivered.add(unit);
  }
  return read;
}

/** The figures of units whose goods got or lost a name, from all movements they depend on. */
export const replayFlows = (
  db: Database,
  units: readonly number[],
  since?: (unit: number) => number,
): Map<number, Flow> => flowsByUnit(readHistory(db, units), since);

type Sums = { [name in keyof Flow]: number | bigint } & { unit: number | bigint; adjustments: number | bigint };

/** Sums of units whose goods have one name all along. */
function readSums(db: Database, units: readonly Span[]): FlowsRead {
  const read: FlowsRead = { flows: new Map(), delivered: new Set(), adjusted: new Set() };
  const add = (row: Sums): void => {
    const unit = Number(row.unit);
    read.flows.set(unit, flowOfSums(row));
    if (row.adjustments > 0) read.adjusted.add(unit);
    if (row.shipped > 0 || row.returned > 0) read.delivered.add(unit);
  };
  const large: number[] = [];
  for (const row of readInSpans<Sums>(db, sums, units)) {
    if (isExact(row)) add(row);
    else large.push(Number(row.unit));
  }
  // Whole numbers come much faster as doubles; sums beyond what those hold are read again.
  const wanted = new Set(large);
  const again = large.length === 0 ? [] : units.filter(({ id }) => wanted.has(id));
  for (const row of readInSpans<Sums>(db, sums, again, { exact: true })) add(row);
  return read;
}

const sumOf = (condition: string): string => `coalesce(sum(m.quantity) filter (where ${condition}), 0)`;

const adjustedSum = (more = ''): string =>
  `${sumOf(`m.kind = 'adjustment' and m.to_place_id is not null ${more}`)} - ${sumOf(`m.kind = 'adjustment' and m.to_place_id is null ${more}`)}`;

const sums = (wanted: string): string => `with wanted (id, since, until) as ${wanted}
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
      ${adjustedSum()} as adjusted,
      ${adjustedSum("and trim(m.reason) = ''")} as unexplained,
      count(*) filter (where m.kind = 'adjustment') as adjustments
    from wanted w cross join movement m
    where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and ${notReversed}
    group by m.to_unit_id`;

const isExact = (row: Sums): boolean => figures.every((name) => Number.isSafeInteger(row[name]));

const figures = Object.keys(noFlow()) as (keyof Flow)[]; // The keys of a literal are those of its type.

function flowOfSums(row: Sums): Flow {
  const flow = noFlow();
  for (const name of figures) if (row[name] !== 0) flow[name] = BigInt(row[name]);
  return flow;
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
    (list) =>
      `${figureColumns} from movement m where m.from_unit_id in ${list} and m.from_unit_id <> m.to_unit_id and ${notReversed}`,
    ids,
  );
  return [...stayed, ...gaveAway].map((row) => ({
    ...row,
    arrives: row.arrives === 1,
    explained: row.explained === 1,
  }));
}

type StoredRow = Omit<FigureRow, 'arrives' | 'explained'> & { arrives: number; explained: number };
const figureColumns = `select m.id, m.at, m.kind, m.from_unit_id as "from", m.to_unit_id as "to", m.quantity,
  m.to_place_id is not null as arrives, trim(m.reason) <> '' as explained`;
