import { field, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { PartnerKind } from './vocabulary.ts';

export const partnerRecord = record({
  name: 'partner',
  key: ['code'],
  keyIndex: 'partner_code',
  fields: {
    code: field.code(),
    name: field.text(),
    kind: field.choice<PartnerKind>('dossier.kinds'),
    country: field.code(),
    email: field.code(),
    address: field.text(),
    phone: field.code(),
    gln: field.code(),
  },
});
export type PartnerValues = ValuesOf<typeof partnerRecord>;

/**
 * What was agreed with a partner beside what an export says of it: who is told of a recall, and how long goods must last
 * when they are shipped to it. It is written here alone; an import leaves it as it is.
 */
export const partnerTermsRecord = record({
  name: 'partner_terms',
  key: ['partner'],
  fields: {
    partner: field.code(),
    contactName: field.text(),
    contactPhone: field.code(),
    contactEmail: field.code(),
    /** Days from the day of shipping to the last day of the goods; null where the partner asks for none. */
    leastLifeDays: optional(field.days()),
  },
});
