import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Samples that were drawn of inspected goods, and retains. */
export const m0028Samples: Migration = {
  name: 'm0028Samples',
  schema: 'e7aa5a102afb333e46131c518e621edb7bfb258ce190b4339deafa6e65647856',
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
