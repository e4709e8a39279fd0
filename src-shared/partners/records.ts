import { field, later, optional, record, type ValuesOf } from '#shared/kernel/record.ts';
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
 * What is known of a partner beside what an export says of it: who is told of a recall, how long goods must last when
 * they are shipped to it, what else it is, and whether it is in use. It is written here alone; an import leaves it as it is.
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
    /** What it is beside supplier and customer; null for nothing. */
    alsoKinds: later(optional(field.choice('partners.roles'))),
    /** When the contact can be reached. */
    contactHours: later(optional(field.text())),
    /** The first day on which it is not dealt with any more; null while it is in use. */
    inactiveFrom: later(optional(field.date())),
  },
});
export type PartnerTermsValues = ValuesOf<typeof partnerTermsRecord>;
