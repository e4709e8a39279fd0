import type { Database } from 'better-sqlite3';
import { exactSum, readSum } from '#main/store/exactSum.ts';
import { largestStored } from '#shared/kernel/quantity.ts';
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

type Figure = keyof Flow;
type Counted<Sum> = Record<Figure, Sum> & { unit: number; adjustments: number };

/** Sums of units whose goods have one name all along. */
function readSums(db: Database, units: readonly Span[]): FlowsRead {
  const read: FlowsRead = { flows: new Map(), delivered: new Set(), adjusted: new Set() };
  const add = <Sum>(row: Counted<Sum>, valueOf: (sum: Sum) => bigint): void => {
    const flow = noFlow();
    for (const name of figures) if (row[name] !== 0) flow[name] = valueOf(row[name]);
    read.flows.set(row.unit, flow);
    if (row.adjustments > 0) read.adjusted.add(row.unit);
    if (flow.shipped > 0n || flow.returned > 0n) read.delivered.add(row.unit);
  };
  const large = new Set<number>();
  for (const row of readInSpans<Counted<number> & { moved: number }>(db, doubles, units)) {
    if (row.moved <= largestStored) add(row, BigInt);
    else large.add(row.unit);
  }
  // Doubles come much faster; of units that moved more than those hold the sums are read again.
  const again = large.size === 0 ? [] : units.filter(({ id }) => large.has(id));
  for (const row of readInSpans<Counted<string>>(db, exactly, again)) add(row, readSum);
  return read;
}

const figures = Object.keys(noFlow()) as Figure[]; // The keys of a literal are those of its type.

const netOf = (arrives: string): string => `case when ${arrives} then m.quantity else -m.quantity end`;
const adjusted = netOf('m.to_place_id is not null');

type SumOf = (quantity: string, condition: string) => string;

const sums = (wanted: string, sumOf: SumOf, more = ''): string => {
  const ofKind = (kind: string): string => sumOf('m.quantity', `m.kind = '${kind}'`);
  return `with wanted (id, since, until) as ${wanted}
  select m.to_unit_id as unit,
      ${ofKind('opening')} as opening,
      ${ofKind('receipt')} as received,
      ${ofKind('output')} as produced,
      ${sumOf(netOf("m.kind = 'consumption'"), "m.kind in ('consumption', 'production-return')")} as consumed,
      ${ofKind('shipment')} as shipped,
      ${ofKind('customer-return')} as returned,
      ${ofKind('supplier-return')} as returnedToSupplier,
      ${ofKind('scrap')} as scrapped,
      ${ofKind('sample')} as sampled,
      ${sumOf(adjusted, "m.kind = 'adjustment'")} as adjusted,
      ${sumOf(adjusted, "m.kind = 'adjustment' and trim(m.reason) = ''")} as unexplained,
      count(*) filter (where m.kind = 'adjustment') as adjustments${more}
    from wanted w cross join movement m
    where m.to_unit_id = w.id and m.at >= w.since and m.at <= w.until and ${notReversed}
    group by m.to_unit_id`;
};
const double: SumOf = (quantity, condition) => `total(${quantity}) filter (where ${condition})`;
const doubles = (wanted: string): string => sums(wanted, double, ', total(m.quantity) as moved');
const exactly = (wanted: string): string => sums(wanted, exactSum);

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
