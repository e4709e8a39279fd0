import type { Migration } from './migration.ts';

/** How much a lot of a product holds at most. */
export const m0015LotCapacity: Migration = {
  name: 'm0015LotCapacity',
  schema: 'bde063d3b49a2dbfb73963b16d03c9f1e244ccb87d7009af08c31f1c1f07d6b0',
  statements: ['alter table product add column lot_capacity integer', 'pragma user_version = 15'],
};
