import type { Work } from '#main/store/work.ts';

/** What an import asks the store it writes to, inside its own unit of work. */

export const holdsMovements = (work: Work): boolean => work.one('select 1 from movement limit 1') !== undefined;

export const holdsProducts = (work: Work): boolean => work.one('select 1 from product limit 1') !== undefined;

/** Keys of rows without an id, and how often each stands in the store. */
export function keysOf(work: Work, table: 'movement' | 'serial_link'): { key: Buffer; times: number }[] {
  const only = table === 'movement' ? 'external_id is null and row_start is null and' : '';
  return work.all(
    `select row_key as key, count(*) as times from ${table} where ${only} row_key is not null group by row_key`,
  );
}

/** The key of the movement with an id; undefined when there is none. */
export const keyOfMovement = (work: Work, externalId: string): { rowKey: Buffer | null } | undefined =>
  work.one('select row_key as rowKey from movement where external_id = ?', externalId);

/** Units a work order made or consumed, with the first time of each; reversed movements left out. */
export const unitsOfOrder = (work: Work, workOrder: string): { kind: string; unitId: number; at: number }[] =>
  work.all(
    `select m.kind, m.to_unit_id as unitId, min(m.at) as at from movement m join run r on r.id = m.run_id
     where r.work_order = ? and m.kind in ('consumption', 'output') and m.reverses_id is null
       and not exists (select 1 from movement b where b.reverses_id = m.id)
     group by m.kind, m.to_unit_id order by m.kind, m.to_unit_id`,
    workOrder,
  );
