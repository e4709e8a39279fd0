import { field, internal, record, type ValuesOf } from '#shared/kernel/record.ts';

/** Who signed what, when, and what it meant. Never changed. */
export const signatureRecord = record({
  name: 'signature',
  key: ['code'],
  indexes: [{ name: 'signature_record', columns: ['record', 'recordKey'] }],
  fields: {
    /** The entry's number and the place among its signatures: "812-1". */
    code: internal(field.code()),
    entrySeq: internal(field.number()),
    record: field.choice('audit.records'),
    recordKey: field.code(),
    recordVersion: internal(field.number()),
    /** Every record version that was signed, as canonical JSON of SignedVersion. */
    signed: internal(field.code()),
    operation: internal(field.code()),
    statement: field.text(),
    meaning: field.choice('audit.meanings'),
    person: field.code(),
    name: field.text(),
    role: field.choice('people.roleNames'),
    at: field.moment(),
    offsetMinutes: internal(field.number()),
    workstation: field.code(),
    comment: field.text(),
    digest: internal(field.code()),
  },
});
export type SignatureValues = ValuesOf<typeof signatureRecord>;
