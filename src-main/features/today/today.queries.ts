import type { QueriesOf } from '#main/context/context.ts';
import { readLots } from '#main/features/lots/lots.queries.ts';
import type { Task } from '#shared/today/contract.ts';
import { groupOf } from '#shared/today/due.ts';
import { type TaskGroup, taskGroups } from '#shared/today/vocabulary.ts';
import { daysAhead, daysBefore } from './days.queries.ts';
import { duties, lastBackupAt } from './duties.queries.ts';
import { lotsSince, lotsThatWait, nextToExpire } from './goods.queries.ts';

/** What waits before it is read in full: goods by their lot's id, or a duty that is whole already. */
type Waiting = Awaited<ReturnType<typeof lotsThatWait>>['waiting'][number] | Awaited<ReturnType<typeof duties>>[number];

export const todayQueries: QueriesOf<'today'> = {
  async list({ today, limit }, context) {
    const { reader, read } = context;
    const { waiting, counts } = await lotsThatWait(context, today);
    const groups = new Map<TaskGroup, Waiting[]>(taskGroups.map((group) => [group, []]));
    for (const one of [...waiting, ...(await duties(context))]) {
      const group = groupOf(one.due, today);
      if (group !== undefined) groups.get(group)?.push(one);
    }
    const shown = [...groups.values()].flatMap((tasks) => tasks.slice(0, limit));
    const ids = shown.flatMap((one) => ('id' in one ? [one.id] : []));
    const lots = new Map(readLots(reader.db, ids).map((lot, index) => [ids[index], lot]));
    const since = await lotsSince(read, ids);
    const next = nextToExpire(reader.db, today);
    return {
      groups: [...groups].map(([group, tasks]) => ({
        group,
        total: tasks.length,
        tasks: tasks.slice(0, limit).flatMap((one): Task[] => {
          if (!('id' in one)) return [{ user: '', entry: 0, count: 0, ...one }];
          const { id, ...rest } = one;
          const lot = lots.get(id);
          return lot === undefined ? [] : [{ ...rest, since: since.get(id) ?? '', lot }];
        }),
      })),
      counts,
      lastBackup: await lastBackupAt(context),
      next: readLots(reader.db, next)[0] ?? null,
    };
  },

  async days({ today }, context) {
    return { past: await daysBefore(context, today), ahead: await daysAhead(context, today) };
  },
};
