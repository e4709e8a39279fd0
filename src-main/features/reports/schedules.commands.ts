import type { CommandContext, CommandsOf, QueryContext } from '#main/context/context.ts';
import { insistOnFolder } from '#main/documents/folder.ts';
import { lockOf } from '#main/features/security/identity.queries.ts';
import { dropView, keepView } from '#main/features/views/views.actions.ts';
import { type ErrorCode, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { dueNow } from '#shared/kernel/schedule.ts';
import type { ReportScheduleValues } from '#shared/reports/records.ts';
import { documentFormats } from '#shared/reports/vocabulary.ts';
import { insistOnFormat } from './makeDocument.queries.ts';
import { type Drafts, draftScheduled, saveSchedule } from './schedules.actions.ts';
import { savedReport, scheduleNamed, zoneOfSchedules } from './schedules.queries.ts';

type Need = 'reports' | 'spool' | 'pathInPlace' | 'suspect';
type Commands = Pick<
  CommandsOf<'reports', Need>,
  'renameSaved' | 'removeSaved' | 'saveSchedule' | 'removeSchedule' | 'runSchedule'
>;

export const scheduleCommands: Commands = {
  async renameSaved({ name, to }, { actor, work }) {
    const person = actor.person.id;
    if (to === name) return { renamed: false };
    const question = dropView(work, { person, list: 'reports', name });
    if (savedReport(work.db, person, to) !== undefined) throw taken(to);
    await keepView(work, { person, list: 'reports', name: to }, question);
    const schedule = scheduleNamed(work.db, person, name);
    if (schedule !== undefined) {
      saveSchedule(work, { ...schedule, removed: 1 });
      saveSchedule(work, { ...schedule, name: to });
    }
    return { renamed: true };
  },

  async removeSaved({ name }, { actor, work }) {
    const person = actor.person.id;
    dropView(work, { person, list: 'reports', name });
    const schedule = scheduleNamed(work.db, person, name);
    if (schedule !== undefined) saveSchedule(work, { ...schedule, removed: 1 });
    return { removed: true };
  },

  async saveSchedule({ formats, ...asked }, { actor, work, reports, now }) {
    const person = actor.person.id;
    const kept = savedReport(work.db, person, asked.name);
    if (kept === undefined) throw notKept(asked.name);
    const { report } = reports.choose(kept.report, kept.parameters, actor);
    for (const format of formats) insistOnFormat(report, format);
    insistOnFolder(asked.folder);
    const wanted = documentFormats.filter((format) => formats.includes(format)).join(',');
    const before = scheduleNamed(work.db, person, asked.name);
    const never = { lastDue: null, lastAt: null, lastFiles: '', problem: '' };
    const same =
      before?.every === asked.every && before.day === asked.day && before.time === asked.time ? before.since : now;
    // What went wrong with another folder is over.
    const values = { ...never, ...before, ...asked, person, formats: wanted, since: same, removed: 0, problem: '' };
    return { saved: saveSchedule(work, values) };
  },

  async removeSchedule({ name, person: whose }, { actor, work }) {
    const person = whose === '' ? actor.person.id : whose;
    if (person !== actor.person.id && !actor.permissions.includes('people'))
      throw new LotlineError('FORBIDDEN', msg`Only its person ends a schedule, or an administrator.`);
    const schedule = scheduleNamed(work.db, person, name);
    if (schedule === undefined) throw notScheduled(name);
    saveSchedule(work, { ...schedule, removed: 1 });
    return { removed: true };
  },

  runSchedule: {
    async before({ name, byHand }, context) {
      const schedule = scheduleNamed(context.reader.db, context.actor.person.id, name);
      if (schedule === undefined) throw notScheduled(name);
      const due = dueNow(schedule, zoneOfSchedules(context), context.now);
      if (!byHand && due === undefined) return { reply: { files: [], problem: '' } };
      if (!byHand) insistNotLocked(context);
      const found = await tried(() => draftScheduled(schedule, context));
      const within = async (inside: CommandContext): Promise<{ files: string[]; problem: string }> => {
        const placed = 'problem' in found ? found : await tried(async () => found.done.place(inside.work));
        const reply =
          'problem' in placed ? { files: [], problem: placed.problem } : { files: placed.done, problem: '' };
        const lastDue = byHand ? schedule.lastDue : (due ?? null);
        const last = { lastDue, lastAt: context.now, lastFiles: reply.files.join('\n'), problem: reply.problem };
        saveSchedule(inside.work, { ...stillSo(inside, schedule), ...last });
        return reply;
      };
      return { within, discard: () => discard(found) };
    },
  },
};

type Tried<T> = { done: T } | { problem: string };

/** What is wrong with a report, a folder or a disk, which the schedule says; the person can do something about it. */
const answered: readonly ErrorCode[] = ['NOT_FOUND', 'VALIDATION', 'PATH_REFUSED', 'STORE_FULL', 'DOCUMENT_TOO_LONG'];

async function tried<T>(job: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { done: await job() };
  } catch (error) {
    if (isLotlineError(error) && answered.includes(error.code)) return { problem: error.message };
    throw error;
  }
}

function discard(found: Tried<Drafts>): void {
  if ('done' in found) void found.done.discard();
}

/** @throws LotlineError CONFLICT where the schedule was changed or ended while its documents were drawn */
function stillSo({ work, actor }: CommandContext, schedule: ReportScheduleValues): ReportScheduleValues {
  const now = scheduleNamed(work.db, actor.person.id, schedule.name);
  if (JSON.stringify(now) === JSON.stringify(schedule)) return schedule;
  throw new LotlineError('CONFLICT', msg`The schedule “${schedule.name}” was changed meanwhile. Nothing was written.`);
}

/** After too many wrong passwords nobody acts as a person, not even the program. */
function insistNotLocked({ reader: { db }, actor: { person }, now }: QueryContext): void {
  if (lockOf(db, person.id, now) <= now) return;
  throw new LotlineError(
    'LOCKED_OUT',
    msg`The account of ${person.name} is locked. What it has scheduled waits until then.`,
  );
}

const notKept = (name: string): LotlineError =>
  new LotlineError('NOT_FOUND', msg`You keep no report “${name}”. Keep it first, then schedule it.`);
const notScheduled = (name: string): LotlineError =>
  new LotlineError('NOT_FOUND', msg`No report “${name}” is scheduled. Load the page again.`);
const taken = (name: string): LotlineError =>
  new LotlineError('DUPLICATE', msg`You keep a report “${name}” already. Choose another name.`, { field: 'to' });
