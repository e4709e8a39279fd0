import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** Approved suppliers, and how goods of others are received. */
export const m0016Suppliers: Migration = {
  name: 'm0016Suppliers',
  schema: '7a839f90689e6bf9577e5f82e527a2a669990d0df87b2a4a5daa22136aff34d3',
  statements: [
    ...recordTable(
      'supplier_approval',
      [
        'partner text not null',
        'level text not null',
        'code text not null',
        'approval text not null',
        'valid_from text not null',
        'valid_until text',
        'reason text not null',
        'holds_from integer not null',
      ],
      'partner, level, code',
    ),
    ...recordTable(
      'receipt_rule',
      ['level text not null', 'code text not null', 'receipt_act text not null', 'holds_from integer not null'],
      'level, code',
    ),
    'pragma user_version = 16',
  ],
};
