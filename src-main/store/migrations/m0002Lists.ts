import type { Migration } from './migration.ts';

/**
 * What long lists are read by, and the views of them that people keep. Shapes are stored: never edit this file once
 * a store was made with it; add a migration.
 *
 * The indexes leave blanks out, since blanks stand last whichever way a list is sorted; so an import pays only for
 * what it says. Product, lot and supplier's lot have theirs already. A text is looked for by going through these.
 */
export const m0002Lists: Migration = {
  name: 'm0002Lists',
  schema: '7c889e56b98a45413189d4812a4a37b0323e826e078b863eda9083a1f4813815',
  statements: [
    'create index lot_expires on lot (expires_on) where expires_on is not null',
    'create index lot_manufactured on lot (manufactured_on) where manufactured_on is not null',
    'create index lot_retest on lot (retest_on) where retest_on is not null',
    'create index lot_supplier on lot (supplier_id) where supplier_id is not null',
    "create index lot_sublot on lot (sublot) where sublot <> ''",
    `create table saved_view (
    id integer not null primary key,
    person text not null,
    list text not null,
    name text not null,
    question text not null,
    removed integer not null,
    version integer not null
  ) strict`,
    'create unique index saved_view_name on saved_view (person, list, name)',
    // In the same transaction: a store is of the one version or of the other.
    'pragma user_version = 2',
  ],
};
