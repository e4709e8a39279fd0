import { field, internal, record, type ValuesOf } from '#shared/kernel/record.ts';

/** A view of a list that a person named: filters, sort and columns as they stand in the address. */
export const savedViewRecord = record({
  name: 'saved_view',
  key: ['person', 'list', 'name'],
  fields: {
    person: field.code(),
    list: field.choice('audit.lists'),
    name: field.text(),
    question: field.question(),
    removed: field.flag(),
  },
});
export type SavedViewValues = ValuesOf<typeof savedViewRecord>;

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

/** One decision of the site about how Lotline works there. */
export const settingRecord = record({
  name: 'setting',
  key: ['code'],
  fields: { code: field.code(), value: field.code() },
});
