import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '#renderer/components/states.tsx';
import { useRoles } from './people.hooks.ts';
import styles from './setup.module.css';
import { usePermissionNames, useRoleName } from './words.ts';

type Props = { value: readonly string[]; onChange: (roles: string[]) => void };

/** The roles of a person, each with what it allows. */
export function RolePicker({ value, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const permissionLabels = usePermissionNames();
  const asked = useRoles();
  return (
    <Checkbox.Group
      label={t('people.roles')}
      description={t('people.rolesHelp')}
      value={[...value]}
      onChange={onChange}
    >
      <Answer asked={asked}>
        {({ roles }) => (
          <div className={styles.choices}>
            {roles.map(({ code, permissions }) => (
              <Checkbox key={code} value={code} label={roleName(code)} description={permissionLabels(permissions)} />
            ))}
          </div>
        )}
      </Answer>
    </Checkbox.Group>
  );
}
