import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { isField } from '#renderer/components/useScanner.ts';
import { FailureState } from '#renderer/components/states.tsx';
import { Tour } from '#renderer/features/welcome/welcome.routes.tsx';
import styles from './Frame.module.css';
import { KeyboardMap } from './KeyboardMap.tsx';
import { Navigation } from './Navigation.tsx';
import { RunningJobs } from './RunningJobs.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Whereabouts } from './Whereabouts.tsx';

/** What stands around every screen: where to go, the one box, whose store this is, and what is running. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  const [keysShown, keys] = useDisclosure(false);
  useWindowEvent('keydown', ({ key, target }) => {
    // Typed into a field it is a question mark. Which keys make it differs from keyboard to keyboard.
    if (key === '?' && !isField(target)) keys.open();
  });
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {t('app.skip')}
      </a>
      <aside className={styles.side}>
        <a className={styles.name} href="#/">
          {t('app.name')}
        </a>
        <Navigation permissions={session.data?.permissions} />
      </aside>
      <header className={styles.top}>
        <div className={styles.find}>
          <ScanBox permissions={session.data?.permissions} showKeys={keys.open} />
        </div>
        <Whereabouts session={session.data} />
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        {session.failure !== undefined && (
          <div className={styles.notice}>
            <FailureState failure={session.failure} retry={session.retry} />
          </div>
        )}
        {session.failure?.code !== 'NOT_LOGGED_IN' && <Outlet />}
      </main>
      <RunningJobs />
      <Tour />
      <KeyboardMap opened={keysShown} onClose={keys.close} />
    </div>
  );
}

/** The part behind # is the screen's address, so the link cannot jump by itself. */
function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
