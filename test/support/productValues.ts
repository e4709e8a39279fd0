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
  lotCapacity: null,
  expiryCap: null,
  traceDetail: 'detailed',
  ...noShelfLife,
  expiryStatus: 'R',
  retestStatus: 'Q',
  standardCost: null,
  gtin: '',
  attributes: null,
  packUnits: null,
  ...values,
});

/** A product as somebody makes it by hand. */
export const soap = {
  ...{ code: 'SOAP', name: 'Soap', category: '', unit: 'EA', lotTracking: 'mandatory', serialTracking: 'none' },
  ...{ traceDetail: 'detailed', stockManaged: true, ...noShelfLife, shelfLifeMonths: 24 },
  ...{
    expiryStatus: 'R',
    retestStatus: '',
    standardCost: '1.2',
    gtin: '',
    lotCapacity: '',
    expiryCap: '',
    attributes: '',
    packUnits: '',
  },
};
