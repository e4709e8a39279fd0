import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Tables of samples by the size of the lot; plans say how many rows they have. */
export const m0023PlanTables: Migration = {
  name: 'm0023PlanTables',
  schema: '275c63360a7ae4d85cdb7e54e6c63ce77e5edf2754e052104531ed505c30a013',
  statements: [
    ...recordTable(
      'plan_table',
      [
        'plan_table text not null',
        'source text not null',
        'edition text not null',
        'content text not null',
        'said text not null',
        'reason text not null',
      ],
      'plan_table',
    ),
    'alter table inspection_plan add column row_count integer',
    'pragma user_version = 23',
  ],
};
