import { Stack, Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, useAsk } from '#renderer/client/index.ts';
import { addressOf } from '#renderer/components/address.ts';
import { Icon } from '#renderer/components/icons.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';
import styles from './AppShell.module.css';
import { groupsFor, markOf } from './navigation.ts';

/** The last address of each screen, so that a look elsewhere loses no question. */
const lastOf = new Map<string, string>();

/** The screens a person may use; icons with their names beside the pointer where the window is narrow. */
export function Navigation({ permissions }: { permissions: readonly Permission[] }): ReactNode {
  const { t } = useTranslation();
  const { pathname, href, search } = useLocation();
  const bySerial = useAsk({
    ...ask.products.list.queryOptions({ input: { bySerial: true, limit: 1 } }),
    enabled: permissions.includes('look'),
  });
  useEffect(() => {
    lastOf.set(pathname, `#${href}`);
  }, [pathname, href]);
  // What the one before asked is not for the next one.
  useEffect(() => () => lastOf.clear(), []);
  // Nothing moves away under the pointer: what is left out is known before anything is drawn.
  const groups = bySerial.loading ? [] : groupsFor(permissions, { hasSerials: bySerial.data?.total !== 0 });
  return (
    <nav aria-label={t('app.navigation')}>
      {groups.map(({ name, places }) => (
        <section key={name} className={styles.group}>
          <Text id={`group-${name}`} className={styles.words ?? ''} m="12px 8px 2px" size="xs" lh="16px" c="dimmed">
            {t(`app.groups.${name}`)}
          </Text>
          <Stack component="ul" gap={0} aria-labelledby={`group-${name}`}>
            {places.map(({ path, text, icon }) => (
              <li key={path}>
                <a
                  className={styles.item}
                  title={t(text)}
                  // Back to what was asked there; from the screen itself, to its beginning.
                  href={pathname === path ? addressOf(path) : (lastOf.get(path) ?? addressOf(path))}
                  aria-current={markOf(path, pathname, search)}
                >
                  <Icon name={icon} />
                  <span className={styles.words}>{t(text)}</span>
                </a>
              </li>
            ))}
          </Stack>
        </section>
      ))}
    </nav>
  );
}
