import { entityOf } from '#main/store/entityOf.ts';
import { lotRecord, statusDecisionRecord } from '#shared/lots/records.ts';

/** An index of a column that leaves blanks out. */
const optionalColumn = (name: string, column: string) => ({
  name,
  expression: `create index \`${name}\` on \`lot\` (\`${column}\`) where ${column} is not null`,
});

/** The same of a number that is blank where there is none. */
const numberIndex = (name: string, column: string) => ({
  name,
  expression: `create index \`${name}\` on \`lot\` (\`${column}\`) where ${column} <> ''`,
});

export const Lot = entityOf(lotRecord, {
  unique: 'lot_number',
  indexes: [
    {
      name: 'lot_supplier_lot',
      expression: "create index `lot_supplier_lot` on `lot` (`supplier_lot`, `supplier_id`) where supplier_lot <> ''",
    },
    { name: 'lot_by_number', properties: ['lot'] },
    optionalColumn('lot_expires', 'expires_on'),
    optionalColumn('lot_manufactured', 'manufactured_on'),
    optionalColumn('lot_retest', 'retest_on'),
    optionalColumn('lot_supplier', 'supplier_id'),
    numberIndex('lot_manufacturer_lot', 'manufacturer_lot'),
    numberIndex('lot_reference', 'reference'),
    numberIndex('lot_sublot', 'sublot'),
  ],
});

/** The last decision about the status of a lot or serial; its versions are all there were. */
export const StatusDecision = entityOf(statusDecisionRecord);
