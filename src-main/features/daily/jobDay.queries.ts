import type { Database } from 'better-sqlite3';
import { dayOf, demoOf, type Here } from '#main/features/security/identity.queries.ts';
import { settingsOf } from '#main/features/security/siteSettings.queries.ts';
import { firstEntryAt } from '#main/store/entries.ts';
import { prepared } from '#main/store/statements.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import type { JobDay } from '#shared/daily/jobDay.ts';
import { addDays, dateOf, type Moment, type PlainDate, startOfDay } from '#shared/kernel/dates.ts';
import { settingRecord } from '#shared/settings/records.ts';

/** The setting that says up to which day a person confirmed the date. */
export const confirmedDay = 'dailyConfirmed';

/**
 * The day the daily job acts on. A clock far ahead would have it expire everything at once, so a day that comes too long
 * after the last entry waits for a person, however much was written since: whoever signs in writes an entry as well.
 */
export function jobDayOf(db: Database, here: Here): JobDay {
  const { dailyJob, dailyGapDays: gap } = settingsOf(db);
  const day = dayOf(db, here);
  const mode = dailyJob ? 'on' : 'off';
  // A demo lies about until somebody looks at it.
  if (!dailyJob || gap === 0 || demoOf(db) !== '') return { mode, day, lastDay: day };
  const lastDay = lastDayReached(db, gap, here.offsetMinutes) ?? day;
  if (day <= addDays(lastDay, gap)) return { mode, day, lastDay };
  // A clock that was far ahead and was put right: its entries keep the trail's time there.
  const byClock = dateOf(here.now, here.offsetMinutes);
  return byClock <= addDays(lastDay, gap) ? { mode, day: byClock, lastDay } : { mode: 'asks', day, lastDay };
}

/** The last day that the trail came to in steps of at most so many days; undefined before its first entry. */
function lastDayReached(db: Database, gap: number, offsetMinutes: number): PlainDate | undefined {
  const first = firstEntryAt(db);
  if (first === undefined) return undefined;
  const confirmed = String(vouchedRecords(db, settingRecord, confirmedDay)[0]?.['value'] ?? '');
  let day = dateOf(first, offsetMinutes);
  if (confirmed > day) day = confirmed;
  for (;;) {
    const at = lastEntryBefore(db, startOfDay(addDays(day, gap + 1), offsetMinutes));
    const next = dateOf(at, offsetMinutes);
    if (next <= day) return day;
    day = next;
  }
}

/** When the last entry before a moment was made. Times of the trail never fall, so it is found by halving. */
function lastEntryBefore(db: Database, moment: Moment): Moment {
  const timeOf = prepared<{ at: Moment }>(db, 'select at from audit_entry where seq = ?');
  const last = prepared<{ seq: number }>(db, 'select seq from audit_entry order by seq desc limit 1').get()?.seq ?? 0;
  let [found, from, to] = [0, 1, last];
  while (from <= to) {
    const middle = Math.floor((from + to) / 2);
    const { at } = timeOf.get(middle) ?? { at: moment };
    if (at < moment) [found, from] = [at, middle + 1];
    else to = middle - 1;
  }
  return found;
}
