import { entityOf } from '#main/store/entityOf.ts';
import { productRecord } from '#shared/products/records.ts';

export const Product = entityOf(productRecord, { unique: 'product_code' });
