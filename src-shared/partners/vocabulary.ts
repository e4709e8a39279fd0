export const partnerKinds = ['supplier', 'customer', 'both'] as const;
export type PartnerKind = (typeof partnerKinds)[number];
