import type { QueriesOf } from '#main/context/context.ts';
import { saveDocument } from '#main/documents/make.ts';
import { addDays, dateOf } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { blanksOf } from '#shared/kernel/reportParameters.ts';
import type { Drawing } from '#shared/reports/contract.ts';
import { reportGroups } from '#shared/reports/vocabulary.ts';
import { makeReport } from './makeReport.queries.ts';

export const reportQueries: QueriesOf<'reports', 'reports' | 'spool' | 'pathInPlace' | 'suspect'> = {
  async list(_, { actor, now, offsetMinutes, reports: { all } }) {
    const today = dateOf(now, offsetMinutes);
    const allowed = all.filter(({ permission }) => actor.permissions.includes(permission));
    return {
      reports: allowed
        .toSorted((one, other) => reportGroups.indexOf(one.group) - reportGroups.indexOf(other.group))
        .map(({ name, group, formats, screen, parameters }) => ({
          name,
          group,
          formats: [...formats],
          screen,
          blanks: blanksOf(parameters).map((blank) => ({
            name: blank.name,
            kind: blank.kind,
            start: blank.kind === 'date' ? addDays(today, blank.days) : '',
            values: 'values' in blank ? [...blank.values] : [],
            words: 'words' in blank ? blank.words : '',
          })),
        })),
    };
  },

  /** Builds a report of one state of the store, draws it in a worker, and keeps it for the one who asked. */
  async draw({ report: name, parameters: given, ...drawing }, context) {
    const { report, parameters } = context.reports.choose(name, given, context.actor);
    const { format } = drawing;
    if (!report.formats.includes(format))
      throw new LotlineError('VALIDATION', msg`This report is made as ${report.formats.join(', ')} alone.`);
    const { model } = await makeReport(report, parameters, { ...drawing, context });
    const { document, path } = await context.spool.place();
    const task = { format: format === 'pdf' ? 'pdf' : 'excel' } as const;
    const { size, sha256 } = await saveDocument(model, task, path, context.job);
    const drawn = { document, title: model.title, name: fileName(model, drawing), size, sha256, ...model.head };
    context.spool.keep(drawn, { path, session: context.actor.session });
    return drawn;
  },
};

/** The title and the day, without what a file system may not take. */
function fileName({ title, made, zone }: ReportModel, { format }: Drawing): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(made.at));
  const plain = title
    .replaceAll(': ', ' ')
    .replaceAll(/[^\p{L}\p{N}.\-() ]/gu, '_')
    .slice(0, 100);
  return `${plain} ${day}.${format}`;
}
