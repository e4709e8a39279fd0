import type { Field, Option } from '#renderer/components/form/field.ts';
import type { Role } from '#shared/people/contract.ts';
import { usePermissionNames, useRoleName } from './words.ts';

type Recorded = { user: string; name: string; email: string; identity: string; roles: string[] };
type Fields = { [Name in keyof Recorded]: Field<Recorded> };

/** What is recorded of a person, for whichever form asks for it. */
export function usePersonFields(roles: readonly Role[]): Fields {
  const roleName = useRoleName();
  const permissionLabels = usePermissionNames();
  const options: Option[] = roles.map(({ code, permissions }) => ({
    value: code,
    label: roleName(code),
    help: permissionLabels(permissions),
  }));
  return {
    name: { kind: 'text', name: 'name', label: 'people.name', help: 'people.begin.nameHelp' },
    user: { kind: 'code', name: 'user', label: 'people.user', help: 'people.begin.userHelp' },
    roles: { kind: 'choices', name: 'roles', label: 'people.roles', help: 'people.rolesHelp', options },
    email: { kind: 'text', name: 'email', label: 'people.email' },
    identity: { kind: 'text', name: 'identity', label: 'people.identity', help: 'people.identityHelp' },
  };
}
