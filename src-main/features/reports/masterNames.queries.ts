import type { Database } from 'better-sqlite3';
import type { MasterNames, PartnerNames, ProductNames } from '#shared/kernel/reportModel.ts';

export function readMasterNames(db: Database): MasterNames {
  const products = db
    .prepare<[], ProductNames & { code: string }>('select code, name, unit as unitOfMeasure from product')
    .all();
  const partners = db
    .prepare<[], PartnerNames & { code: string }>(
      // A recall tells whom the partner named for it.
      `select p.code, p.name, p.country, p.address, coalesce(t.contact_name, '') as contact,
         coalesce(nullif(t.contact_email, ''), p.email) as email, coalesce(nullif(t.contact_phone, ''), p.phone) as phone
       from partner p left join partner_terms t on t.partner = p.code`,
    )
    .all();
  return {
    products: new Map(products.map(({ code, ...names }) => [code, names])),
    partners: new Map(partners.map(({ code, ...names }) => [code, names])),
  };
}
