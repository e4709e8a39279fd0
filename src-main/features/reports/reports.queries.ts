import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { saveDocument } from '#main/documents/make.ts';
import { settingsOf } from '#main/features/security/siteSettings.queries.ts';
import { addDays, dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { blanksOf } from '#shared/kernel/reportParameters.ts';
import type { Drawing } from '#shared/reports/contract.ts';
import { previewOf } from '#shared/kernel/reportPreview.ts';
import { type DocumentFormat, documentFormats, reportGroups } from '#shared/reports/vocabulary.ts';
import { isLanguage } from '#shared/texts/index.ts';
import { countIssued, differing, issuedDocument, type IssuedPart, issuedPage, partsOf } from './issued.queries.ts';
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
  async draw({ report: name, parameters: given, ...asked }, context) {
    const drawing = inPlantZone(asked, context);
    const { report, parameters } = context.reports.choose(name, given, context.actor);
    const { format } = drawing;
    if (!report.formats.includes(format))
      throw new LotlineError('VALIDATION', msg`This report is made as ${report.formats.join(', ')} alone.`);
    const { model, parameters: filled } = await makeReport(report, parameters, { ...drawing, context });
    const { document, path } = await context.spool.place();
    const task = { format: format === 'pdf' ? 'pdf' : 'excel' } as const;
    const { size, sha256 } = await saveDocument(model, task, path, context.job);
    const drawn = { document, title: model.title, name: fileName(model, drawing), size, sha256, ...model.head };
    const { language, locale, zone } = drawing;
    const said = { question: JSON.stringify(filled), parts: JSON.stringify(partsOf(model)) };
    const made = { report: name, ...said, format, language, locale, zone };
    context.spool.keep(drawn, { path, session: context.actor.session, made });
    return drawn;
  },

  async preview({ report: name, parameters: given, rows, ...drawing }, context) {
    const { report, parameters } = context.reports.choose(name, given, context.actor);
    const { model } = await makeReport(report, parameters, {
      ...inPlantZone(drawing, context),
      format: 'pdf',
      context,
    });
    return { report: previewOf(model, rows), comesFrom: report.comesFrom };
  },

  /** What one may not make oneself is not told of either. */
  async listIssued({ offset, limit }, { actor, read, reports: { all } }) {
    const reports = all.filter(({ permission }) => actor.permissions.includes(permission)).map(({ name }) => name);
    const total = (await read.one(countIssued, { reports }))?.count ?? 0;
    const rows = await read.all(issuedPage, { reports, offset, limit });
    return { total, rows: rows.map((row) => ({ ...row, format: formatIn(row.format), at: formatMoment(row.at) })) };
  },

  async compare({ number }, context) {
    const issued = await context.read.one(issuedDocument, { number });
    if (issued === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no document ${number}. Choose one of the register.`);
    // Written by the command alone, from what its report's schema had read.
    const question: unknown = JSON.parse(issued.question);
    const { report, parameters } = context.reports.choose(issued.report, question, context.actor);
    const drawing = { format: formatIn(issued.format), locale: issued.locale, zone: issued.zone };
    const language = isLanguage(issued.language) ? issued.language : 'en';
    const { model } = await makeReport(report, parameters, { ...drawing, language, context });
    // As above.
    const differs = differing(JSON.parse(issued.parts) as IssuedPart[], partsOf(model));
    return { same: differs.length === 0, differs, entries: model.head.seq - issued.entry };
  },
};

const formatIn = (text: string): DocumentFormat => documentFormats.find((format) => format === text) ?? 'pdf';

/** The plant's own zone, where it has decided on one: the same document everywhere. */
const inPlantZone = <Asked extends { zone: string }>(asked: Asked, { reader }: QueryContext): Asked => ({
  ...asked,
  zone: settingsOf(reader.db).timeZone || asked.zone,
});

/** The title and the day, without what a file system may not take. */
function fileName({ title, made, zone }: ReportModel, { format }: Drawing): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(made.at));
  const plain = title
    .replaceAll(': ', ' ')
    .replaceAll(/[^\p{L}\p{N}.\-() ]/gu, '_')
    .slice(0, 100);
  return `${plain} ${day}.${format}`;
}
