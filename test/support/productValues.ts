import type { ProductValues } from '#shared/products/records.ts';
import { noShelfLife } from '#shared/products/shelfLife.ts';

/** A product as the store keeps it: tracked by lot, measured in kilograms, nothing else said. */
export const buildProductValues = (values: Partial<ProductValues>): ProductValues => ({
  code: 'MILK',
  name: 'Milk',
  category: '',
  unit: 'kg',
  lotTracking: 'mandatory',
  serialTracking: 'none',
  stockManaged: 1,
  traceDetail: 'detailed',
  ...noShelfLife,
  expiryStatus: 'R',
  retestStatus: 'Q',
  standardCost: null,
  gtin: '',
  ...values,
});
