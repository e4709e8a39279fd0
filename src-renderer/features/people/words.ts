import { useTranslation } from 'react-i18next';
import { useWord } from '#renderer/components/words.ts';
import type { Permission } from '#shared/kernel/permissions.ts';

/** Says a role by its name; a role the site made by its code. */
export function useRoleName(): (code: string) => string {
  const say = useWord();
  return (code) => say(`people.roleNames.${code}`, code);
}

/** Says permissions in one line. */
export function usePermissionNames(): (permissions: readonly Permission[]) => string {
  const { t } = useTranslation();
  return (permissions) => permissions.map((permission) => t(`people.permissions.${permission}`)).join(', ');
}
