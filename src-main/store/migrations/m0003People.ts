import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/**
 * People, what they may do, and what they signed. Shapes are stored: never edit this file once a store was made with
 * it; add a migration.
 *
 * Every table here is a view of its records' last versions, as master data is, so that `verify` vouches for it. A
 * password's digest stands in no version: the version has a digest of that digest.
 */
export const m0003People: Migration = {
  name: 'm0003People',
  schema: 'b571e4bb0cebd2e143541f4744efae5c080d401b28562cf5e4041d63f77b1c37',
  statements: [
    ...recordTable(
      'person',
      [
        'user text not null',
        // Letter case does not tell two people apart, and a name that was used is used for ever.
        'folded text not null',
        'name text not null',
        'email text not null',
        'roles text not null',
        'disabled integer not null',
        'identity text not null',
        'demo integer not null',
      ],
      'folded',
    ),
    ...recordTable('role', ['code text not null', 'permissions text not null'], 'code'),
    ...recordTable(
      'credential',
      [
        'person text not null',
        'number integer not null',
        'hash text not null',
        'changed_at integer not null',
        'must_change integer not null',
      ],
      'person, number',
    ),
    ...recordTable(
      'authorisation',
      [
        'person text not null',
        'subject text not null',
        'valid_from text not null',
        'valid_until text not null',
        'note text not null',
      ],
      'person, subject',
    ),
    ...recordTable('setting', ['code text not null', 'value text not null'], 'code'),
    ...recordTable(
      'status_decision',
      [
        'product text not null',
        'lot text not null',
        'sublot text not null',
        'serial text not null',
        'status_from text not null',
        'status_to text not null',
        'location text not null',
        'quantity text not null',
        'movements text not null',
        'reason text not null',
        'decided_at integer not null',
      ],
      'product, lot, sublot, serial',
    ),
    ...recordTable(
      'audit_review',
      [
        'number integer not null',
        'first_seq integer not null',
        'last_seq integer not null',
        'last_hash text not null',
        'note text not null',
      ],
      'number',
    ),
    ...recordTable(
      'signature',
      [
        'code text not null',
        'entry_seq integer not null',
        'record text not null',
        'record_key text not null',
        'record_version integer not null',
        // What was signed and what it rests on, each as kind, name, version and digest.
        'signed text not null',
        'operation text not null',
        'statement text not null',
        'meaning text not null',
        'person text not null',
        'name text not null',
        'role text not null',
        'at integer not null',
        'offset_minutes integer not null',
        'workstation text not null',
        'comment text not null',
        'digest text not null',
      ],
      'code',
    ),
    'create index signature_record on signature (record, record_key)',
    "create trigger signature_no_update before update on signature begin select raise(abort, 'append-only'); end",
    // What failed and who came in, by account: from these the lock of an account is counted.
    "create index audit_entry_proof on audit_entry (person, seq) where outcome = 'refused' or operation = 'people.logIn'",
    // The backups, drills and restores of a store, among a million entries.
    "create index audit_entry_backup on audit_entry (seq) where operation in ('backups.make', 'backups.drill', 'backups.restore')",
    // The one entry that closes the way of the first administrator.
    "create index audit_entry_set_up on audit_entry (operation) where operation = 'people.setUp' and outcome = 'done'",
    // In the same transaction: a store is of the one version or of the other.
    'pragma user_version = 3',
  ],
};
