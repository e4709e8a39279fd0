import type { QueriesOf } from '#main/context/context.ts';
import { groupOf } from '#shared/today/due.ts';
import { taskGroups } from '#shared/today/vocabulary.ts';
import { daysAhead, daysBefore } from './days.queries.ts';
import { duties, lastBackupAt } from './duties.queries.ts';
import { lotsThatWait } from './goods.queries.ts';

export const todayQueries: QueriesOf<'today', 'reports'> = {
  async list({ today, limit }, context) {
    const { groups, counts, next } = await lotsThatWait(context, today, limit);
    const others = await duties(context);
    return {
      groups: taskGroups.map((group) => {
        const goods = groups.get(group);
        const own = others
          .filter(({ due }) => groupOf(due, today) === group)
          .map((duty) => ({ user: '', report: '', entry: 0, count: 0, ...duty }));
        return {
          group,
          total: (goods?.total ?? 0) + own.length,
          // Goods are many: what else waits is not behind them.
          tasks: [...own, ...(goods?.tasks ?? [])].slice(0, limit),
        };
      }),
      counts,
      lastBackup: await lastBackupAt(context),
      next,
    };
  },

  async days({ today }, context) {
    return { past: await daysBefore(context, today), ahead: await daysAhead(context, today) };
  },
};
