import { defineEntity, p } from '@mikro-orm/core';
import type { LotTracking, SerialTracking, TraceDetail } from '#shared/products/vocabulary.ts';

export const Product = defineEntity({
  name: 'Product',
  tableName: 'product',
  uniques: [{ name: 'product_code', properties: ['code'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    code: p.text(),
    name: p.text(),
    category: p.text(),
    unit: p.text(),
    lotTracking: p.text().$type<LotTracking>(),
    serialTracking: p.text().$type<SerialTracking>(),
    stockManaged: p.integer(),
    traceDetail: p.text().$type<TraceDetail>(),
    shelfLifeDays: p.integer().nullable(),
    useByDays: p.integer().nullable(),
    retestDays: p.integer().nullable(),
    expiryStatus: p.text(),
    retestStatus: p.text(),
    standardCost: p.integer().nullable(),
    gtin: p.text(),
    version: p.integer(),
  },
});
