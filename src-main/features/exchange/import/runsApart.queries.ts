import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';

/** A run of a work order, with what it used net of what it gave back, and what it made; "" is the order as a whole. */
export type RunRow = { workOrder: string; run: string; used: number; made: number };

const runs = query<{ ids: readonly number[] }, RunRow>(
  (_, { ids }, { idsOf }) => sql`with orders as (select distinct r.work_order from ${idsOf(ids)} j cross join movement m
        cross join run r where m.id = j.id and r.id = m.run_id)
    select r.work_order as "workOrder", r.run,
      sum(case m.kind when 'consumption' then m.quantity when 'production-return' then -m.quantity else 0 end) as used,
      sum(case m.kind when 'output' then m.quantity else 0 end) as made
    from orders o cross join run r cross join movement m
    where r.work_order = o.work_order and m.run_id = r.id and m.reverses_id is null
      and not exists (select 1 from movement b where b.reverses_id = m.id)
      and not exists (select 1 from serial_link l where l.work_order = r.work_order)
    group by r.work_order, r.run order by r.work_order, r.run`,
);

/** What the runs of the work orders of some movements used and made, but of those that have links. */
export const runsOfOrders = (work: Work, ids: readonly number[]): Promise<RunRow[]> => work.all(runs, { ids });
