import { z } from 'zod';
import { name, optionalStoredCode, refusal, storedCode, tooLong } from '#shared/kernel/fields.ts';
import { inEnglish, msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageInput, pageOf } from '#shared/kernel/page.ts';
import { reportPreview } from '#shared/kernel/reportPreview.ts';
import { controls, textIssueSentence } from '#shared/kernel/text.ts';
import { periods } from '#shared/kernel/schedule.ts';
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

/**
 * A report by its name, with what is in its blanks; the schema that the report declares reads that. A report that is a
 * table of rows is shown with the columns that are wanted, in their order, and grouped by one; `name` is its own among
 * those a person keeps.
 */
const asked = {
  report: storedCode,
  parameters: z.record(z.string().max(60), z.unknown()).default({}),
  columns: z.array(z.string().max(60)).max(60).default([]),
  group: z.string().max(60).default(''),
  name: optionalStoredCode.default(''),
};

/** When something is done by itself: see kernel/schedule.ts. */
const timing = {
  every: z.enum(periods),
  day: z.number().int().min(1).max(31).default(1),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, refusal(msg`Write a time of day such as 06:30.`)),
};
const folder = z
  .string()
  .max(1000, inEnglish(tooLong))
  .refine((text) => text.trim() !== '', refusal(msg`It is missing.`))
  // The files that were written are told by line, also on a terminal.
  .refine((text) => !controls.test(text), refusal(textIssueSentence('control')));

const schedule = z.object({
  /** Who set it up, and as whom it is done. */
  person: z.string(),
  personName: z.string(),
  isOwn: z.boolean(),
  /** The name of the report among those the person keeps, and which report it is; "" where it is kept no longer. */
  name: z.string(),
  report: z.string(),
  ...timing,
  formats: z.array(z.enum(documentFormats)),
  folder: z.string(),
  /** When it is due next. */
  next: z.string(),
  /** When it was written last, or was to be; "" for never. */
  lastAt: z.string(),
  /** The files that came of it. */
  lastFiles: z.array(z.string()),
  /** Why none did, as a sentence in English; "" else. */
  problem: z.string(),
  /** Why it would be refused just now, whoever's fault that is: the person is gone, or may not any more; "" else. */
  refusal: z.enum(['', 'gone', 'disabled', 'locked', 'password', 'right', 'qualification']),
});
export type Schedule = z.infer<typeof schedule>;

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
      /** The columns there are to choose from; none where it is no table of rows. */
      columns: z.array(
        z.object({
          key: z.string(),
          header: z.string(),
          /** Whether rows can be grouped by it, and whether it is shown unless others are wanted. */
          groups: z.boolean(),
          usual: z.boolean(),
        }),
      ),
      /** Columns that are wanted and that it does not have. */
      missing: z.array(z.string()),
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
  /** Gives a report that is kept another name; its schedule goes along. */
  renameSaved: command({
    permission: 'look',
    input: z.object({ name: storedCode, to: name }).strict(),
    output: z.object({ renamed: z.boolean() }),
  }),
  /** Keeps a report no longer, and writes it no longer. */
  removeSaved: command({
    permission: 'look',
    input: z.object({ name: storedCode }).strict(),
    output: z.object({ removed: z.boolean() }),
  }),
  /** When reports are written by themselves: one's own, and everybody's for those who read the audit trail. */
  listSchedules: query({
    permission: 'look',
    reads: ['report_schedule', 'saved_view', 'person', 'role', 'authorisation', 'credential', 'setting'],
    input: z.object({}).strict(),
    output: z.object({ schedules: z.array(schedule) }),
  }),
  /** Has a report that one keeps written into a folder by itself, from now on. */
  saveSchedule: command({
    permission: 'report',
    input: z
      .object({
        name: storedCode,
        ...timing,
        formats: z.array(z.enum(documentFormats)).min(1, refusal(msg`Choose at least one format.`)),
        folder,
        language: writing.language,
        locale: writing.locale,
      })
      .strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Ends that. Somebody else's is ended by those who administer people. */
  removeSchedule: command({
    permission: 'look',
    input: z.object({ name: storedCode, person: optionalStoredCode.default('') }).strict(),
    output: z.object({ removed: z.boolean() }),
  }),
  /**
   * Writes a scheduled report of one's own and enters it in the register; `byHand` now, else where it is due. That it
   * cannot be written is an answer, which the schedule keeps; that the person may not have it is a refusal.
   */
  runSchedule: command({
    permission: 'report',
    input: z.object({ name: storedCode, byHand: z.boolean().default(false) }).strict(),
    output: z.object({
      /** The files that were written, by their whole names. */
      files: z.array(z.string()),
      /** Why none was; "" else, also where nothing was due. */
      problem: z.string(),
    }),
  }),
  /** Hands a drawn document over: from then on it can be fetched, and the audit trail says so. */
  issue: command({
    permission: 'report',
    input: z.object({ document: z.string().min(1).max(100) }).strict(),
    output: drawnDocument,
  }),
};
