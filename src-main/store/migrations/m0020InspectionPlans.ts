import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Inspection plans with their versions, and what they are used for. */
export const m0020InspectionPlans: Migration = {
  name: 'm0020InspectionPlans',
  schema: '37123f29059ef888591da9d8a61c1c1f4485fbd550b44087c31acf52e68de04e',
  statements: [
    ...recordTable(
      'inspection_plan',
      [
        'plan text not null',
        'plan_version integer not null',
        'name text not null',
        'plan_state text not null',
        'valid_from text not null',
        'valid_until text',
        'based_on text not null',
        'revision text not null',
        'note text not null',
        'content text not null',
        'author text not null',
        'writers text not null',
        'approver text not null',
      ],
      'plan, plan_version',
    ),
    ...recordTable(
      'plan_use',
      [
        'product text not null',
        'category text not null',
        'supplier text not null',
        'at_operation text not null',
        'plan text not null',
        'reason text not null',
      ],
      'product, category, supplier, at_operation',
    ),
    'pragma user_version = 20',
  ],
};
