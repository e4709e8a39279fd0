import type { Database } from 'better-sqlite3';
import { exactSum, readSum } from '#main/store/exactSum.ts';
import type { Traced } from './traced.queries.ts';
import type { TraceLists, WalkedRuns } from './traceLists.queries.ts';
import { notReversed, readInSpans } from './wanted.queries.ts';

/** How much of a unit was received, made or named on the way of a trace, and how much went into the runs on it. */
export type TracedAmount = { cameIn: bigint; used: bigint };

type Moved = { unit: number; kind: string; workOrder: string | null; run: string | null; quantity: string };

/**
 * The amounts of some units of a trace. What the unit asked about was made of or went into beyond the trace is no part of
 * it, nor what a lot gave to runs that the trace does not pass. What a run gave back, whenever, it did not use. Where links tie an order, they say how much.
 */
export function readTracedAmounts(
  db: Database,
  { traced: { direction, roots }, links }: Pick<TraceLists, 'links'> & { traced: Pick<Traced, 'direction' | 'roots'> },
  units: Traced['units'],
  walkedOf: (workOrders: ReadonlySet<string>) => WalkedRuns,
): Map<number, TracedAmount> {
  const rows = readInSpans<Moved>(
    db,
    (wanted) => `with wanted (id, since, until) as ${wanted}
      select m.to_unit_id as unit, m.kind, r.work_order as "workOrder", r.run, ${exactSum('m.quantity')} as quantity
        from wanted w cross join movement m left join run r on r.id = m.run_id
        where m.to_unit_id = w.id and m.at >= w.since and (m.at <= w.until or m.kind = 'production-return') and ${notReversed}
          and (m.kind in ('opening', 'receipt', 'output', 'consumption', 'production-return')
            or (m.from_unit_id <> m.to_unit_id and m.from_place_id is not null))
        group by m.to_unit_id, m.kind, r.work_order, r.run`,
    units,
  );
  const walked = walkedOf(new Set(rows.flatMap(({ workOrder }) => (workOrder === null ? [] : [workOrder]))));
  /** A row without a run is tied to every run of its order, and so is a run without a name to every row. */
  const isOnTheWay = ({ workOrder, run }: Moved): boolean => {
    const runs = walked.get(workOrder ?? '');
    return runs !== undefined && (!run || runs.has('') || runs.has(run));
  };
  const asked = new Set(roots.map(({ id }) => id));
  const linked = new Set(links.map(({ component, workOrder }) => `${component} ${workOrder}`));
  const amounts = new Map(units.map(({ id }) => [id, { cameIn: 0n, used: 0n }]));
  for (const row of rows) {
    const amount = amounts.get(row.unit);
    if (amount === undefined) continue;
    const quantity = readSum(row.quantity);
    if (row.kind === 'consumption' || row.kind === 'production-return') {
      if (isOnTheWay(row) && !linked.has(`${row.unit} ${row.workOrder}`))
        amount.used += row.kind === 'consumption' ? quantity : -quantity;
    } else if (row.kind !== 'output' || direction === 'upstream' || asked.has(row.unit) || isOnTheWay(row))
      amount.cameIn += quantity;
  }
  for (const { component, quantity } of links) {
    const amount = amounts.get(component);
    if (amount !== undefined) amount.used += BigInt(quantity);
  }
  return amounts;
}
