import { field, record } from '#shared/kernel/record.ts';

/**
 * A component in its parent, in one work order. Written once, under its row's number. Its table has the ids of the two
 * units and its version their names, so the ledger writes both.
 */
export const serialLinkRecord = record({
  name: 'serial_link',
  key: [],
  fields: {
    workOrder: field.code(),
    parentProduct: field.code(),
    parentLot: field.code(),
    parentSublot: field.code(),
    parentSerial: field.code(),
    componentProduct: field.code(),
    componentLot: field.code(),
    componentSublot: field.code(),
    componentSerial: field.code(),
    quantity: field.quantity(),
    at: field.moment(),
    rowKey: field.code(),
  },
  /** Each unit in one text, such as "MOTOR serial M-1". */
  former: { parent: field.text(), component: field.text() },
});
