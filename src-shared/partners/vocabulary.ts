import { defineList } from '#shared/kernel/defineList.ts';

export const partnerKinds = ['supplier', 'customer', 'both'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** No partner asks for goods that last longer, in days. */
export const longestLife = 3650;

/** The list of partners. Without a sort it is in the order of their codes. */
export const partnerList = defineList({
  name: 'partners',
  texts: 'dossier.partnerList',
  cells: {
    code: { kind: 'code', header: 'fields.partner', page: 'partner', sorts: true, filters: true, width: 160 },
    name: { kind: 'text', header: 'fields.name', sorts: true, filters: true, width: 240 },
    kind: {
      kind: 'choice',
      header: 'dossier.partnerList.kind',
      values: partnerKinds,
      said: 'dossier.kinds',
      filters: true,
      width: 170,
    },
    address: { kind: 'text', header: 'dossier.address', filters: true, width: 260 },
    country: { kind: 'text', header: 'dossier.country', sorts: true, filters: true, width: 110 },
    email: { kind: 'text', header: 'dossier.email', extra: true, width: 200 },
    phone: { kind: 'text', header: 'dossier.phone', extra: true, width: 150 },
    gln: { kind: 'code', header: 'dossier.gln', extra: true, width: 150 },
    lastReceipt: { kind: 'moment', header: 'dossier.partnerList.lastReceipt', sorts: true, filters: true, width: 210 },
    lastShipment: {
      kind: 'moment',
      header: 'dossier.partnerList.lastShipment',
      sorts: true,
      filters: true,
      width: 210,
    },
  },
});
