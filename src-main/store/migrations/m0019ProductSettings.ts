import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** What products, their categories and the site say of products from days on, and the names of categories. */
export const m0019ProductSettings: Migration = {
  name: 'm0019ProductSettings',
  schema: '3b5c805e22f7b31a55e49b83238badceec1162416cb6ad4b1cda0d377d69f7a8',
  statements: [
    ...recordTable(
      'product_setting',
      [
        'level text not null',
        'code text not null',
        'setting text not null',
        'valid_from text not null',
        'value text not null',
      ],
      'level, code, setting, valid_from',
    ),
    ...recordTable('product_category', ['code text not null', 'name text not null'], 'code'),
    'pragma user_version = 19',
  ],
};
