import type { Database } from 'better-sqlite3';

export type ProductNames = { name: string; unitOfMeasure: string };
export type PartnerNames = { name: string; country: string; email: string; phone: string; address: string };

/** What a report says beside the codes: of every product and partner by its code. */
export type MasterNames = {
  products: ReadonlyMap<string, ProductNames>;
  partners: ReadonlyMap<string, PartnerNames>;
};

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
