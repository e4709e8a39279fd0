import type { Migration } from './migration.ts';
import { recordTable } from './recordTable.ts';

/** What was agreed with partners. */
export const m0011PartnerTerms: Migration = {
  name: 'm0011PartnerTerms',
  schema: '2e7443ca1c4d21cbbddadb1c0280760ffac84689b0c26eec4d9338e66e8943e5',
  statements: [
    ...recordTable(
      'partner_terms',
      [
        'partner text not null',
        'contact_name text not null',
        'contact_phone text not null',
        'contact_email text not null',
        'least_life_days integer',
      ],
      'partner',
    ),
    'pragma user_version = 11',
  ],
};
