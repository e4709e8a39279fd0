import { Box, Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Session } from '#renderer/client/index.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { DemoDoor } from './DemoDoor.tsx';
import styles from './door.module.css';
import { useSignOut } from './people.hooks.ts';
import { SignInForm } from './SignInForm.tsx';

type Props = {
  session: Session;
  /** Language and appearance: who cannot work yet may still want to read. */
  preferences: ReactNode;
  /** What whoever comes is to know first. */
  notice?: ReactNode;
};

/** What is before the screens while nobody can work: signing in, unlocking, or changing the password. */
export function Door({ session, preferences, notice }: Props): ReactNode {
  const { t } = useTranslation();
  switch (session.authState) {
    case 'stranger':
      return session.demoPeople.length > 0 ? (
        <Room title={t('people.signIn')} lead={t('people.demoLead')} preferences={preferences} notice={notice} wide>
          <DemoDoor session={session} />
        </Room>
      ) : (
        <Room title={t('people.signIn')} lead={t('people.signInLead')} preferences={preferences} notice={notice}>
          <SignInForm action={t('people.signIn')} />
        </Room>
      );
    case 'locked':
      return (
        <Cover title={t('people.lockedTitle')}>
          <Locked session={session} preferences={preferences} />
        </Cover>
      );
    case 'mustChange':
      return (
        <Cover title={t('people.mustChangeTitle')}>
          <MustChange session={session} preferences={preferences} />
        </Cover>
      );
    default:
      return null;
  }
}

function Locked({ session: { person, demoPeople }, preferences }: Props): ReactNode {
  const { t } = useTranslation();
  const [isOther, setOther] = useState(false);
  const isDemo = demoPeople.length > 0;
  return (
    <Room
      title={t(isOther ? 'people.signIn' : 'people.lockedTitle')}
      lead={isOther ? t('people.otherWarning', { name: person.name }) : t('people.lockedLead')}
      preferences={preferences}
    >
      {!isOther && <Who name={person.name} user={person.id} />}
      {isOther ? (
        <SignInForm key="other" action={t('people.signIn')} demo={isDemo} />
      ) : (
        <SignInForm key="same" user={person.id} action={t('people.unlock')} demo={isDemo} />
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => setOther(!isOther)}>
        {isOther ? t('people.samePerson', { name: person.name }) : t('people.otherPerson')}
      </Button>
    </Room>
  );
}

function MustChange({ session: { person }, preferences }: Props): ReactNode {
  const { t } = useTranslation();
  const leaving = useSignOut();
  return (
    <Room title={t('people.mustChangeTitle')} lead={t('people.mustChangeLead')} preferences={preferences}>
      <Who name={person.name} user={person.id} />
      <ChangePasswordForm person={person} />
      <Button variant="subtle" size="compact-sm" loading={leaving.running} onClick={() => void leaving.run({})}>
        {t('people.signOut')}
      </Button>
    </Room>
  );
}

function Who({ name, user }: { name: string; user: string }): ReactNode {
  return (
    <Panel>
      <span>
        <strong>{name}</strong> <span className="mono muted">{user}</span>
      </span>
    </Panel>
  );
}

type RoomProps = {
  title: string;
  lead: string;
  preferences: ReactNode;
  notice?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

function Room({ title, lead, preferences, notice, wide = false, children }: RoomProps): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  return (
    <>
      <Box pos="absolute" top={10} right={24}>
        {preferences}
      </Box>
      <Stack component="main" gap="sm" w={`min(${wide ? 680 : 400}px, 100%)`} m="0 auto" p="min(14vh, 120px) 16px 48px">
        <Text fw={600} c="dimmed">
          {t('app.name')}
        </Text>
        <h1>{title}</h1>
        {notice}
        <Text c="dimmed">{lead}</Text>
        {children}
      </Stack>
    </>
  );
}

/** Lies over everything, dialogs too, and lets nobody at what is behind it; where one was, one is again when it goes. */
function Cover({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const cover = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = cover.current;
    // The browser closes a dialog at the second Esc whatever the page says to it.
    const reopen = (): void => dialog?.showModal();
    dialog?.showModal();
    dialog?.addEventListener('close', reopen);
    return () => {
      dialog?.removeEventListener('close', reopen);
      dialog?.close();
      requestAnimationFrame(() => before instanceof HTMLElement && before.isConnected && before.focus());
    };
  }, []);
  return (
    <dialog ref={cover} className={styles.cover} aria-label={title} onCancel={(event) => event.preventDefault()}>
      {children}
    </dialog>
  );
}
