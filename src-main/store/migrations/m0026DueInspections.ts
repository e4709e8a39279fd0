import type { Migration } from './migration.ts';

/** When an inspection is due that goods or runs of production have by time: for which day or slot, and from when until when. */
export const m0026DueInspections: Migration = {
  name: 'm0026DueInspections',
  schema: '0a9f8410fa64030ea6fcc0f4e2e4393a09609c71247d32526c0db25c53a733a1',
  statements: [
    'alter table inspection add column slot text',
    'alter table inspection add column due_from integer',
    'alter table inspection add column due_until integer',
    'alter table inspection add column work_order text',
    'alter table inspection add column run text',
    "create index inspection_run on inspection (work_order, run) where work_order <> ''",
    'pragma user_version = 26',
  ],
};
