import { field, internal, record, type ValuesOf } from '#shared/kernel/record.ts';

/** Each password a person had, the last one in force. */
export const credentialRecord = record({
  name: 'credential',
  key: ['person', 'number'],
  fields: {
    person: field.code(),
    number: field.number(),
    /** As hashPassword writes it. */
    hash: internal(field.digested()),
    changedAt: field.moment(),
    mustChange: field.flag(),
  },
});
export type CredentialValues = ValuesOf<typeof credentialRecord>;
