import { field, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { ExpiryCap, LotTracking, SerialTracking, TraceDetail } from './vocabulary.ts';

export const productRecord = record({
  name: 'product',
  key: ['code'],
  keyIndex: 'product_code',
  openSignatures: true,
  fields: {
    code: field.code(),
    name: field.text(),
    category: field.text(),
    unit: field.text(),
    lotTracking: field.choice<LotTracking>('dossier.lotTrackings'),
    serialTracking: field.choice<SerialTracking>('dossier.serialTrackings'),
    /** So much of one lot a document moves at most. */
    lotCapacity: later(optional(field.quantity())),
    stockManaged: field.flag(),
    traceDetail: field.choice<TraceDetail>('audit.traceDetails'),
    shelfLifeDays: optional(field.days()),
    shelfLifeMonths: later(optional(field.number())),
    bestBeforeDays: later(optional(field.days())),
    bestBeforeMonths: later(optional(field.number())),
    useByDays: optional(field.days()),
    useByMonths: later(optional(field.number())),
    retestDays: optional(field.days()),
    retestMonths: later(optional(field.number())),
    expiryCap: later(optional(field.choice<ExpiryCap>('products.expiryCaps'))),
    expiryStatus: field.status(),
    retestStatus: field.status(),
    standardCost: optional(field.cost()),
    gtin: field.code(),
  },
});
export type ProductValues = ValuesOf<typeof productRecord>;
