import { type Permission, permissions } from './permissions.ts';

/** Roles are data: a name and what it may do. Until people are set up there is one, the file's owner. */
export const roles = {
  owner: permissions,
} satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof roles;

export const may = (role: Role, permission: Permission): boolean => roles[role].includes(permission);
