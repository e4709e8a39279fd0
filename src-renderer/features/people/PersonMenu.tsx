import { Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { Link } from '#renderer/components/links.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { useLock, useSignIn, useSignOut } from './people.hooks.ts';
import styles from './menu.module.css';
import { RefusedProof } from './RefusedProof.tsx';
import { useRoleName } from './words.ts';

/** Who is here and as what, and the ways to lock, to leave, to be somebody else, or to set people up. */
export function PersonMenu({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const [opened, setOpened] = useState(false);
  const { person, roles, authState, demoPeople, singlePerson } = session;
  const isOwner = authState === 'owner';
  const close = (): void => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      withinPortal={false}
      width={300}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="accent"
          className={styles.who}
          leftSection={<Icon name="person" />}
          aria-label={t('people.menu', { name: person.name })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className={styles.name}>{person.name}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('people.menu', { name: person.name })} className={styles.menu}>
        <div>
          <p className={styles.title}>{person.name}</p>
          {!isOwner && <p className="mono muted">{person.id}</p>}
          <p className="muted">{isOwner ? t('people.owner') : roles.map(roleName).join(', ')}</p>
          {isOwner && <p className={styles.small}>{t('people.ownerHelp')}</p>}
          {singlePerson !== '' && (
            <p className={styles.small}>{t('people.singlePersonOn', { reason: singlePerson })}</p>
          )}
        </div>
        {isOwner && session.open && !session.store.demo && (
          <Link to="/setup/first" className={styles.item} onClick={close}>
            {t('people.beginTitle')}
          </Link>
        )}
        {authState === 'person' && <OwnSession onDone={close} />}
        {demoPeople.length > 0 && <DemoPeople people={demoPeople} current={person.id} onDone={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function OwnSession({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const locking = useLock();
  const leaving = useSignOut();
  return (
    <div className={styles.items}>
      <button type="button" className={styles.item} onClick={() => void locking.run({}).then(onDone)}>
        <Icon name="lock" /> {t('people.lock')}
      </button>
      <Link to="/password" className={styles.item} onClick={onDone}>
        {t('people.changeTitle')}
      </Link>
      <button type="button" className={styles.item} onClick={() => void leaving.run({})}>
        {t('people.signOut')}
      </button>
    </div>
  );
}

type DemoProps = { people: Session['demoPeople']; current: string; onDone: () => void };

/** The people of a demo store: one click signs in with the published password. */
function DemoPeople({ people, current, onDone }: DemoProps): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const { signIn, failure, running } = useSignIn();
  return (
    <section aria-label={t('people.demoPeople')} className={styles.items}>
      <p className={styles.small}>{t('people.demoPeopleHelp', { password: demoPassword })}</p>
      {people
        .filter(({ user }) => user !== current)
        .map(({ user, name, role }) => (
          <button
            key={user}
            type="button"
            className={styles.item}
            disabled={running}
            aria-label={t('people.demoSignIn', { name, role: roleName(role) })}
            onClick={() => void signIn(user, demoPassword).then(onDone)}
          >
            <span>{name}</span> <span className={styles.role}>{roleName(role)}</span>
          </button>
        ))}
      {failure !== undefined && <RefusedProof failure={failure} />}
    </section>
  );
}
