import { rm } from 'node:fs/promises';
import type { QueryContext } from '#main/context/context.ts';
import { insistOnFolder, placeInFolder } from '#main/documents/folder.ts';
import type { Saved } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { type ReportScheduleValues, reportScheduleRecord } from '#shared/reports/records.ts';
import type { DocumentFormat } from '#shared/reports/vocabulary.ts';
import { isLanguage } from '#shared/texts/index.ts';
import { draftIn, sweepDrafts } from './draftFiles.ts';
import { saveIssued } from './issued.actions.ts';
import { insistOnFormat, makeDocument, plainName } from './makeDocument.queries.ts';
import { formatsIn, savedReport, zoneOfSchedules } from './schedules.queries.ts';

type Context = QueryContext<'reports' | 'spool' | 'pathInPlace' | 'suspect'>;
type Draft = Awaited<ReturnType<typeof makeDocument>> & { path: string; format: DocumentFormat };

/** Documents of a schedule that are drawn and have no name yet. */
export type Drafts = {
  /** Gives them their names, and enters each in the register. Answers the files. */
  place(work: Work): Promise<string[]>;
  discard(): Promise<void>;
};

/**
 * Draws what a schedule asks for, as the one who asks, into files without a name in its folder.
 * @throws LotlineError what keeps the person from the report, and what is wrong with folder or disk
 */
export async function draftScheduled(schedule: ReportScheduleValues, context: Context): Promise<Drafts> {
  const { folder, name, person } = schedule;
  const kept = savedReport(context.reader.db, person, name);
  if (kept === undefined)
    throw new LotlineError(
      'NOT_FOUND',
      msg`The report “${name}” is not kept any more. Keep it again, or end its schedule.`,
    );
  const { report, parameters } = context.reports.choose(kept.report, kept.parameters, context.actor);
  insistOnFolder(folder);
  sweepDrafts(folder, context.now / 1000);
  const language = isLanguage(schedule.language) ? schedule.language : 'en';
  const zone = zoneOfSchedules(context);
  const drafts: Draft[] = [];
  const discard = async (): Promise<void> => {
    await Promise.all(drafts.map(({ path }) => rm(path, { force: true })));
  };
  try {
    for (const format of formatsIn(schedule.formats)) {
      insistOnFormat(report, format);
      const path = draftIn(folder, (await context.spool.place()).document);
      const drawing = { format, language, locale: schedule.locale, zone, context, path } as const;
      drafts.push({ ...(await makeDocument(report, { ...kept, parameters }, drawing)), path, format });
    }
  } catch (error) {
    await discard();
    throw error;
  }
  const named = `${plainName(name)} ${stampIn(zone, context.now / 1000)}`;
  return {
    discard,
    async place(work) {
      const files: string[] = [];
      try {
        for (const { path, format } of drafts) files.push(placeInFolder(path, folder, { name: named, ending: format }));
      } catch (error) {
        // Some without the others would be half of what was asked for.
        await Promise.all(files.map((file) => rm(file, { force: true })));
        throw error;
      }
      for (const { drawn, made } of drafts)
        await saveIssued(work, drawn, made, { person: context.actor.person, at: context.now });
      return files;
    },
  };
}

/** Day and time in a zone, as a file's name may have them. */
function stampIn(zone: string, millis: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(millis).replace(':', '.');
}

export const saveSchedule = (work: Work, values: ReportScheduleValues): Saved =>
  saveRecord(work, reportScheduleRecord, values);
