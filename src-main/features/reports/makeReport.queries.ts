import { setImmediate as turn } from 'node:timers/promises';
import type { QueryContext, Report } from '#main/context/context.ts';
import { formatsOf } from '#main/documents/format.ts';
import { textsOf } from '#main/documents/reportFrame.ts';
import { fill } from '#main/documents/words.ts';
import { singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { query } from '#main/store/query.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { formatMessage, msg } from '#shared/kernel/message.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import type { ReportColumn, ReportFact, ReportFrame, ReportModel } from '#shared/kernel/reportModel.ts';
import { blanksOf, type ParameterKind, withDays } from '#shared/kernel/reportParameters.ts';
import { columnsToChoose, shapeReport } from '#shared/kernel/reportShape.ts';
import { textAt } from '#shared/kernel/texts.ts';
import type { Drawing } from '#shared/reports/contract.ts';
import type { AskedReport } from '#shared/reports/saved.ts';
import { readingIn } from '#shared/texts/index.ts';
import { readMasterNames } from './masterNames.queries.ts';

type Context = QueryContext<'pathInPlace' | 'suspect'>;
type Made = {
  model: ReportModel;
  parameters: Record<string, unknown>;
  /** The columns there are to choose from, and those that are wanted and not there. */
  columns: readonly ReportColumn[];
  missing: readonly string[];
};
type Asked = Pick<Drawing, 'format' | 'language' | 'locale' | 'zone'> & { context: Context };

/**
 * Makes a report of one state of the store, with the columns that are wanted; answers with it its parameters, a day in
 * each date that was left blank.
 */
export async function makeReport(
  report: Report,
  { parameters: given, shape, name }: AskedReport,
  { context, ...drawing }: Asked,
): Promise<Made> {
  const parameters = withDays(report.parameters, given, dateOf(context.now, context.offsetMinutes));
  const frame = await frameOf(context, drawing);
  const body = await report.make(parameters, { ...context, frame, format: drawing.format, step: stepOf(context) });
  const texts = textsOf(frame);
  const { products: _products, partners: _partners, ...framed } = frame;
  const words = { ...texts.reports.shape, fill };
  const { sections, missing } = shapeReport(body.sections, shape, words);
  const title = body.title ?? textAt(texts, `reports.catalogue.${report.name}.title`);
  const model = {
    ...framed,
    statement: textAt(texts, `reports.catalogue.${report.name}.answers`),
    filters: filtersOf(report, parameters, frame),
    ...body,
    title: name.startsWith(title) ? name : name === '' ? title : `${title}: ${name}`,
    sections,
    facts: [
      ...(body.facts ?? []),
      ...missingFacts(missing, frame),
      ...aloneFacts(context, frame),
      ...suspectFacts(context, drawing),
    ],
  };
  return { model, parameters, missing, columns: columnsToChoose(body.sections) };
}

/** Between two steps of reading: says how far it is, lets other calls through, and ends it when that is asked. */
const stepOf =
  ({ job }: Context) =>
  async (done: number, total: number): Promise<void> => {
    job.progress('read', done, total);
    await turn();
    if (job.signal.aborted)
      throw new LotlineError('CANCELLED', msg`The document was cancelled. Nothing has been written.`);
  };

/** What is in the blanks, in words. */
function filtersOf(
  { parameters: schema }: Report,
  parameters: Readonly<Record<string, unknown>>,
  frame: ReportFrame,
): { label: string; value: string }[] {
  const texts = textsOf(frame);
  const formats = formatsOf(frame);
  const said = (blank: ParameterKind, value: unknown): string => {
    if (typeof value === 'boolean') return value ? texts.common.yes : '';
    const all = Array.isArray(value) ? value.map(String) : value === '' ? [] : [String(value)];
    // Nothing chosen narrows nothing: that is said, as nobody knows it of a choice.
    if (blank.kind === 'choices' && all.length === 0) return texts.reports.all;
    if ('words' in blank) return all.map((one) => textAt(texts, `${blank.words}.${one}`) || one).join(', ');
    return all.map((one) => (blank.kind === 'date' ? formats.text('date', one) : one)).join(', ');
  };
  return blanksOf(schema)
    .map((blank) => ({
      label: textAt(texts, `reports.parameters.${blank.name}`) || blank.name,
      value: said(blank, parameters[blank.name]),
    }))
    .filter(({ value }) => value !== '');
}

/** A column that somebody wants and the report does not have is said, and left out. */
const missingFacts = (missing: readonly string[], frame: ReportFrame): ReportFact[] =>
  missing.length === 0
    ? []
    : [{ label: textsOf(frame).reports.shape.missing, kind: 'text', value: missing.join(', ') }];

/** Where one person may do what two should, every document says so. */
function aloneFacts({ reader: { db } }: Context, frame: ReportFrame): ReportFact[] {
  const reason = singlePersonOf(db);
  return reason === '' ? [] : [{ label: textsOf(frame).documents.singlePerson, kind: 'text', value: reason }];
}

/** What is drawn of a store that was found changed says so. */
function suspectFacts({ suspect }: Context, drawing: Pick<Drawing, 'language'>): ReportFact[] {
  if (suspect === '') return [];
  const value = formatMessage(suspect, readingIn(drawing.language));
  return [{ label: textsOf(drawing).documents.suspect, kind: 'text', value }];
}

async function frameOf(context: Context, drawing: Pick<Drawing, 'language' | 'locale' | 'zone'>): Promise<ReportFrame> {
  const { read, actor, now } = context;
  const head = await read.one(headOfStore);
  if (head === undefined) throw new Error('the store has no head');
  const sites = (await read.all(sitesOfPlant)).map(({ site }) => site);
  return {
    ...(await readMasterNames(read)),
    language: drawing.language,
    locale: drawing.locale,
    zone: drawing.zone,
    made: {
      by: actor.person.name,
      at: formatMoment(now),
      // The plant's own sites; a store without any has the workstation.
      site: sites.sort(compareCodes).join(', ') || actor.workstation,
    },
    head: { seq: head.seq, hash: Buffer.from(head.hash).toString('hex') },
    demo: head.demo !== '',
  };
}

const headOfStore = query((tables) => tables.selectFrom('head').select(['seq', 'hash', 'demo']));

const sitesOfPlant = query((tables) => tables.selectFrom('place').select('site').distinct().where('site', '<>', ''));
