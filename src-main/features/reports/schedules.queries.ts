import type { Database } from 'better-sqlite3';
import type { Context, QueryContext } from '#main/context/context.ts';
import {
  credentialsOf,
  findPerson,
  isSetUp,
  lockOf,
  mustChange,
  rightsOf,
} from '#main/features/security/identity.queries.ts';
import { siteZone } from '#main/features/security/siteSettings.queries.ts';
import { vouchedRecords } from '#main/store/vouchedRecords.ts';
import { formatMoment } from '#shared/kernel/dates.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { type Period, nextTime } from '#shared/kernel/schedule.ts';
import type { Schedule } from '#shared/reports/contract.ts';
import { type ReportScheduleValues, reportScheduleRecord } from '#shared/reports/records.ts';
import { type AskedReport, savedReportIn } from '#shared/reports/saved.ts';
import { type DocumentFormat, documentFormats } from '#shared/reports/vocabulary.ts';
import { savedViewRecord } from '#shared/views/records.ts';

type Looking = Pick<Context, 'reader' | 'now' | 'offsetMinutes'>;

/** The zone in which schedules have their times: the plant's, or that of the computer that writes. */
export const zoneOfSchedules = (context: Pick<Context, 'reader'>): string => siteZone(context.reader.db);

/**
 * What is scheduled, by person and name. The program acts by these records as if the person had asked, so each is compared
 * with the journal first.
 */
export const allSchedules = (db: Database, person?: string): ReportScheduleValues[] =>
  vouchedRecords(db, reportScheduleRecord, person)
    .map(
      (row): ReportScheduleValues => ({
        person: String(row['person']),
        name: String(row['name']),
        // Written by the command alone, as its contract had read it.
        every: String(row['every']) as Period,
        day: Number(row['day']),
        time: String(row['time']),
        formats: String(row['formats']),
        folder: String(row['folder']),
        language: String(row['language']),
        locale: String(row['locale']),
        since: Number(row['since']),
        removed: Number(row['removed']),
        lastDue: momentIn(row['lastDue']),
        lastAt: momentIn(row['lastAt']),
        lastFiles: String(row['lastFiles']),
        problem: String(row['problem']),
      }),
    )
    .filter(({ removed }) => removed === 0);

const momentIn = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

export const scheduleNamed = (db: Database, person: string, name: string): ReportScheduleValues | undefined =>
  allSchedules(db, person).find((one) => one.name === name);

export const formatsIn = (text: string): DocumentFormat[] =>
  documentFormats.filter((format) => text.split(',').includes(format));

/** A report that a person keeps, by its name; compared with the journal, for the program draws it as if the person had asked. */
export function savedReport(
  db: Database,
  person: string,
  name: string,
): (AskedReport & { report: string }) | undefined {
  const kept = vouchedRecords(db, savedViewRecord, person).find(
    (view) => view['list'] === 'reports' && view['name'] === name && view['removed'] === 0,
  );
  // Written by the commands alone, from a question their contract had checked.
  return kept === undefined
    ? undefined
    : { ...savedReportIn(JSON.parse(String(kept['question'])) as Record<string, unknown>), name };
}

/**
 * Why what is done as a person would be refused just now; "" where it would not. `permission` is that of the report; to
 * hand one over is asked for besides. The pipeline refuses for the same reasons, but for the lock of an account.
 */
export function refusalOf(
  { reader: { db }, now, offsetMinutes }: Looking,
  user: string,
  permission: Permission | undefined,
): Schedule['refusal'] {
  const person = findPerson(db, user);
  if (person === undefined) return isSetUp(db) ? 'gone' : '';
  if (person.disabled) return 'disabled';
  const [credential] = credentialsOf(db, person.user);
  if (credential === undefined || mustChange(db, credential, now)) return 'password';
  if (lockOf(db, person.user, now) > now) return 'locked';
  const { permissions, lapsed } = rightsOf(db, person, { now, offsetMinutes });
  const needed: Permission[] = ['report', ...(permission === undefined ? [] : [permission])];
  if (needed.some((one) => lapsed.includes(one))) return 'qualification';
  return needed.every((one) => permissions.includes(one)) ? '' : 'right';
}

/** One's own, and everybody's for those who read the trail, in which they stand anyway. */
export async function listedSchedules(context: QueryContext<'reports'>): Promise<Schedule[]> {
  const { actor, reader, now, reports } = context;
  const zone = zoneOfSchedules(context);
  const seesAll = actor.permissions.includes('audit');
  const seen = allSchedules(reader.db).filter(({ person }) => seesAll || person === actor.person.id);
  return await Promise.all(
    seen.map(async (schedule): Promise<Schedule> => {
      const { person, name, every, day, time, formats, folder, lastAt, lastFiles, problem } = schedule;
      const kept = savedReport(reader.db, person, name);
      const report = reports.all.find((one) => one.name === kept?.report);
      return {
        person,
        personName: findPerson(reader.db, person)?.name ?? person,
        isOwn: person === actor.person.id,
        name,
        report: report?.name ?? '',
        every,
        day,
        time,
        formats: formatsIn(formats),
        folder,
        next: formatMoment(nextTime(schedule, zone, now)),
        lastAt: lastAt === null ? '' : formatMoment(lastAt),
        lastFiles: lastFiles === '' ? [] : lastFiles.split('\n'),
        problem,
        refusal: refusalOf(context, person, report?.permission),
      };
    }),
  );
}
