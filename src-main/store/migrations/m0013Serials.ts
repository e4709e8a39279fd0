import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Warranty and service of serials, and which are missing. */
export const m0013Serials: Migration = {
  name: 'm0013Serials',
  schema: 'be95bb8c4760173d47d99604d9f644ada866b236c054583a16828a555f2e5a0f',
  statements: [
    ...recordTable(
      'warranty_rule',
      [
        'level text not null',
        'code text not null',
        'valid_from text not null',
        'months integer not null',
        'starts text not null',
      ],
      'level, code, valid_from',
    ),
    ...recordTable(
      'warranty_end',
      ['product text not null', 'serial text not null', 'ends_on text null'],
      'product, serial',
    ),
    ...recordTable(
      'service_event',
      [
        'product text not null',
        'number text not null',
        'serial text not null',
        'kind text not null',
        'done_on text not null',
        'done text not null',
        'part_in_product text not null',
        'part_in_serial text not null',
        'part_out_product text not null',
        'part_out_serial text not null',
        'person text not null',
        'person_name text not null',
        'recorded_at integer not null',
        'withdrawn text not null',
      ],
      'product, number',
    ),
    ...recordTable(
      'missing_serial',
      [
        'product text not null',
        'number text not null',
        'serial text not null',
        'noticed_by text not null',
        'reason text not null',
        'person text not null',
        'person_name text not null',
        'reported_at integer not null',
        'found_at integer null',
        'found_reason text not null',
      ],
      'product, number',
    ),
    'pragma user_version = 13',
  ],
};
