import { field, internal, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { NumberingLevel } from '#shared/numbering/vocabulary.ts';
import type { NoticedBy, ServiceKind, WarrantyStart } from './vocabulary.ts';

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

/** For how long goods of the site, of a category or of a product are under warranty that are delivered from a day on. */
export const warrantyRuleRecord = record({
  name: 'warranty_rule',
  key: ['level', 'code', 'validFrom'],
  fields: {
    level: field.choice<NumberingLevel>('numbering.levels'),
    /** Of the category or the product; "" of the site. */
    code: field.code(),
    validFrom: field.date(),
    /** 0 for none. */
    months: field.number(),
    starts: field.choice<WarrantyStart>('serials.warranty.startsWith'),
  },
});
export type WarrantyRuleValues = ValuesOf<typeof warrantyRuleRecord>;

/** That the warranty of one serial ends on another day than its rule says; null where the rule holds again. */
export const warrantyEndRecord = record({
  name: 'warranty_end',
  key: ['product', 'serial'],
  fields: { product: field.code(), serial: field.code(), endsOn: optional(field.date()) },
});

/** What was done to a serial after it was made. Where a part was exchanged, both are named. */
export const serviceEventRecord = record({
  name: 'service_event',
  key: ['product', 'number'],
  fields: {
    product: field.code(),
    /** SV-1, SV-2 …: counted in the store, never given again. */
    number: field.code(),
    serial: field.code(),
    kind: field.choice<ServiceKind>('serials.service.kinds'),
    doneOn: field.date(),
    done: field.text(),
    partInProduct: field.code(),
    partInSerial: field.code(),
    partOutProduct: field.code(),
    partOutSerial: field.code(),
    person: field.code(),
    personName: internal(field.text()),
    recordedAt: field.moment(),
    /** Why it does not hold; "" while it does. */
    withdrawn: field.text(),
  },
});
export type ServiceEventValues = ValuesOf<typeof serviceEventRecord>;

/** That a serial was not where it should be, until it was found. */
export const missingSerialRecord = record({
  name: 'missing_serial',
  key: ['product', 'number'],
  fields: {
    product: field.code(),
    /** MS-1, MS-2 …: counted in the store, never given again. */
    number: field.code(),
    serial: field.code(),
    noticedBy: field.choice<NoticedBy>('serials.missing.noticedBy'),
    reason: field.text(),
    person: field.code(),
    personName: internal(field.text()),
    reportedAt: field.moment(),
    /** Null while it is missing. */
    foundAt: optional(field.moment()),
    foundReason: field.text(),
  },
});
export type MissingSerialValues = ValuesOf<typeof missingSerialRecord>;
