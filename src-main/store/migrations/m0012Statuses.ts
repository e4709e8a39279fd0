import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Names of statuses, and rules on what goods of a status may do. */
export const m0012Statuses: Migration = {
  name: 'm0012Statuses',
  schema: '581772c30c551ba5cbc7a3d76ae98ff57c88a752506330fe3327ca84467f4150',
  statements: [
    ...recordTable('stock_status', ['status text not null', 'name text not null', 'look text not null'], 'status'),
    ...recordTable(
      'status_rule',
      [
        'level text not null',
        'code text not null',
        'ruled_act text not null',
        'taken text not null',
        'holds_from integer not null',
      ],
      'level, code, ruled_act',
    ),
    'pragma user_version = 12',
  ],
};
