import { defineEntity, p } from '@mikro-orm/core';

/** One row: which store this is, where its chain and journals are, how many units of work began. */
export const Head = defineEntity({
  name: 'Head',
  tableName: 'head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    storeId: p.text(),
    createdAt: p.integer(),
    demo: p.text(),
    seq: p.integer(),
    hash: p.blob(),
    movementDigest: p.blob(),
    versionDigest: p.blob(),
    writes: p.integer(),
    cleanExit: p.integer(),
  },
});

/** One entry per command, done or refused. Append-only. */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [
    {
      name: 'audit_entry_command',
      expression:
        "create unique index `audit_entry_command` on `audit_entry` (`person`, `command_id`) where outcome = 'done'",
    },
    {
      name: 'audit_entry_proof',
      expression:
        "create index `audit_entry_proof` on `audit_entry` (`person`, `seq`) where outcome = 'refused' or operation = 'people.logIn'",
    },
    {
      name: 'audit_entry_backup',
      expression:
        "create index `audit_entry_backup` on `audit_entry` (`seq`) where operation in ('backups.make', 'backups.drill', 'backups.restore')",
    },
    {
      name: 'audit_entry_set_up',
      expression:
        "create index `audit_entry_set_up` on `audit_entry` (`operation`) where operation = 'people.setUp' and outcome = 'done'",
    },
  ],
  uniques: [
    { name: 'audit_entry_hash', properties: ['hash'] },
    { name: 'audit_entry_previous', properties: ['previousHash'] },
  ],
  properties: {
    seq: p.integer().primary().autoincrement(false),
    at: p.integer(),
    person: p.text(),
    commandId: p.text(),
    operation: p.text(),
    outcome: p.text(),
    body: p.text(),
    previousHash: p.blob(),
    hash: p.blob(),
  },
});

/** The contents of attached files, while they are carried from one place to another: in backups, and in no store in use. */
export const CarriedFile = defineEntity({
  name: 'CarriedFile',
  tableName: 'carried_file',
  uniques: [{ name: 'carried_file_key', properties: ['sha256'] }],
  properties: { id: p.integer().primary().autoincrement(false), sha256: p.text(), content: p.blob() },
});

/** A record as an entry left it. Append-only: the old values are in the version before. */
export const RecordVersion = defineEntity({
  name: 'RecordVersion',
  tableName: 'record_version',
  indexes: [{ name: 'record_version_entry', properties: ['entrySeq'] }],
  uniques: [{ name: 'record_version_key', properties: ['record', 'recordKey', 'version'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    entrySeq: p.integer(),
    record: p.text(),
    recordKey: p.text(),
    version: p.integer(),
    content: p.text(),
    digest: p.blob(),
  },
});
