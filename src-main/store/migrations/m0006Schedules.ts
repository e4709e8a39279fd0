import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Reports that are written by themselves. */
export const m0006Schedules: Migration = {
  name: 'm0006Schedules',
  schema: '8d19004eb013985138da0597810c8ef30e18c0cf582ebac245ef7067702e9150',
  statements: [
    ...recordTable(
      'report_schedule',
      [
        'person text not null',
        'name text not null',
        'every text not null',
        'day integer not null',
        'time text not null',
        'formats text not null',
        'folder text not null',
        'language text not null',
        'locale text not null',
        'since integer not null',
        'removed integer not null',
        'last_due integer',
        'last_at integer',
        'last_files text not null',
        'problem text not null',
      ],
      'person, name',
    ),
    'pragma user_version = 6',
  ],
};
