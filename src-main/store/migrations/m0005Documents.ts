import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Documents that were handed over. */
export const m0005Documents: Migration = {
  name: 'm0005Documents',
  schema: '4aa2a6f2c040bd62b739d99c7c13c25f40ca2ffe53cea1eb545a772a52ded960',
  statements: [
    ...recordTable(
      'issued_document',
      [
        'number integer not null',
        'report text not null',
        'title text not null',
        'question text not null',
        'format text not null',
        'language text not null',
        'locale text not null',
        'zone text not null',
        'parts text not null',
        'sha256 text not null',
        'made_from integer not null',
        'entry integer not null',
        'person text not null',
        'person_name text not null',
        'at integer not null',
      ],
      'number',
    ),
    'pragma user_version = 5',
  ],
};
