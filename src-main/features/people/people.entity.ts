import { defineEntity, p } from '@mikro-orm/core';

const id = p.integer().primary().autoincrement(false);
const version = p.integer();

/** A view of a list that a person named: filters, sort and columns as they stand in the address. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  uniques: [{ name: 'saved_view_name', properties: ['person', 'list', 'name'] }],
  properties: {
    id,
    person: p.text(),
    list: p.text(),
    name: p.text(),
    question: p.text(),
    removed: p.integer(),
    version,
  },
});

/** Somebody with an account. Never deleted, and the user name never goes to another. */
export const PersonRecord = defineEntity({
  name: 'PersonRecord',
  tableName: 'person',
  uniques: [{ name: 'person_key', properties: ['folded'] }],
  properties: {
    id,
    user: p.text(),
    folded: p.text(),
    name: p.text(),
    email: p.text(),
    roles: p.text(),
    disabled: p.integer(),
    identity: p.text(),
    demo: p.integer(),
    version,
  },
});

/** A name for permissions that people hold together. */
export const RoleRecord = defineEntity({
  name: 'RoleRecord',
  tableName: 'role',
  uniques: [{ name: 'role_key', properties: ['code'] }],
  properties: { id, code: p.text(), permissions: p.text(), version },
});

/** A password a person has or had, digested. */
export const Credential = defineEntity({
  name: 'Credential',
  tableName: 'credential',
  uniques: [{ name: 'credential_key', properties: ['person', 'number'] }],
  properties: {
    id,
    person: p.text(),
    number: p.integer(),
    hash: p.text(),
    changedAt: p.integer(),
    mustChange: p.integer(),
    version,
  },
});

/** What a person was trained for, and until when that holds. */
export const AuthorisationRecord = defineEntity({
  name: 'AuthorisationRecord',
  tableName: 'authorisation',
  uniques: [{ name: 'authorisation_key', properties: ['person', 'subject'] }],
  properties: {
    id,
    person: p.text(),
    subject: p.text(),
    validFrom: p.text(),
    validUntil: p.text(),
    note: p.text(),
    version,
  },
});

/** One decision of the site about how Lotline works there. */
export const Setting = defineEntity({
  name: 'Setting',
  tableName: 'setting',
  uniques: [{ name: 'setting_key', properties: ['code'] }],
  properties: { id, code: p.text(), value: p.text(), version },
});

/** Who signed what, when, and what it meant. Never changed. */
export const SignatureRecord = defineEntity({
  name: 'SignatureRecord',
  tableName: 'signature',
  indexes: [{ name: 'signature_record', properties: ['record', 'recordKey'] }],
  uniques: [{ name: 'signature_key', properties: ['code'] }],
  properties: {
    id,
    code: p.text(),
    entrySeq: p.integer(),
    record: p.text(),
    recordKey: p.text(),
    recordVersion: p.integer(),
    signed: p.text(),
    operation: p.text(),
    statement: p.text(),
    meaning: p.text(),
    person: p.text(),
    name: p.text(),
    role: p.text(),
    at: p.integer(),
    offsetMinutes: p.integer(),
    workstation: p.text(),
    comment: p.text(),
    digest: p.text(),
    version,
  },
});
