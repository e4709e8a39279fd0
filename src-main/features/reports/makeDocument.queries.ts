import type { DocumentMade, QueryContext, Report } from '#main/context/context.ts';
import { saveDocument } from '#main/documents/make.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { ReportModel } from '#shared/kernel/reportModel.ts';
import type { DrawnDocument, Drawing } from '#shared/reports/contract.ts';
import { type AskedReport, questionOf } from '#shared/reports/saved.ts';
import type { DocumentFormat } from '#shared/reports/vocabulary.ts';
import { partsOf } from './issued.queries.ts';
import { makeReport } from './makeReport.queries.ts';

type Context = QueryContext<'pathInPlace' | 'suspect'>;
type Asked = Pick<Drawing, 'format' | 'language' | 'locale' | 'zone'>;

/** @throws LotlineError VALIDATION for a format in which the report is not made */
export function insistOnFormat({ formats }: Report, format: DocumentFormat): void {
  if (!formats.includes(format))
    throw new LotlineError('VALIDATION', msg`This report is made as ${formats.join(', ')} alone.`);
}

/** Draws a report of one state of the store into a file; answers with it what the register keeps of it. */
export async function makeDocument(
  report: Report,
  asked: AskedReport,
  { context, path, ...drawing }: Asked & { context: Context; path: string },
): Promise<{ drawn: Omit<DrawnDocument, 'document' | 'name'>; model: ReportModel; made: DocumentMade }> {
  const { format, language, locale, zone } = drawing;
  const { model, parameters } = await makeReport(report, asked, { ...drawing, context });
  const task = { format: format === 'xlsx' ? 'excel' : format } as const;
  const { size, sha256 } = await saveDocument(model, task, path, context.job);
  const drawn = { title: model.title, size, sha256, ...model.head };
  const question = JSON.stringify(questionOf({ ...asked, parameters }));
  const made = { report: report.name, question, parts: JSON.stringify(partsOf(model)), format, language, locale, zone };
  return { drawn, model, made };
}

/** A name that every file system takes: what comes behind it fits as well, and no sign is cut in two. */
export const plainName = (text: string): string =>
  beginningOf(text.replaceAll(': ', ' ').replaceAll(/[^\p{L}\p{N}.\-() ]/gu, '_')).trim();

/** File systems count bytes, of 255 at most. */
function beginningOf(text: string): string {
  let begun = '';
  for (const sign of text.slice(0, 100)) {
    if (!sign.isWellFormed() || Buffer.byteLength(begun) + Buffer.byteLength(sign) > 200) break;
    begun += sign;
  }
  return begun;
}
