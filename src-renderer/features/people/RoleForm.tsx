import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useSession } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import { people, type Role } from '#shared/people/contract.ts';
import { usePermissionNames, useRoleName } from './words.ts';

const given = permissions.filter((permission) => permission !== 'enter');

type Recorded = Pick<Role, 'code' | 'permissions'>;
type Props = { role: Role | undefined; roles: readonly Role[]; onDone: () => void };

/** What a role may do, changed with a reason; or a new role. Says whom it touches, and what it gives and takes. */
export function RoleForm({ role, roles, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const isTaken = ({ code }: Recorded): boolean => roles.some((other) => other.code === code);
  const options = given.map((value) => ({
    value,
    label: t(`people.permissions.${value}`),
    help: t(`people.permissionHelp.${value}`),
  }));
  const fields: FormParts<Recorded> = [
    {
      kind: 'code',
      name: 'code',
      label: 'people.roleCode',
      help: 'people.roleCodeHelp',
      when: () => role === undefined,
      check: (typed) => (isTaken(typed) ? 'people.roleTaken' : undefined),
    },
    { kind: 'choices', name: 'permissions', label: 'people.permission', options },
  ];
  return (
    <Section title={role === undefined ? t('people.newRole') : t('people.changeRole', { role: roleName(role.code) })}>
      <RecordForm
        operation={people.saveRole}
        call={api.people.saveRole}
        record={role ?? { code: '', permissions: [] }}
        fields={fields}
        changes={role !== undefined}
        draft={`role ${role?.code ?? '+'}`}
        send={({ code, permissions: chosen }) => ({ code, permissions: chosen })}
        summary={({ permissions: chosen }) => <WhatItChanges role={role} after={chosen} />}
        onDone={onDone}
        onCancel={onDone}
      />
    </Section>
  );
}

function WhatItChanges({ role, after }: { role: Role | undefined; after: readonly Permission[] }): ReactNode {
  const { t } = useTranslation();
  const permissionLabels = usePermissionNames();
  const session = useSession().data;
  const before = role?.permissions ?? [];
  const gives = after.filter((permission) => !before.includes(permission));
  const takes = before.filter((permission) => !after.includes(permission));
  const isOwn = role !== undefined && session?.roles.includes(role.code) === true && session.singlePerson === '';
  return (
    <>
      <div role="status">
        {gives.length > 0 && <p>{t('people.gives', { permissions: permissionLabels(gives) })}</p>}
        {takes.length > 0 && <p>{t('people.takes', { permissions: permissionLabels(takes) })}</p>}
        {gives.length + takes.length > 0 && role !== undefined && (
          <p className="muted">
            {role.people === 0 ? t('people.affectsNobody') : t('people.affects', { count: role.people })}
          </p>
        )}
      </div>
      {isOwn && gives.length > 0 && <p className="warning">{t('people.ownRole')}</p>}
    </>
  );
}
