import { field, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { LotTracking, SerialTracking, TraceDetail } from './vocabulary.ts';

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
    stockManaged: field.flag(),
    traceDetail: field.choice<TraceDetail>('audit.traceDetails'),
    shelfLifeDays: optional(field.days()),
    useByDays: optional(field.days()),
    retestDays: optional(field.days()),
    expiryStatus: field.status(),
    retestStatus: field.status(),
    standardCost: optional(field.cost()),
    gtin: field.code(),
  },
});
export type ProductValues = ValuesOf<typeof productRecord>;
