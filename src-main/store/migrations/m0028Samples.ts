import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Samples that were drawn of inspected goods, and retains. */
export const m0028Samples: Migration = {
  name: 'm0028Samples',
  schema: '39849a7a0af06ee3e65c56c666574dcb3a22dfd6aef7b73d35f83c342f69a8bb',
  statements: [
    ...recordTable(
      'inspection_sample',
      [
        'inspection text not null',
        'reinspection integer not null',
        'sample_number integer not null',
        'sample_kind text not null',
        'product text not null',
        'lot text not null',
        'sublot text not null',
        'serial text not null',
        'quantity integer not null',
        'location text not null',
        'status text not null',
        'kept_at text not null',
        'destroy_on text',
        'document text not null',
        'movement integer not null',
        'sample_state text not null',
        'note text not null',
        'drawn_by text not null',
        'drawn_at integer not null',
        'ended_at integer',
        'reason text not null',
      ],
      'inspection, reinspection, sample_number',
    ),
    'create index inspection_sample_document on inspection_sample (document)',
    'pragma user_version = 28',
  ],
};
