import { defineList } from '#shared/kernel/defineList.ts';

/** What exports say of a partner's dealings; by hand one may also be recorded that neither delivers nor buys. */
export const exportedKinds = ['supplier', 'customer', 'both'] as const;
export const partnerKinds = [...exportedKinds, 'neither'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** All that a partner may be, several at once. */
export const partnerRoles = ['supplier', 'manufacturer', 'customer', 'subcontractor'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** Whether it is in use on a day. */
export const partnerStates = ['active', 'inactive'] as const;

/** No partner asks for goods that last longer, in days. */
export const longestLife = 3650;

/** The list of partners. Without a sort it is in the order of their codes. */
export const partnerList = defineList({
  name: 'partners',
  texts: 'dossier.partnerList',
  cells: {
    code: { kind: 'code', header: 'fields.partner', page: 'partner', sorts: true, filters: true, width: 125 },
    name: { kind: 'text', header: 'fields.name', sorts: true, filters: true, width: 190 },
    kind: {
      kind: 'choices',
      header: 'dossier.partnerList.kind',
      values: partnerRoles,
      said: 'partners.roles',
      filters: true,
      width: 150,
    },
    state: {
      kind: 'choice',
      header: 'partners.state',
      values: partnerStates,
      said: 'partners.states',
      filters: true,
      width: 95,
    },
    address: { kind: 'text', header: 'dossier.address', filters: true, extra: true, width: 260 },
    country: { kind: 'text', header: 'dossier.country', sorts: true, filters: true, width: 105 },
    email: { kind: 'text', header: 'dossier.email', extra: true, width: 200 },
    phone: { kind: 'text', header: 'dossier.phone', extra: true, width: 150 },
    gln: { kind: 'code', header: 'dossier.gln', extra: true, width: 150 },
    lastReceipt: { kind: 'moment', header: 'dossier.partnerList.lastReceipt', sorts: true, filters: true, width: 190 },
    lastShipment: {
      kind: 'moment',
      header: 'dossier.partnerList.lastShipment',
      sorts: true,
      filters: true,
      width: 190,
    },
  },
});
