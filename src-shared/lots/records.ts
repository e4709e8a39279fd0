import { field, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';

export const lotRecord = record({
  name: 'lot',
  key: ['productId', 'lot', 'sublot'],
  keyIndex: 'lot_number',
  indexes: [
    { name: 'lot_supplier_lot', columns: ['supplierLot', 'supplierId'], filled: true },
    { name: 'lot_by_number', columns: ['lot'] },
    { name: 'lot_expires', columns: ['expiresOn'], filled: true },
    { name: 'lot_manufactured', columns: ['manufacturedOn'], filled: true },
    { name: 'lot_retest', columns: ['retestOn'], filled: true },
    { name: 'lot_supplier', columns: ['supplierId'], filled: true },
    { name: 'lot_manufacturer_lot', columns: ['manufacturerLot'], filled: true },
    { name: 'lot_reference', columns: ['reference'], filled: true },
    { name: 'lot_sublot', columns: ['sublot'], filled: true },
  ],
  openSignatures: true,
  fields: {
    productId: field.reference('product'),
    lot: field.code(),
    sublot: field.code(),
    supplierId: optional(field.reference('partner')),
    supplierLot: field.code(),
    manufacturer: field.code(),
    manufacturerLot: field.code(),
    manufacturedOn: optional(field.date()),
    expiresOn: optional(field.date()),
    bestBeforeOn: optional(field.date()),
    useByOn: optional(field.date()),
    retestOn: optional(field.date()),
    reference: field.code(),
    /** The input of its run with which it expires, where that is earlier than its shelf life says. */
    expiresWith: later(optional(field.text())),
  },
});
export type LotValues = ValuesOf<typeof lotRecord>;

/** A decision about the status of a lot or serial, or of what of it lies in one location. */
export const statusDecisionRecord = record({
  name: 'status_decision',
  key: ['product', 'lot', 'sublot', 'serial'],
  openSignatures: true,
  fields: {
    product: field.code(),
    lot: field.code(),
    sublot: field.code(),
    serial: field.code(),
    statusFrom: field.status(),
    statusTo: field.status(),
    /** "" for wherever it lay. */
    location: field.code(),
    /** How much it moved, as it was signed: in the product's unit. */
    quantity: field.code(),
    /** The movements that carried it out: "812-815". */
    movements: field.code(),
    reason: field.text(),
    decidedAt: field.moment(),
  },
});
export type StatusDecisionValues = ValuesOf<typeof statusDecisionRecord>;
