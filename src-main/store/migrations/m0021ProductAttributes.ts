import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** What a plant says of its products besides, such as allergens. */
export const m0021ProductAttributes: Migration = {
  name: 'm0021ProductAttributes',
  schema: '8652acb4b89d45ca57888d71392ab51aecd1de9b6cfc57ac2fc076fb59e10e4e',
  statements: [
    'alter table product add column attributes text',
    ...recordTable(
      'product_attribute',
      ['code text not null', 'attribute_kind text not null', 'choices text not null'],
      'code',
    ),
    'pragma user_version = 21',
  ],
};
