import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { soonDays } from '#shared/lots/views.ts';
import type { TaskGroup } from './vocabulary.ts';

/** A store that was written to is copied again after so many days. */
export const backupDays = 1;
/** Entries of the trail are looked through within so many days. */
export const reviewDays = 30;

export const weekDays = 7;

/** When something is due by its day; undefined while that is too far off. What has no day ("") waits now. */
export function groupOf(due: PlainDate, today: PlainDate): TaskGroup | undefined {
  if (due === '' || due === today) return 'today';
  if (due < today) return 'overdue';
  if (due <= addDays(today, weekDays)) return 'week';
  return due <= addDays(today, soonDays) ? 'month' : undefined;
}
