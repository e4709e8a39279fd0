import type { Migration } from './migration.ts';

/**
 * What was said of the status of goods, and which goods got another name, along indexes that hold nothing else: a lot of
 * many movements has few such, and whoever posts asks for them.
 */
export const m0024StatusesSaid: Migration = {
  name: 'm0024StatusesSaid',
  schema: 'ec4c626f73df267a6bc6f55481f7894f9c3175968407a9badcd2702ea38b19b0',
  statements: [
    "create index `movement_said` on `movement` (`to_unit_id`, `at`) where kind = 'status' or (kind = 'adjustment' and status_from not like 'A%' and status_to not like 'A%')",
    'create index `movement_renamed` on `movement` (`to_unit_id`, `at`) where from_unit_id <> to_unit_id',
    'pragma user_version = 24',
  ],
};
