import { z } from 'zod';
import { refusal, storedCode } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { reportPreview } from '#shared/kernel/reportPreview.ts';
import { isZone } from '#shared/kernel/zones.ts';
import { documentFormats, reportGroups } from './vocabulary.ts';

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

/** How it is written: the language of its words, how numbers and dates are written, and the zone of its moments. */
const writing = {
  language: z.enum(['en', 'de']).default('en'),
  locale: z.string().max(35).refine(isLocale, refusal(msg`Write a language tag such as en-GB.`)).default('en-GB'),
  zone: z.string().max(60).refine(isZone, refusal(msg`Write a time zone such as Europe/Berlin.`)).default('UTC'),
};
/** How to draw, in which format besides. */
const drawing = { format: z.enum(documentFormats), ...writing, job: z.string().max(100).default('') };
export const drawingShape = z.object(drawing);
export type Drawing = z.infer<typeof drawingShape>;

/** A report by its name, with what is in its blanks; the schema that the report declares reads that. */
const asked = {
  report: storedCode,
  parameters: z.record(z.string().max(60), z.unknown()).default({}),
};

/** A blank of a report, as forms know their fields; `start` is what a blank left alone stands for. */
const blank = z.object({
  name: z.string(),
  kind: z.enum(['code', 'text', 'flag', 'date', 'choice', 'choices']),
  start: z.string(),
  values: z.array(z.string()),
  /** Where the words for the values are among the texts. */
  words: z.string(),
});

const listedReport = z.object({
  name: z.string(),
  group: z.enum(reportGroups),
  formats: z.array(z.enum(documentFormats)),
  /** The screen where its parameters are put together; "" where they are blanks in a sentence. */
  screen: z.string(),
  blanks: z.array(blank),
});
export type ListedReport = z.infer<typeof listedReport>;

export const reports = {
  /** The reports that whoever asks may have, group by group. */
  list: query({
    permission: 'look',
    reads: [],
    input: z.object({}).strict(),
    output: z.object({ reports: z.array(listedReport) }),
  }),
  /** Draws any of them, complete; the report has a permission of its own. */
  draw: query({
    permission: 'look',
    reads: [],
    input: z.object({ ...asked, ...drawing }).strict(),
    output: drawnDocument,
  }),
  /** A report as it would be made now: its figures, and the first rows of each list. */
  preview: query({
    permission: 'look',
    input: z.object({ ...asked, ...writing, rows: z.number().int().min(1).max(200).default(50) }).strict(),
    output: z.object({
      report: reportPreview,
      /** The screen where its records come from. */
      comesFrom: z.string(),
    }),
  }),
  /** Documents that were handed over, newest first: those of reports that whoever asks may have. */
  listIssued: query({
    permission: 'look',
    reads: ['issued_document'],
    input: pageInput.strict(),
    output: pageOf(
      z.object({
        number: z.number().int(),
        report: z.string(),
        title: z.string(),
        format: z.enum(documentFormats),
        /** The entry that handed it over. */
        entry: z.number().int(),
        sha256: z.string(),
        person: z.string(),
        personName: z.string(),
        at: z.string(),
      }),
    ),
  }),
  /** Makes a document again, from the data as they are now, and says what differs. */
  compare: query({
    permission: 'look',
    reads: [],
    input: z.object({ number: z.number().int() }).strict(),
    output: z.object({
      same: z.boolean(),
      /** The headings of the parts that differ; "" for what stands before the first. */
      differs: z.array(z.string()),
      /** So many entries were written since. */
      entries: z.number().int(),
    }),
  }),
  /** Hands a drawn document over: from then on it can be fetched, and the audit trail says so. */
  issue: command({
    permission: 'report',
    input: z.object({ document: z.string().min(1).max(100) }).strict(),
    output: drawnDocument,
  }),
};
