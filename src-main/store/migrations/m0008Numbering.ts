import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** How goods are numbered, and how far that counted. */
export const m0008Numbering: Migration = {
  name: 'm0008Numbering',
  schema: 'd471c1d44cb51c637367498a8ab0e613301f902073b70eaeb9729f7d1a188eaf',
  statements: [
    ...recordTable(
      'numbering_rule',
      [
        'level text not null',
        'code text not null',
        'lot_pattern text not null',
        'serial_pattern text not null',
        'uniqueness text not null',
      ],
      'level, code',
    ),
    ...recordTable(
      'number_series',
      ['before text not null', 'after text not null', 'last integer not null'],
      'before, after',
    ),
    'pragma user_version = 8',
  ],
};
