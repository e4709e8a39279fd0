import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from './links.tsx';
import { Page } from './layout.tsx';
import styles from './SetUpPage.module.css';

const parts = [
  { path: '/setup', text: 'people.title' },
  { path: '/setup/roles', text: 'people.rolesTitle' },
  { path: '/setup/settings', text: 'people.settingsTitle' },
  { path: '/setup/products', text: 'products.settings.place' },
  { path: '/setup/numbering', text: 'numbering.title' },
  { path: '/setup/warranty', text: 'serials.warranty.rules' },
  { path: '/setup/statuses', text: 'statuses.title' },
  { path: '/setup/backups', text: 'backups.title' },
  { path: '/setup/gaps', text: 'reports.catalogue.setUpGaps.title' },
] as const;

type Props = { at: (typeof parts)[number]['path']; lead: string; actions?: ReactNode; children: ReactNode };

/** A part of the set-up, with the way to the others. */
export function SetUpPage({ at, lead, actions, children }: Props): ReactNode {
  const { t } = useTranslation();
  const part = parts.find(({ path }) => path === at) ?? parts[0];
  return (
    <Page kind={t('people.setUp')} title={t(part.text)} lead={lead} actions={actions}>
      <Group component="nav" gap={4} mb="md" className={styles.parts ?? ''} aria-label={t('people.parts')}>
        {parts.map(({ path, text }) => (
          <Link key={path} to={path} aria-current={path === at ? 'page' : undefined}>
            {t(text)}
          </Link>
        ))}
      </Group>
      {children}
    </Page>
  );
}
