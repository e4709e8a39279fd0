import { field, internal, record, type ValuesOf } from '#shared/kernel/record.ts';

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
