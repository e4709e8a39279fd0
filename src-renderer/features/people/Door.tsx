import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import styles from './door.module.css';
import { useSignOut } from './people.hooks.ts';
import { SignInForm } from './SignInForm.tsx';

type Props = {
  session: Session;
  /** Language and appearance: who cannot work yet may still want to read. */
  preferences: ReactNode;
};

/** What is before the screens while nobody can work: signing in, unlocking, or changing the password. */
export function Door({ session, preferences }: Props): ReactNode {
  const { t } = useTranslation();
  switch (session.authState) {
    case 'stranger':
      return (
        <div className={styles.page}>
          <Room title={t('people.signIn')} lead={t('people.signInLead')} preferences={preferences}>
            <SignInForm action={t('people.signIn')} />
          </Room>
        </div>
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
      <Button variant="subtle" color="accent" size="compact-sm" onClick={() => setOther(!isOther)}>
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
      <Button
        variant="subtle"
        color="accent"
        size="compact-sm"
        loading={leaving.running}
        onClick={() => void leaving.run({})}
      >
        {t('people.signOut')}
      </Button>
    </Room>
  );
}

function Who({ name, user }: { name: string; user: string }): ReactNode {
  return (
    <p className={styles.who}>
      <span className={styles.whoName}>{name}</span> <span className="mono muted">{user}</span>
    </p>
  );
}

type RoomProps = { title: string; lead: string; preferences: ReactNode; children: ReactNode };

function Room({ title, lead, preferences, children }: RoomProps): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('app.name')}`;
  }, [title, t]);
  return (
    <>
      <div className={styles.corner}>{preferences}</div>
      <main className={styles.room}>
        <p className={styles.product}>{t('app.name')}</p>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
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
