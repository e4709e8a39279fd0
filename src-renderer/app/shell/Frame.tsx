import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { FailureState } from '#renderer/components/states.tsx';
import styles from './Frame.module.css';
import { Navigation } from './Navigation.tsx';
import { RunningJobs } from './RunningJobs.tsx';
import { ScanBox } from './ScanBox.tsx';
import { Whereabouts } from './Whereabouts.tsx';

/** What stands around every screen: where to go, the one box, whose store this is, and what is running. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {t('app.skip')}
      </a>
      <aside className={styles.side}>
        <p className={styles.name}>{t('app.name')}</p>
        <Navigation permissions={session.data?.permissions} />
      </aside>
      <header className={styles.top}>
        <div className={styles.find}>
          <ScanBox />
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
    </div>
  );
}

/** The part behind # is the screen's address, so the link cannot jump by itself. */
function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
