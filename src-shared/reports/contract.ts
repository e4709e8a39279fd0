import { z } from 'zod';
import { auditQuestion } from '#shared/audit/contract.ts';
import { refusal } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { lotListQuestion } from '#shared/lots/contract.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { mostScopes, recallQuestion } from '#shared/recalls/contract.ts';
import { serialListQuestion } from '#shared/serials/contract.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { traceQuestion } from '#shared/trace/contract.ts';
import { documentFormats } from './vocabulary.ts';

/** A drawn document, kept for its session until it is issued and fetched, for an hour at most. */
export const drawnDocument = z.object({
  /** The name under which it is issued and fetched. */
  document: z.string(),
  title: z.string(),
  /** A file name for it, safe on every system. */
  name: z.string(),
  size: z.number().int(),
  /** The digest of its bytes, in hexadecimal. */
  sha256: z.string(),
  /** The end of the audit chain it was made from. */
  seq: z.number().int(),
  hash: z.string(),
});
export type DrawnDocument = z.infer<typeof drawnDocument>;

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** How to draw: the format, the language of its words, how numbers and dates are written, and the zone of its moments. */
const drawing = {
  format: z.enum(documentFormats),
  language: z.enum(['en', 'de']).default('en'),
  locale: z.string().max(35).refine(isLocale, refusal(msg`Write a language tag such as en-GB.`)).default('en-GB'),
  zone: z.string().max(60).refine(isZone, refusal(msg`Write a time zone such as Europe/Berlin.`)).default('UTC'),
  job: z.string().max(100).default(''),
};
const listDrawing = { ...drawing, format: z.literal('xlsx') };
export const drawingShape = z.object(drawing);
export type Drawing = z.infer<typeof drawingShape>;

export const reports = {
  /** A trace as a document, every list complete. */
  drawTrace: query({
    permission: 'trace',
    reads: [],
    input: z.object({ question: traceQuestion, ...drawing }).strict(),
    output: drawnDocument,
  }),
  /** A recall simulation as a document, every list complete. */
  drawRecall: query({
    permission: 'recall',
    reads: [],
    input: z.object({ question: recallQuestion, ...drawing }).strict(),
    output: drawnDocument,
  }),
  /** Scopes of a recall side by side, and what drops out from the first to each other one, whole. */
  drawScopes: query({
    permission: 'recall',
    reads: [],
    input: z.object({ questions: z.array(recallQuestion).min(2).max(mostScopes), ...drawing }).strict(),
    output: drawnDocument,
  }),
  /** The list of lots as it is, complete, with the columns that are shown. A list is for a workbook. */
  drawLots: query({
    permission: 'look',
    reads: [],
    input: z
      .object({ question: lotListQuestion, columns: z.array(z.enum(lotList.columns)).default([]), ...listDrawing })
      .strict(),
    output: drawnDocument,
  }),
  /** The list of serials, likewise. */
  drawSerials: query({
    permission: 'look',
    reads: [],
    input: z
      .object({
        question: serialListQuestion,
        columns: z.array(z.enum(serialList.columns)).default([]),
        ...listDrawing,
      })
      .strict(),
    output: drawnDocument,
  }),
  /**
   * The audit trail as it is filtered: entries, and what they changed. What imports and the like wrote is counted; with
   * `appendix` it follows whole. The document says where it leaves rows out.
   */
  drawAudit: query({
    permission: 'audit',
    reads: [],
    input: z.object({ question: auditQuestion, appendix: z.boolean().default(false), ...drawing }).strict(),
    output: drawnDocument,
  }),
  /** Hands a drawn document over: from then on it can be fetched, and the audit trail says so. */
  issue: command({
    permission: 'report',
    input: z.object({ document: z.string().min(1).max(100) }).strict(),
    output: drawnDocument,
  }),
};
