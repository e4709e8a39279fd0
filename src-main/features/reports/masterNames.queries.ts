import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { MasterNames, PartnerNames } from '#shared/kernel/reportModel.ts';

export async function readMasterNames(read: Pick<Read, 'all'>): Promise<MasterNames> {
  return {
    products: new Map((await read.all(products)).map(({ code, ...names }) => [code, names])),
    partners: new Map((await read.all(partners)).map(({ code, ...names }) => [code, names])),
    locations: new Map((await read.all(locations)).map(({ code, kind }) => [code, kind])),
  };
}

const products = query((tables) => tables.selectFrom('product').select(['code', 'name', 'unit as unitOfMeasure']));

const locations = query((tables) => tables.selectFrom('place').select(['code', 'kind']));

/** A recall tells whom the partner named for it. */
const partners = query<Record<never, never>, PartnerNames & { code: string }>(
  () => sql`
    select p.code, p.name, p.country, p.address, 
      trim(coalesce(t.contact_name, '') || case when coalesce(t.contact_hours, '') = '' then '' else ' (' || t.contact_hours || ')' end) as contact,
      coalesce(nullif(t.contact_email, ''), p.email) as email, coalesce(nullif(t.contact_phone, ''), p.phone) as phone
    from partner p left join partner_terms t on t.partner = p.code`,
);
