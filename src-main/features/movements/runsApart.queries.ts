import { sql } from 'kysely';
import { comparableSumSql } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import type { RunUse } from '#shared/movements/runsApart.ts';

/** A run of a work order. */
export type RunRow = RunUse & { workOrder: string };

const used = comparableSumSql(
  "case m.kind when 'consumption' then m.quantity when 'production-return' then -m.quantity else 0 end",
);
const made = comparableSumSql("case m.kind when 'output' then m.quantity else 0 end");

const runs = query<{ ids: readonly number[] }, RunRow>(
  (_, { ids }, { idsOf }) => sql`with orders as (select distinct r.work_order from ${idsOf(ids)} j cross join movement m
        cross join run r where m.id = j.id and r.id = m.run_id)
    select r.work_order as "workOrder", r.run,
      ${used} as used, ${made} as made
    from orders o cross join run r cross join movement m
    where r.work_order = o.work_order and m.run_id = r.id and m.reverses_id is null
      and not exists (select 1 from movement b where b.reverses_id = m.id)
      and not exists (select 1 from serial_link l where l.work_order = r.work_order)
    group by r.work_order, r.run order by r.work_order, r.run`,
);

/** What the runs of the work orders of some movements used and made, but of those that have links. */
export const runsOfOrders = (work: Work, ids: readonly number[]): Promise<RunRow[]> => work.all(runs, { ids });

const does = (run: 'mine' | 'other', kind: 'consumption' | 'output'): string =>
  `exists (select 1 from movement k where k.run_id = ${run}.id and k.kind = '${kind}' and k.reverses_id is null
    and not exists (select 1 from movement b where b.reverses_id = k.id))`;

const oneSided = `select 1 from run mine join run other on other.work_order = mine.work_order and other.run <> mine.run
  where mine.work_order = ? and mine.run = ?
    and ((${does('mine', 'output')} and not ${does('mine', 'consumption')} and ${does('other', 'consumption')} and not ${does('other', 'output')})
      or (${does('mine', 'consumption')} and not ${does('mine', 'output')} and ${does('other', 'output')} and not ${does('other', 'consumption')}))
  limit 1`;

const beside = 'select 1 from run where work_order = ? and run <> ? limit 1';

/** Whether a run and another of its work order may be apart: asked first, since an order may have very many movements. */
export const mayBeApart = (work: Work, { workOrder, run }: { workOrder: string; run: string }): boolean =>
  // Most orders have one run, for which the longer question takes a tenth of a posting.
  work.one(beside, workOrder, run) !== undefined && work.one(oneSided, workOrder, run) !== undefined;
