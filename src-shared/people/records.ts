import { field, record, type ValuesOf } from '#shared/kernel/record.ts';

/** Somebody with an account. Never deleted, and the user name never goes to another. */
export const personRecord = record({
  name: 'person',
  key: ['folded'],
  fields: {
    user: field.code(),
    /** The user name without its letter case: what is unique for ever. */
    folded: field.code(),
    name: field.text(),
    email: field.code(),
    /** Codes of roles, in order. */
    roles: field.choice('people.roleNames'),
    disabled: field.flag(),
    identity: field.code(),
    demo: field.flag(),
  },
});
export type PersonValues = ValuesOf<typeof personRecord>;

/** A name for permissions that people hold together. */
export const roleRecord = record({
  name: 'role',
  key: ['code'],
  fields: { code: field.choice('people.roleNames'), permissions: field.choice('people.permissions') },
});

/** What a person was trained for, and until when that holds. */
export const authorisationRecord = record({
  name: 'authorisation',
  key: ['person', 'subject'],
  fields: {
    person: field.code(),
    subject: field.choice('people.permissions'),
    validFrom: field.date(),
    /** "" for no end. */
    validUntil: field.date(),
    note: field.text(),
  },
});
export type AuthorisationValues = ValuesOf<typeof authorisationRecord>;
