import { type Permission, permissions } from './permissions.ts';

export const roleCodes = [
  'viewer',
  'warehouse',
  'inspector',
  'qualityManager',
  'complianceOfficer',
  'manager',
  'administrator',
] as const;
export type RoleCode = (typeof roleCodes)[number];

const seeing: readonly Permission[] = ['look', 'trace', 'report'];

/** What the roles of a new store may do. They are records from then on, and a site may change them. */
export const standardRoles: Readonly<Record<RoleCode, readonly Permission[]>> = {
  viewer: seeing,
  warehouse: [...seeing, 'move', 'label', 'service', 'attach'],
  inspector: [...seeing, 'hold', 'label', 'reconcile', 'service', 'attach', 'plan', 'inspect'],
  qualityManager: [
    ...seeing,
    'recall',
    'audit',
    'status',
    'hold',
    'label',
    'reconcile',
    'service',
    'attach',
    'plan',
    'inspect',
    'import',
    'masterData',
  ],
  complianceOfficer: [...seeing, 'recall', 'audit', 'hold', 'review'],
  manager: [...seeing, 'recall', 'audit'],
  administrator: ['look', 'trace', 'report', 'audit', 'people', 'backup'],
};

/** What decides on quality, an export with statuses of its own included. Administrators of people do none of it. */
export const decisions: readonly Permission[] = ['status', 'hold', 'review', 'masterData', 'import'];

/** What signatures stand for: quality decisions, and letting people in. */
export const signingRights: readonly Permission[] = [...decisions, 'people', 'backup'];

/** Until people are set up: the owner of the file may use everything, and the audit trail records it so. */
export const ownerRole = 'owner';
export const ownerPermissions: readonly Permission[] = permissions;

/** Who is not signed in may sign in. */
export const strangerPermissions: readonly Permission[] = ['enter'];
