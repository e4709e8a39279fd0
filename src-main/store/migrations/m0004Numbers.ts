import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes of the numbers by which others name a lot: a complaint names the manufacturer's. Shapes are stored: never edit
 * this file once a store was made with it; add a migration.
 */
export class M0004Numbers extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  "create index lot_manufacturer_lot on lot (manufacturer_lot) where manufacturer_lot <> ''",
  "create index lot_reference on lot (reference) where reference <> ''",
  // In the same transaction: a store is of the one version or of the other.
  'pragma user_version = 4',
];
