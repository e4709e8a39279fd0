import type { Migration } from './migration.ts';

/** What a partner is beside supplier and customer, when its contact can be reached, and whether it is in use. */
export const m0018PartnersByHand: Migration = {
  name: 'm0018PartnersByHand',
  schema: '16ae8c5a26a97965ea9d8e3dff733949c5c7b60b6b41882e890f23443d73d384',
  statements: [
    'alter table partner_terms add column also_kinds text',
    'alter table partner_terms add column contact_hours text',
    'alter table partner_terms add column inactive_from text',
    'pragma user_version = 18',
  ],
};
