import type { Migration } from './migration.ts';

/** How long goods last in calendar months, and best before. */
export const m0007ShelfLife: Migration = {
  name: 'm0007ShelfLife',
  schema: '53bd0c64c947b5a4c6aa548641099ef165070748c22f419d0917f315d8349cc0',
  statements: [
    'alter table product add column shelf_life_months integer',
    'alter table product add column best_before_days integer',
    'alter table product add column best_before_months integer',
    'alter table product add column use_by_months integer',
    'alter table product add column retest_months integer',
    'pragma user_version = 7',
  ],
};
