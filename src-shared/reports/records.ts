import { field, internal, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { Period } from '#shared/kernel/schedule.ts';

/** A document that was handed over: which report with what in its blanks, how it was written, and what it said. */
export const issuedDocumentRecord = record({
  name: 'issued_document',
  key: ['number'],
  fields: {
    number: field.number(),
    report: field.code(),
    title: field.text(),
    /** The blanks as JSON. */
    question: field.question(),
    format: field.code(),
    language: field.code(),
    locale: internal(field.code()),
    zone: internal(field.code()),
    /** The digests of its parts, by which a later making is compared: JSON of IssuedPart[]. */
    parts: internal(field.code()),
    sha256: field.code(),
    /** The end of the chain it was made from, and the entry that handed it over. */
    madeFrom: internal(field.number()),
    entry: internal(field.number()),
    person: field.code(),
    personName: internal(field.text()),
    at: field.moment(),
  },
});
export type IssuedDocumentValues = ValuesOf<typeof issuedDocumentRecord>;

/**
 * When a report that a person keeps is written into a folder by itself, and what became of it last. It is done as that
 * person, who set it up.
 */
export const reportScheduleRecord = record({
  name: 'report_schedule',
  key: ['person', 'name'],
  fields: {
    person: field.code(),
    /** The name of the report among those the person keeps. */
    name: field.text(),
    every: field.choice<Period>('reports.schedule.periods'),
    /** Of the week, from Monday on, or of the month; see kernel/schedule.ts. */
    day: field.number(),
    time: field.code(),
    /** Some of them, with commas between. */
    formats: field.choice('reports'),
    folder: field.text(),
    language: field.code(),
    locale: internal(field.code()),
    /** From here on it is due. */
    since: internal(field.moment()),
    removed: field.flag(),
    /** The time it was written for last, when that was done, the files it came to, and why it came to none. */
    lastDue: internal(optional(field.moment())),
    lastAt: optional(field.moment()),
    lastFiles: field.text(),
    problem: field.text(),
  },
});
export type ReportScheduleValues = ValuesOf<typeof reportScheduleRecord>;
