import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import { Icon } from '#renderer/components/icons.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';
import styles from './Frame.module.css';

const places = [
  { path: '/trace', text: 'trace.title', icon: 'trace', needs: 'trace' },
  { path: '/recall', text: 'recalls.title', icon: 'recall', needs: 'recall' },
  { path: '/import', text: 'exchange.title', icon: 'import', needs: 'import' },
  { path: '/audit', text: 'audit.title', icon: 'audit', needs: 'audit' },
] as const satisfies readonly { needs: Permission; [key: string]: string }[];

/** The screens a person may use; all of them until the host has said who is asking. */
export function Navigation({ permissions }: { permissions: readonly string[] | undefined }): ReactNode {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = places.filter(({ needs }) => permissions === undefined || permissions.includes(needs));
  return (
    <nav aria-label={t('app.navigation')}>
      <ul className={styles.list}>
        {shown.map(({ path, text, icon }) => (
          <li key={path}>
            <a
              className={styles.item}
              href={addressOf(path)}
              aria-current={pathname === path || pathname.startsWith(`${path}/`) ? 'page' : undefined}
            >
              <Icon name={icon} />
              {t(text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
