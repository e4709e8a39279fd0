import { defineEntity, p } from '@mikro-orm/core';
import type { PartnerKind } from '#shared/partners/vocabulary.ts';

export const Partner = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  uniques: [{ name: 'partner_code', properties: ['code'] }],
  properties: {
    id: p.integer().primary().autoincrement(false),
    code: p.text(),
    name: p.text(),
    kind: p.text().$type<PartnerKind>(),
    country: p.text(),
    email: p.text(),
    address: p.text(),
    phone: p.text(),
    gln: p.text(),
    version: p.integer(),
  },
});
