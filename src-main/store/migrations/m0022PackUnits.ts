import type { Migration } from './migration.ts';

/** What products are packed in. */
export const m0022PackUnits: Migration = {
  name: 'm0022PackUnits',
  schema: 'cb3a25325cfa4d4ac527f3c5ffccfbb2e2ac4fdb12076246f58ce7a8a2c24224',
  statements: ['alter table product add column pack_units text', 'pragma user_version = 22'],
};
