import type { QueriesOf } from '#main/context/context.ts';
import { siteZone } from '#main/features/security/siteSettings.queries.ts';
import { addDays, dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { canGroup } from '#shared/kernel/reportShape.ts';
import { blanksOf } from '#shared/kernel/reportParameters.ts';
import type { Drawing } from '#shared/reports/contract.ts';
import { askedIn } from '#shared/reports/saved.ts';
import { previewOf } from '#shared/kernel/reportPreview.ts';
import { type DocumentFormat, documentFormats, reportGroups } from '#shared/reports/vocabulary.ts';
import { isLanguage } from '#shared/texts/index.ts';
import { countIssued, differing, issuedDocument, type IssuedPart, issuedPage, partsOf } from './issued.queries.ts';
import { insistOnFormat, makeDocument, plainName } from './makeDocument.queries.ts';
import { makeReport } from './makeReport.queries.ts';
import { listedSchedules } from './schedules.queries.ts';

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
  async draw({ report: wanted, parameters: given, columns, group, name, ...asked }, context) {
    const drawing = { ...asked, zone: siteZone(context.reader.db, asked.zone) };
    const { report, parameters } = context.reports.choose(wanted, given, context.actor);
    insistOnFormat(report, drawing.format);
    const { document, path } = await context.spool.place();
    const kept = { parameters, shape: { columns, group }, name };
    const { drawn: of, model, made } = await makeDocument(report, kept, { ...drawing, context, path });
    const drawn = { ...of, document, name: fileName(model, drawing) };
    context.spool.keep(drawn, { path, session: context.actor.session, made });
    return drawn;
  },

  async preview({ report: wanted, parameters: given, columns, group, name, rows, ...drawing }, context) {
    const { report, parameters } = context.reports.choose(wanted, given, context.actor);
    const zone = siteZone(context.reader.db, drawing.zone);
    const kept = { parameters, shape: { columns, group }, name };
    const made = await makeReport(report, kept, { ...drawing, zone, format: 'pdf', context });
    return {
      report: previewOf(made.model, rows),
      comesFrom: report.comesFrom,
      columns: made.columns.map((column) => ({
        key: column.key,
        header: column.header,
        groups: canGroup(column),
        usual: column.sheetOnly !== true,
      })),
      missing: [...made.missing],
    };
  },

  /** What one may not make oneself is not told of either. */
  async listIssued({ offset, limit }, { actor, read, reports: { all } }) {
    const reports = all.filter(({ permission }) => actor.permissions.includes(permission)).map(({ name }) => name);
    const total = (await read.one(countIssued, { reports }))?.count ?? 0;
    const rows = await read.all(issuedPage, { reports, offset, limit });
    return { total, rows: rows.map((row) => ({ ...row, format: formatIn(row.format), at: formatMoment(row.at) })) };
  },

  async listSchedules(_, context) {
    return { schedules: await listedSchedules(context) };
  },

  async compare({ number }, context) {
    const issued = await context.read.one(issuedDocument, { number });
    if (issued === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no document ${number}. Choose one of the register.`);
    // Written by the command alone, from what its report's schema had read.
    const asked = askedIn(JSON.parse(issued.question) as Record<string, unknown>);
    const { report, parameters } = context.reports.choose(issued.report, asked.parameters, context.actor);
    const drawing = { format: formatIn(issued.format), locale: issued.locale, zone: issued.zone };
    const language = isLanguage(issued.language) ? issued.language : 'en';
    const { model } = await makeReport(report, { ...asked, parameters }, { ...drawing, language, context });
    // As above.
    const differs = differing(JSON.parse(issued.parts) as IssuedPart[], partsOf(model));
    return { same: differs.length === 0, differs, entries: model.head.seq - issued.entry };
  },
};

const formatIn = (text: string): DocumentFormat => documentFormats.find((format) => format === text) ?? 'pdf';

/** The title, what it is about, and the day. */
function fileName({ title, subject = '', made, zone }: ReportModel, { format }: Drawing): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(made.at));
  return `${plainName(title.includes(subject) ? title : `${title} ${subject}`)} ${day}.${format}`;
}
