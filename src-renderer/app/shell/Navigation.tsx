import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/components/address.ts';
import { Icon } from '#renderer/components/icons.tsx';
import styles from './AppShell.module.css';
import { navigationFor } from './screens.ts';

/** The last address of each screen, so that a look elsewhere loses no question. */
const lastOf = new Map<string, string>();

/** The screens a person may use; all of them until the host has said who is asking. */
export function Navigation({ permissions }: { permissions: readonly string[] | undefined }): ReactNode {
  const { t } = useTranslation();
  const { pathname, href } = useLocation();
  useEffect(() => {
    lastOf.set(pathname, `#${href}`);
  }, [pathname, href]);
  // What the one before asked is not for the next one.
  useEffect(() => () => lastOf.clear(), []);
  return (
    <nav aria-label={t('app.navigation')}>
      <ul className={styles.list}>
        {navigationFor(permissions).map(({ path, text, icon }) => (
          <li key={path}>
            <a
              className={styles.item}
              // Back to what was asked there; from the screen itself, to its beginning.
              href={pathname === path ? addressOf(path) : (lastOf.get(path) ?? addressOf(path))}
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
