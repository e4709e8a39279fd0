import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { Link } from '#renderer/components/links.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { usePeople, useRecoveryCode, useRoles } from './people.hooks.ts';

/** Says that a lost password would close the site for ever: where one person administers people and no code helps. */
export function NoWayBack(): ReactNode {
  const { t } = useTranslation();
  const isOpen = useSession().data?.open !== false;
  const people = usePeople().data?.people;
  const roles = useRoles().data?.roles;
  const code = useRecoveryCode().data;
  if (isOpen || people === undefined || roles === undefined || code?.madeAt !== '') return null;
  const administering = new Set(
    roles.filter(({ permissions }) => permissions.includes('people')).map((one) => one.code),
  );
  const administrators = people.filter((one) => !one.disabled && one.roles.some((role) => administering.has(role)));
  if (administrators.length !== 1) return null;
  return (
    <Panel mb="md" maw="72ch" tone="accent" icon="lock" role="status">
      <p className="warning">{t('people.recovery.missing')}</p>
      <p>
        <Link to="/setup/settings">{t('people.recovery.missingLink')}</Link>
      </p>
    </Panel>
  );
}
