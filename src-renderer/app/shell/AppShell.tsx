import { Box, Group } from '@mantine/core';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { Matches, RouterContextProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWorking, type Session, useSession, WorkingSession } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { showTimesIn } from '#renderer/components/figures.tsx';
import { useKeptFocus } from '#renderer/components/keptFocus.ts';
import { Notices } from '#renderer/components/notices.tsx';
import { isField } from '#renderer/components/useScanner.ts';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { RestoredNotice } from '#renderer/features/backups/backups.routes.tsx';
import { ArrivalNotice, Door, useIdleLock } from '#renderer/features/people/people.routes.tsx';
import { Tour } from '#renderer/features/welcome/welcome.routes.tsx';
import styles from './AppShell.module.css';
import { ChangedNotice } from './ChangedNotice.tsx';
import { KeyboardMap } from './KeyboardMap.tsx';
import { NamedStatuses } from './NamedStatuses.tsx';
import { Navigation } from './Navigation.tsx';
import { ReadOnlyNotice } from './ReadOnlyNotice.tsx';
import { Remark } from './Remark.tsx';
import { RunningJobs } from './RunningJobs.tsx';
import { ScanBox } from './ScanBox.tsx';
import { createAppRouter } from '../router.tsx';
import { mayOpen } from '../screens.ts';
import { usePlaceKeys } from './usePlaceKeys.ts';
import { useScanRemark } from './useScanRemark.ts';
import { Preferences, Breadcrumb } from './Breadcrumb.tsx';

/**
 * The screens for those who can work, the door for those who cannot yet. Locked, a person's screens stay behind the door
 * as they were; for another person they begin anew.
 */
export function AppShell(): ReactNode {
  const { data, failure, retry } = useSession();
  const [worked, setWorked] = useState<Session>();
  if (data !== undefined && isWorking(data) && data !== worked) setWorked(data);
  useBeginning(worked);
  const shown = worked !== undefined && worked.person.id === data?.person.id ? worked : undefined;
  const away = failure !== undefined && <FailureState failure={failure} retry={retry} />;
  if (data === undefined)
    return (
      <Box component="main" p="lg">
        {failure === undefined ? <Loading /> : away}
      </Box>
    );
  const isClosed = !isWorking(data);
  return (
    <>
      {shown !== undefined && (
        <WorkingSession value={shown}>
          <Screens key={shown.person.id} session={shown}>
            <NamedStatuses>
              <SignedInShell session={shown} isClosed={isClosed} notice={away} />
            </NamedStatuses>
          </Screens>
        </WorkingSession>
      )}
      {isClosed && (
        <Door session={data} preferences={<Preferences version={data.version} />} notice={<RestoredNotice />} />
      )}
    </>
  );
}

/** Another person begins at the home screen; a visitor without a name stays, where that is allowed. */
function useBeginning(session: Session | undefined): void {
  const last = useRef<Session>(undefined);
  const begin = useEffectEvent((now: Session, before: Session) => {
    if (before.person.id === now.person.id) return;
    const [, path = ''] = /^#([^?]*)/.exec(window.location.hash) ?? [];
    if (before.authState === 'person' || !mayOpen(path, now.permissions)) goTo({ to: '/' });
  });
  useLayoutEffect(() => {
    if (session === undefined) return;
    if (last.current !== undefined) begin(session, last.current);
    last.current = session;
  }, [session]);
}

/** The screens of one person, who may do more or less from now on. */
function Screens({ session: { permissions }, children }: { session: Session; children: ReactNode }): ReactNode {
  const [router] = useState(() => createAppRouter({ permissions }));
  const known = useRef(permissions);
  useEffect(() => {
    if (known.current.join() === permissions.join()) return;
    known.current = permissions;
    void router.invalidate();
  }, [router, permissions]);
  return (
    <RouterContextProvider router={router} context={{ permissions }}>
      {children}
    </RouterContextProvider>
  );
}

type SignedInShellProps = { session: Session; isClosed: boolean; notice: ReactNode };

/** What is around every screen: where to go, the one box, whose store this is, and what is running. */
function SignedInShell({ session, isClosed, notice }: SignedInShellProps): ReactNode {
  const { t } = useTranslation();
  const [keysShown, keys] = useDisclosure(false);
  const { remark, onRemark } = useScanRemark();
  // Before any screen writes a time; with another zone they are drawn anew.
  showTimesIn(session.timeZone);
  useIdleLock({ ...session, isOn: !isClosed && session.authState === 'person' });
  usePlaceKeys(session.permissions, !isClosed);
  useKeptFocus();
  useWindowEvent('keydown', ({ key, target }) => {
    // Typed into a field it is a question mark. Which keys make it differs from keyboard to keyboard.
    if (key === '?' && !isClosed && !isField(target)) keys.open();
  });
  return (
    <div className={styles.frame} data-closed={isClosed} inert={isClosed}>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {t('app.skip')}
      </a>
      <aside className={styles.side}>
        <Box component="a" className={styles.name} display="block" mb={12} fw={600} c="var(--l-text)" href="#/">
          {t('app.name')}
        </Box>
        <Navigation permissions={session.permissions} />
      </aside>
      <Group component="header" className={styles.top ?? ''} justify="space-between" wrap="nowrap" gap="lg">
        {/* Whatever else gets narrow, one can find and scan. */}
        <Box flex="1 0 220px" maw={560}>
          <ScanBox session={session} isClosed={isClosed} showKeys={keys.open} onRemark={onRemark} />
        </Box>
        <Breadcrumb session={session} />
      </Group>
      <main style={{ gridArea: 'main', overflow: 'auto', outline: 'none' }} id="content" tabIndex={-1}>
        <ReadOnlyNotice session={session} />
        <ArrivalNotice session={session} />
        <Box px={24}>
          <RestoredNotice />
        </Box>
        <ChangedNotice isOn={!isClosed} />
        {notice !== false && <Box p="8px 24px 0">{notice}</Box>}
        {remark !== '' && (
          <Remark icon="warning" role="status">
            {remark}
          </Remark>
        )}
        <Matches key={session.timeZone} />
      </main>
      {!isClosed && <Notices />}
      <RunningJobs />
      <Tour />
      <KeyboardMap permissions={session.permissions} opened={keysShown && !isClosed} onClose={keys.close} />
    </div>
  );
}

/** The part behind # is the screen's address, so the link cannot jump by itself. */
function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
