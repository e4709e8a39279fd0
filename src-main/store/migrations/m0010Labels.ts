import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Labels that were printed, and what became of them. */
export const m0010Labels: Migration = {
  name: 'm0010Labels',
  schema: 'a768c0602ee095e756d51c517077d795e3dbb97c6e9ada511fa963dd21733265',
  statements: [
    ...recordTable(
      'label_print',
      [
        'product text not null',
        'number text not null',
        'act text not null',
        'lot text not null',
        'sublot text not null',
        'serial text not null',
        'kind text not null',
        'state text not null',
        'size text not null',
        'symbol text not null',
        'says text not null',
        'quantity text not null',
        'copies integer not null',
        'first_copy integer not null',
        'reason text not null',
        'person text not null',
        'person_name text not null',
        'printed_at integer not null',
      ],
      'product, number',
    ),
    ...recordTable(
      'label_count',
      [
        'product text not null',
        'lot text not null',
        'sublot text not null',
        'serial text not null',
        'used integer not null',
        'destroyed integer not null',
        'note text not null',
        'person text not null',
        'person_name text not null',
        'counted_at integer not null',
      ],
      'product, lot, sublot, serial',
    ),
    'pragma user_version = 10',
  ],
};
