import { formatMessage, msg } from '#shared/kernel/message.ts';
import { setImmediate as turn } from 'node:timers/promises';
import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { saveDocument } from '#main/documents/make.ts';
import { readAuditExtract } from '#main/features/audit/auditExtract.queries.ts';
import { decisionSignatures } from '#main/features/lots/decisionSignatures.queries.ts';
import { readLotList } from '#main/features/lots/lots.queries.ts';
import {
  countImpossible,
  readWholeDropped,
  readWholeRecall,
  recallQueries,
} from '#main/features/recalls/recalls.queries.ts';
import { singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { readSerialList } from '#main/features/serials/serials.queries.ts';
import { everything } from '#main/features/trace/traced.queries.ts';
import { traceQueries } from '#main/features/trace/trace.queries.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { questionOn } from '#shared/kernel/list.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import { readingIn } from '#shared/texts/index.ts';
import type { RecallQuestion } from '#shared/recalls/contract.ts';
import type { DrawnDocument, Drawing } from '#shared/reports/contract.ts';
import { auditReport, mostAuditRows } from './auditReport.ts';
import { lotsReport, serialsReport } from './listReport.ts';
import { readMasterNames } from './masterNames.queries.ts';
import { recallReport } from './recallReport.ts';
import { type ReportFrame, textsOf } from './reportFrame.ts';
import { type ScopeChange, type ScopeOfReport, scopesReport } from './scopesReport.ts';
import { tracePicture } from './tracePicture.ts';
import { traceReport } from './traceReport.ts';

export const reportQueries: QueriesOf<'reports', 'spool' | 'pathInPlace' | 'suspect'> = {
  drawTrace: ({ question, ...drawing }, context) =>
    draw(drawing, context, async (frame) => {
      const answer = await traceQueries.view({ ...question, ...everything }, context);
      const other = await traceQueries.view({ ...question, dated: !question.dated, offset: 0, limit: 1 }, context);
      return traceReport({
        answer,
        dated: question.dated,
        otherCounts: other.counts,
        picture: tracePicture(answer, frame),
        signatures: decisionSignatures(context.reader.db, answer.roots),
        frame,
      });
    }),

  drawRecall: ({ question, ...drawing }, context) =>
    draw(drawing, context, async (frame) => {
      const { answer, deliveries } = await readWholeRecall(question, context);
      const trace = await traceQueries.view(
        { roots: answer.suspects, direction: 'downstream', dated: question.dated, ...everything },
        context,
      );
      const impossible = question.dated ? { units: 0, customers: 0 } : await countImpossible(question, context);
      return recallReport({ answer, deliveries, question, impossible, picture: tracePicture(trace, frame), frame });
    }),

  drawScopes: ({ questions, ...drawing }, context) =>
    draw(drawing, context, async (frame) =>
      scopesReport({
        scopes: await readScopes(questions, context),
        changes: await readChanges(questions, context),
        frame,
      }),
    ),

  drawLots: ({ question, columns, ...drawing }, context) =>
    draw(drawing, context, async (frame) => {
      const asked = questionOn(lotList, question, dateOf(context.now, context.offsetMinutes));
      const rows = await readLotList(context.reader.db, asked, steps(context));
      return lotsReport({ rows, question, columns, frame });
    }),

  drawSerials: ({ question, columns, ...drawing }, context) =>
    draw(drawing, context, async (frame) => {
      const rows = await readSerialList(context.reader.db, question, steps(context));
      return serialsReport({ rows, question, columns, frame });
    }),

  drawAudit: ({ question, appendix, ...drawing }, context) =>
    draw(drawing, context, async (frame) => {
      const { format } = drawing;
      const asked = { question, most: mostAuditRows[format], appendix, step: steps(context) };
      const extract = await readAuditExtract(context.reader.db, asked);
      return auditReport({ extract, question, format, appendix, frame });
    }),
};

/** The figures of each scope; of its lists the first rows are enough. */
const readScopes = (questions: readonly RecallQuestion[], context: QueryContext): Promise<ScopeOfReport[]> =>
  Promise.all(
    questions.map(async (question) => {
      const view = await recallQueries.view(
        { ...question, offset: 0, limit: 1, leaveOutUnknown: false, documents: false },
        context,
      );
      return { question, view };
    }),
  );

/** What drops out from the first scope to each other one, and what that one has instead. */
const readChanges = (questions: readonly RecallQuestion[], context: QueryContext): Promise<ScopeChange[]> =>
  Promise.all(
    questions.slice(1).flatMap((other, index) => {
      const first = questions[0] ?? other;
      const place = index + 1;
      return [
        { from: { place: 0, question: first }, to: { place, question: other } },
        { from: { place, question: other }, to: { place: 0, question: first } },
      ].map(async ({ from, to }) => ({
        from: from.place,
        to: to.place,
        ...(await readWholeDropped({ from: from.question, to: to.question }, context)),
      }));
    }),
  );

/** Between two steps of reading a list: says how far it is, lets other calls through, and ends it when that is asked. */
const steps =
  ({ job }: QueryContext) =>
  async (done: number, total: number): Promise<void> => {
    job.progress('read', done, total);
    await turn();
    if (job.signal.aborted)
      throw new LotlineError('CANCELLED', msg`The document was cancelled. Nothing has been written.`);
  };

/** Builds a report of one state of the store, draws it in a worker, and keeps it for the one who asked. */
async function draw(
  drawing: Drawing,
  context: QueryContext<'spool' | 'suspect'>,
  build: (frame: ReportFrame) => Promise<ReportModel>,
): Promise<DrawnDocument> {
  const { model: built, head } = await atOneState(context, drawing, build);
  const model = {
    ...built,
    facts: [...built.facts, ...aloneFacts(context, drawing), ...suspectFacts(context, drawing)],
  };
  const { document, path } = await context.spool.place();
  const task = drawing.format === 'pdf' ? { format: 'pdf' as const } : { format: 'excel' as const };
  const { size, sha256 } = await saveDocument(model, task, path, context.job);
  const drawn = { document, title: model.title, name: fileName(model, drawing), size, sha256, ...head };
  context.spool.keep(drawn, { path, session: context.actor.session });
  return drawn;
}

/** Where one person may do what two should, every document says so. */
function aloneFacts({ reader: { db } }: QueryContext, drawing: Drawing): ReportModel['facts'] {
  const reason = singlePersonOf(db);
  return reason === '' ? [] : [{ label: textsOf(drawing).documents.singlePerson, kind: 'text', value: reason }];
}

/** What is drawn of a store that was found changed says so. */
function suspectFacts({ suspect }: QueryContext<'suspect'>, drawing: Drawing): ReportModel['facts'] {
  if (suspect === '') return [];
  const value = formatMessage(suspect, readingIn(drawing.language));
  return [{ label: textsOf(drawing).documents.suspect, kind: 'text', value }];
}

/** Reading takes several steps; when something was written between them, it is read again. */
const mostReadings = 5;

async function atOneState(
  context: QueryContext,
  drawing: Drawing,
  build: (frame: ReportFrame) => Promise<ReportModel>,
): Promise<{ model: ReportModel; head: { seq: number; hash: string } }> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const head = readHead(context);
    const model = await build(frameOf(context, drawing, head));
    if (readHead(context).seq === head.seq) return { model, head: { seq: head.seq, hash: head.hash } };
  }
  throw new LotlineError('CONFLICT', msg`The records change faster than they can be read. Make the document again.`);
}

type Head = { seq: number; hash: string; demo: boolean };

function readHead({ reader }: QueryContext): Head {
  const row = reader.db
    .prepare<[], { seq: number; hash: Buffer; demo: string }>('select seq, hash, demo from head where id = 1')
    .get();
  if (row === undefined) throw new Error('the store has no head');
  return { seq: row.seq, hash: row.hash.toString('hex'), demo: row.demo !== '' };
}

const frameOf = (context: QueryContext, drawing: Drawing, { seq, hash, demo }: Head): ReportFrame => ({
  ...readMasterNames(context.reader.db),
  language: drawing.language,
  locale: drawing.locale,
  zone: drawing.zone,
  made: {
    by: context.actor.person.name,
    at: formatMoment(context.now),
    site: sitesOf(context),
  },
  head: { seq, hash },
  demo,
});

/** The plant's own sites; a store without any has the workstation. */
function sitesOf({ reader, actor }: QueryContext): string {
  const sites = reader.db.prepare<[], string>("select distinct site from place where site <> ''").pluck();
  return sites.all().sort(compareCodes).join(', ') || actor.workstation;
}

/** The title and the day, without what a file system may not take. */
function fileName({ title, made, zone }: ReportModel, { format }: Drawing): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(made.at));
  const plain = title
    .replaceAll(': ', ' ')
    .replaceAll(/[^\p{L}\p{N}.\-() ]/gu, '_')
    .slice(0, 100);
  return `${plain} ${day}.${format}`;
}
