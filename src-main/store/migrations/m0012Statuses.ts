import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Names of statuses, and rules on what goods of a status may do. */
export const m0012Statuses: Migration = {
  name: 'm0012Statuses',
  schema: '10fed733f3b9d06afe33c3e6551433d12e1dcdae6637b57fb7b26a37f88e32b4',
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
