import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Files that are attached, and where a backup carries their contents. */
export const m0014Attachments: Migration = {
  name: 'm0014Attachments',
  schema: '09a433357a698dd1f59ea0637b6cfde27b01a937442feb5e2f26bcdc6b3be899',
  statements: [
    ...recordTable(
      'attached_file',
      [
        'number text not null',
        'belongs_to text not null',
        'product text not null',
        'lot text not null',
        'sublot text not null',
        'serial text not null',
        'code text not null',
        'kind text not null',
        'certificate text not null',
        'issued_on text',
        'issuer text not null',
        'label text not null',
        'file_type text not null',
        'size integer not null',
        'sha256 text not null',
        'person text not null',
        'person_name text not null',
        'added_at integer not null',
        'withdrawn_at integer',
        'withdraw_reason text not null',
      ],
      'number',
    ),
    "create index attached_file_goods on attached_file (product, lot) where product <> ''",
    "create index attached_file_code on attached_file (code) where code <> ''",
    'create index attached_file_content on attached_file (sha256)',
    `create table carried_file (
    id integer not null primary key,
    sha256 text not null,
    content blob not null
  ) strict`,
    'create unique index carried_file_key on carried_file (sha256)',
    'pragma user_version = 14',
  ],
};
