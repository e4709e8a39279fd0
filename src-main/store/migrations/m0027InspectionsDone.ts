import type { Migration } from './migration.ts';

/** Inspections that go on, or begin anew, after their plan changed; files on them; and when inspection may be reduced. */
export const m0027InspectionsDone: Migration = {
  name: 'm0027InspectionsDone',
  schema: 'd1f29c49e11ac985afc2012e651ef35de4ed435fc879674a98c10c3115b4dec6',
  statements: [
    'alter table inspection add column keeps_past integer',
    'alter table inspection add column keeps_reason text',
    'alter table inspection add column carried_from text',
    'alter table inspection add column followed_by text',
    'alter table inspection_reading add column carried_from text',
    'alter table inspection_series add column may_reduce integer',
    'alter table attached_file add column at_row integer',
    'alter table attached_file add column at_piece integer',
    'pragma user_version = 27',
  ],
};
