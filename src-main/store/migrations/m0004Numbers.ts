import type { Migration } from './migration.ts';

/**
 * Indexes of the numbers by which others name a lot: a complaint names the manufacturer's. Shapes are stored: never edit
 * this file once a store was made with it; add a migration.
 */
export const m0004Numbers: Migration = {
  name: 'm0004Numbers',
  schema: '9a32a4ab1924f74eebe869d4b9cb942476c8b3fe478d1db2d63d3d31ea8c090c',
  statements: [
    "create index lot_manufacturer_lot on lot (manufacturer_lot) where manufacturer_lot <> ''",
    "create index lot_reference on lot (reference) where reference <> ''",
    // In the same transaction: a store is of the one version or of the other.
    'pragma user_version = 4',
  ],
};
