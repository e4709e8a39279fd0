import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** How goods are numbered, and how far that counted. */
export const m0008Numbering: Migration = {
  name: 'm0008Numbering',
  schema: '0289f9204afd8432950fb1ab748c16fa2f22f20ba681d47646614de774916dd5',
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
