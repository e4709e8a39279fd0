import { field, record, type ValuesOf } from '#shared/kernel/record.ts';
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
