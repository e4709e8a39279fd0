import type { Database } from 'better-sqlite3';
import type { MasterNames, PartnerNames, ProductNames } from '#shared/kernel/reportModel.ts';

export function readMasterNames(db: Database): MasterNames {
  const products = db
    .prepare<[], ProductNames & { code: string }>('select code, name, unit as unitOfMeasure from product')
    .all();
  const partners = db
    .prepare<[], PartnerNames & { code: string }>('select code, name, country, email, phone, address from partner')
    .all();
  return {
    products: new Map(products.map(({ code, ...names }) => [code, names])),
    partners: new Map(partners.map(({ code, ...names }) => [code, names])),
  };
}
