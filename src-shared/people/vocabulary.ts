import type { Permission } from '#shared/kernel/permissions.ts';

/** What a person may be authorised for, by training, until a date: the permissions that decide something. */
export const authorisable = [
  'move',
  'status',
  'hold',
  'masterData',
  'review',
  'recall',
] as const satisfies readonly Permission[];
export type Authorisable = (typeof authorisable)[number];

/**
 * Under this subject of a person's qualifications stands whether their signatures count: `validFrom` is the day a second
 * person confirmed them last, "" where none did, and `note` has the user names of those whose acts wait for that.
 */
export const signingSubject = 'signing';

/**
 * The people of a demo store: one of every role, and a second quality manager, since two give rejected goods back. Their one
 * password is published, which is why such a store says so everywhere.
 */
export const demoPassword = 'demo-of-lotline';
export const demoPeople = [
  { user: 'vera', name: 'Vera Brandt', role: 'viewer' },
  { user: 'walid', name: 'Walid Haddad', role: 'warehouse' },
  { user: 'ines', name: 'Inês Prado', role: 'inspector' },
  { user: 'quentin', name: 'Quentin Moreau', role: 'qualityManager' },
  { user: 'noor', name: 'Noor de Wit', role: 'qualityManager' },
  { user: 'clara', name: 'Clara Nyberg', role: 'complianceOfficer' },
  { user: 'marek', name: 'Marek Dvořák', role: 'manager' },
  { user: 'ada', name: 'Ada Okafor', role: 'administrator' },
] as const;
