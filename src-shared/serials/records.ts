import { field, record } from '#shared/kernel/record.ts';

/**
 * A component in its parent, in one work order. Written once, under its row's number; its version says the two units in
 * words, so its table and its history differ and the ledger keeps both.
 */
export const serialLinkRecord = record({
  name: 'serial_link',
  key: [],
  fields: {
    workOrder: field.code(),
    parent: field.text(),
    component: field.text(),
    quantity: field.quantity(),
    at: field.moment(),
    rowKey: field.code(),
  },
});
