import type { QueryContext } from '#main/context/context.ts';
import { reviewQueries } from '#main/features/audit/reviews.queries.ts';
import { backupQueries, restoreAt } from '#main/features/backups/backups.queries.ts';
import { jobDayOf } from '#main/features/daily/jobDay.queries.ts';
import { listedSchedules } from '#main/features/reports/schedules.queries.ts';
import { openSigning } from '#main/features/security/confirmation.queries.ts';
import { openInspections } from '#main/features/inspections/stored.queries.ts';
import { approvalsEnding } from '#main/features/suppliers/approvals.queries.ts';
import { query } from '#main/store/query.ts';
import type { BackupEvent } from '#shared/backups/contract.ts';
import { addDays, dateOf, formatMoment, type PlainDate } from '#shared/kernel/dates.ts';
import { importResult } from '#shared/exchange/contract.ts';
import { backupDays, groupOf, reviewDays } from '#shared/today/due.ts';
import type { DutyKind } from '#shared/today/vocabulary.ts';

type Duty = {
  kind: DutyKind;
  due: PlainDate;
  since: string;
  user?: string;
  report?: string;
  entry?: number;
  count?: number;
};
type Asking = QueryContext<'reports'>;

/** So many entries back findings of imports are looked for: what nobody looked at by then is in the review that is due. */
const entriesLookedAt = 500;
const backupsLookedAt = 20;

/** What waits beside goods, for whoever may do it. */
export async function duties(context: Asking): Promise<Duty[]> {
  const may = (permission: Asking['actor']['permissions'][number]) => context.actor.permissions.includes(permission);
  return [
    ...confirmations(context),
    ...(may('review') ? await restores(context) : []),
    ...(may('audit') ? await findings(context) : []),
    ...(may('backup') ? await backup(context) : []),
    ...(may('review') ? await review(context) : []),
    ...(may('status') ? daily(context) : []),
    ...(may('hold') || may('status') ? await openHolds(context) : []),
    ...(may('masterData') ? await approvals(context) : []),
    ...(may('inspect') ? await inspections(context) : []),
    ...(await schedules(context)),
  ];
}

/** Accounts that may sign only once this very person confirms them. */
function confirmations({ reader: { db }, actor }: Asking): Duty[] {
  return [...openSigning(db)]
    .filter(([, { ask }]) => ask.includes(actor.person.id))
    .map(([user]) => ({ kind: 'confirm', due: '', since: '', user }));
}

/** Restores that another person than who restored has to sign for. */
async function restores(context: Asking): Promise<Duty[]> {
  const { rows } = await backupsOf(context);
  return rows
    .filter(({ kind, ok, approval }) => kind === 'restore' && ok && approval === null)
    .filter(({ seq }) => restoreAt(context.reader.db, seq).person.id !== context.actor.person.id)
    .map(({ seq, at }) => ({ kind: 'restore', due: '', since: at, entry: seq }));
}

/** Imports that told of something and that no review of the trail covers yet. */
async function findings({ read }: Asking): Promise<Duty[]> {
  const { seq: last } = (await read.one(end)) ?? { seq: 0 };
  const imports = await read.all(importsNotSeen, { first: last - entriesLookedAt });
  return imports.flatMap(({ seq, at, body }): Duty[] => {
    // Bodies are written by the unit of work alone, and sealed.
    const { reply } = JSON.parse(body) as { reply: unknown };
    const count = importResult.safeParse(reply).data?.findings.length ?? 0;
    return count === 0 ? [] : [{ kind: 'findings', due: '', since: formatMoment(at), entry: seq, count }];
  });
}

/** A copy of what was written since the last one. A demo is nobody's to lose. */
async function backup(context: Asking): Promise<Duty[]> {
  const { seq = 0, demo = '' } = (await context.read.one(end)) ?? {};
  const copy = await lastBackup(context);
  // The copy itself is an entry.
  const count = seq - (copy?.head ?? 0) - (copy === undefined ? 0 : 1);
  if (demo !== '' || count <= 0) return [];
  const from = copy?.at ?? (await entryAt(context, 1));
  if (from === '') return [];
  const due = addDays(dayOf(from, context), backupDays);
  return [{ kind: 'backup', due, since: copy?.at ?? '', entry: copy?.seq ?? 0, count }];
}

/** When the last backup was made; "" for never. Who reads the trail or makes backups is told. */
export async function lastBackupAt(context: Asking): Promise<string> {
  const { permissions } = context.actor;
  if (!permissions.includes('audit') && !permissions.includes('backup')) return '';
  return (await lastBackup(context))?.at ?? '';
}

/** The entries nobody looked through, with the day by which somebody should. */
async function review(context: Asking): Promise<Duty[]> {
  const { next, last } = await reviewQueries.listReviews({ offset: 0, limit: 1 }, context);
  if (next > last) return [];
  const since = await entryAt(context, next);
  return [
    { kind: 'review', due: addDays(dayOf(since, context), reviewDays), since, entry: next, count: last - next + 1 },
  ];
}

/** Scheduled reports of which nothing came the last time, or would just now. */
async function schedules(context: Asking): Promise<Duty[]> {
  const all = await listedSchedules(context);
  return all
    .filter(({ problem, refusal, report }) => problem !== '' || refusal !== '' || report === '')
    .map(({ person, name, lastAt }) => ({ kind: 'schedule', due: '', since: lastAt, user: person, report: name }));
}

/** The daily job where it waits for somebody to say that it is the day. */
function daily(context: Asking): Duty[] {
  const { mode } = jobDayOf(context.reader.db, context);
  return mode === 'asks' ? [{ kind: 'daily', due: '', since: '' }] : [];
}

/** The approvals of suppliers that have ended or end within a month, in one line with the first of their last days. */
async function approvals({ read, reader: { db }, now, offsetMinutes }: Asking): Promise<Duty[]> {
  const today = dateOf(now, offsetMinutes);
  const ending = (await approvalsEnding(read, db, today)).filter(({ validUntil }) => groupOf(validUntil, today));
  const [first] = ending;
  return first === undefined ? [] : [{ kind: 'approvals', due: first.validUntil, since: '', count: ending.length }];
}

/** The inspections that nobody decided yet, in one line: how many, since when the oldest, and by when the first that is overdue was to be done. */
async function inspections({ read, now, offsetMinutes }: Asking): Promise<Duty[]> {
  const { count = 0, first = null, until = null } = (await read.one(openInspections)) ?? {};
  const due = until === null || until > now ? '' : dateOf(until - 1, offsetMinutes);
  return first === null ? [] : [{ kind: 'inspections', due, since: formatMoment(first), count }];
}

/** The holds that nobody lifted yet, in one line: how many, and since when the oldest of them. */
async function openHolds({ read }: Asking): Promise<Duty[]> {
  const { count = 0, first = null } = (await read.one(standing)) ?? {};
  return first === null ? [] : [{ kind: 'holds', due: '', since: formatMoment(first), count }];
}

const backupsOf = (context: Asking) => backupQueries.list({ offset: 0, limit: backupsLookedAt }, context);

async function lastBackup(context: Asking): Promise<BackupEvent | undefined> {
  const { rows } = await backupsOf(context);
  return rows.find(({ kind, ok }) => kind === 'make' && ok);
}

async function entryAt({ read }: Asking, seq: number): Promise<string> {
  const entry = await read.one(timeOf, { seq });
  return entry === undefined ? '' : formatMoment(entry.at);
}

const dayOf = (at: string, { offsetMinutes }: Asking): PlainDate => dateOf(Date.parse(at) * 1000, offsetMinutes);

const standing = query((tables) =>
  tables
    .selectFrom('hold')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('set_at').as('first')])
    .where('lifted_at', 'is', null),
);

const end = query((tables) => tables.selectFrom('head').select(['seq', 'demo']).where('id', '=', 1));

const timeOf = query((tables, { seq }: { seq: number }) =>
  tables.selectFrom('audit_entry').select('at').where('seq', '=', seq),
);

const importsNotSeen = query((tables, { first }: { first: number }) =>
  tables
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'body'])
    .where('seq', '>', first)
    .where('operation', 'in', ['exchange.import', 'exchange.importDemo'])
    .where('outcome', '=', 'done')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_review')
            .select('number')
            .whereRef('first_seq', '<=', 'audit_entry.seq')
            .whereRef('last_seq', '>=', 'audit_entry.seq'),
        ),
      ),
    )
    .orderBy('seq', 'desc'),
);
