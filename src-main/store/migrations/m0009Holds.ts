import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Holds, which freeze goods on top of their status. */
export const m0009Holds: Migration = {
  name: 'm0009Holds',
  schema: '46b110e5044989412a114d80f719f6e38023eeefaf049bf12dd84949b7658b95',
  statements: [
    ...recordTable(
      'hold',
      [
        'number text not null',
        'act text not null',
        'product text not null',
        'lot text not null',
        'sublot text not null',
        'serial_from text not null',
        'serial_to text not null',
        'supplier text not null',
        'work_order text not null',
        'location text not null',
        'received_from text',
        'received_to text',
        'reason text not null',
        'set_at integer not null',
        'lifted_at integer',
        'lift_reason text not null',
      ],
      'number',
    ),
    'pragma user_version = 9',
  ],
};
