import { defineEntity, p } from '@mikro-orm/core';

/** An index of a column that leaves blanks out. */
const saidOnly = (name: string, column: string) => ({
  name,
  expression: `create index \`${name}\` on \`lot\` (\`${column}\`) where ${column} is not null`,
});

export const Lot = defineEntity({
  name: 'Lot',
  tableName: 'lot',
  uniques: [{ name: 'lot_number', properties: ['productId', 'lot', 'sublot'] }],
  indexes: [
    {
      name: 'lot_supplier_lot',
      expression: "create index `lot_supplier_lot` on `lot` (`supplier_lot`, `supplier_id`) where supplier_lot <> ''",
    },
    { name: 'lot_by_number', properties: ['lot'] },
    saidOnly('lot_expires', 'expires_on'),
    saidOnly('lot_manufactured', 'manufactured_on'),
    saidOnly('lot_retest', 'retest_on'),
    saidOnly('lot_supplier', 'supplier_id'),
    { name: 'lot_sublot', expression: "create index `lot_sublot` on `lot` (`sublot`) where sublot <> ''" },
  ],
  properties: {
    id: p.integer().primary().autoincrement(false),
    productId: p.integer(),
    lot: p.text(),
    sublot: p.text(),
    supplierId: p.integer().nullable(),
    supplierLot: p.text(),
    manufacturer: p.text(),
    manufacturerLot: p.text(),
    manufacturedOn: p.text().nullable(),
    expiresOn: p.text().nullable(),
    bestBeforeOn: p.text().nullable(),
    useByOn: p.text().nullable(),
    retestOn: p.text().nullable(),
    reference: p.text(),
    version: p.integer(),
  },
});

/** The last decision about the status of a lot or serial; its versions are all there were. */
export const StatusDecision = defineEntity({
  name: 'StatusDecision',
  tableName: 'status_decision',
  uniques: [{ name: 'status_decision_key', properties: ['product', 'lot', 'sublot', 'serial'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    product: p.text(),
    lot: p.text(),
    sublot: p.text(),
    serial: p.text(),
    statusFrom: p.text(),
    statusTo: p.text(),
    location: p.text(),
    quantity: p.text(),
    movements: p.text(),
    reason: p.text(),
    decidedAt: p.integer(),
    version: p.integer(),
  },
});
