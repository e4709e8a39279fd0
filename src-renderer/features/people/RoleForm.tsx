import { Button, Checkbox, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft, useSession } from '#renderer/client/index.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import { type Permission, permissions } from '#shared/kernel/permissions.ts';
import type { Role } from '#shared/people/contract.ts';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useSaveRole } from './people.hooks.ts';
import styles from './people.module.css';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';
import { usePermissionNames, useRoleName } from './words.ts';

const typed = z.object({ code: z.string(), permissions: z.array(z.enum(permissions)), reason: z.string() });
const given = permissions.filter((permission) => permission !== 'enter');

type Props = { role: Role | undefined; roles: readonly Role[]; onDone: () => void };

/** What a role may do, changed with a reason; or a new role. Says whom it touches, and what it gives and takes. */
export function RoleForm({ role, roles, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const permissionLabels = usePermissionNames();
  const saving = useSaveRole();
  const session = useSession().data;
  const before: readonly Permission[] = role?.permissions ?? [];
  const draft = useDraft<z.infer<typeof typed>>(
    `role ${role?.code ?? '+'}`,
    { code: role?.code ?? '', permissions: [...before], reason: '' },
    typed,
  );
  const after = draft.value;
  const gives = after.permissions.filter((permission) => !before.includes(permission));
  const takes = before.filter((permission) => !after.permissions.includes(permission));
  const isTaken = role === undefined && roles.some(({ code }) => code === after.code.trim());
  const isDifferent = role === undefined || gives.length + takes.length > 0;
  const isComplete = isDifferent && !isTaken && after.code.trim() !== '' && after.reason.trim() !== '';
  const isOwn = role !== undefined && session?.roles.includes(role.code) === true && session.singlePerson === '';

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (!isComplete) return;
    if ((await saving.run({ ...after, code: after.code.trim() })) !== undefined) leave();
  }

  function leave(): void {
    draft.clear();
    onDone();
  }

  return (
    <Section title={role === undefined ? t('people.newRole') : t('people.changeRole', { role: roleName(role.code) })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
        <DraftNotice draft={draft} />
        {role === undefined && (
          <TextInput
            label={t('people.roleCode')}
            description={t('people.roleCodeHelp')}
            error={isTaken ? t('people.roleTaken') : undefined}
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
            maxLength={40}
            value={after.code}
            onChange={(event) => draft.set({ ...after, code: event.currentTarget.value })}
          />
        )}
        <Checkbox.Group
          label={t('people.permission')}
          value={after.permissions}
          onChange={(chosen) =>
            draft.set({ ...after, permissions: given.filter((permission) => chosen.includes(permission)) })
          }
        >
          <div className={styles.boxes}>
            {given.map((permission) => (
              <Checkbox
                key={permission}
                value={permission}
                label={t(`people.permissions.${permission}`)}
                description={t(`people.permissionHelp.${permission}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
        <div role="status">
          {gives.length > 0 && <p>{t('people.gives', { permissions: permissionLabels(gives) })}</p>}
          {takes.length > 0 && <p>{t('people.takes', { permissions: permissionLabels(takes) })}</p>}
          {isDifferent && role !== undefined && (
            <p className="muted">
              {role.people === 0 ? t('people.affectsNobody') : t('people.affects', { count: role.people })}
            </p>
          )}
        </div>
        {isOwn && gives.length > 0 && <p className="warning">{t('people.ownRole')}</p>}
        <ReasonField
          value={after.reason}
          onChange={(event) => draft.set({ ...after, reason: event.currentTarget.value })}
        />
        {saving.failure !== undefined && <ChangeRefused failure={saving.failure} />}
        <Line>
          <Button type="submit" loading={saving.running} disabled={!isComplete}>
            {t('people.save')}
          </Button>
          <Button variant="subtle" color="accent" onClick={leave}>
            {t('common.cancel')}
          </Button>
        </Line>
      </form>
    </Section>
  );
}
