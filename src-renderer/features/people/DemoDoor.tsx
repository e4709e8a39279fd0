import { Button, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { useNameKeys } from '#renderer/components/useNameKeys.ts';
import { useWord } from '#renderer/components/words.ts';
import { demoPassword } from '#shared/people/vocabulary.ts';
import styles from './door.module.css';
import { useBecomeOwner, useSignIn } from './people.hooks.ts';
import { RefusedProof } from './RefusedProof.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useRoleName } from './words.ts';

/** Whom anybody can be in a demo: each of its people by one click, and the owner of the file. */
export function DemoDoor({ session: { demoPeople, open } }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const roleName = useRoleName();
  const { signIn, failure, running } = useSignIn();
  const owning = useBecomeOwner();
  const [typed, setTyped] = useState(false);
  const people = demoPeople.map(({ user, name, role }) => ({
    id: user,
    name,
    role: roleName(role),
    may: say(`people.demoMay.${role}`, ''),
    enter: () => void signIn(user, demoPassword),
  }));
  const owner = {
    id: 'owner',
    name: t('people.owner'),
    role: '',
    may: t('people.demoMay.owner'),
    enter: () => void owning.run({}),
  };
  const choices = open ? [...people, owner] : people;
  const { list, onKeyDown, focusOn } = useNameKeys(choices.map(({ name }) => name));
  useEffect(() => {
    focusOn(0);
  }, [focusOn]);
  const busy = running || owning.running;
  const refused = failure ?? owning.failure;
  return (
    <>
      <ul ref={list} className={styles.choices} aria-label={t('people.demoList')} onKeyDown={onKeyDown}>
        {choices.map(({ id, ...choice }) => (
          <li key={id}>
            <Choice {...choice} busy={busy} />
          </li>
        ))}
      </ul>
      <p className="muted">{t('people.demoKeys')}</p>
      {refused !== undefined && <RefusedProof failure={refused} />}
      {typed ? (
        <SignInForm action={t('people.signIn')} demo />
      ) : (
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'start' }} onClick={() => setTyped(true)}>
          {t('people.demoTyped')}
        </Button>
      )}
    </>
  );
}

type ChoiceProps = { name: string; role: string; may: string; busy: boolean; enter: () => void };

function Choice({ name, role, may, busy, enter }: ChoiceProps): ReactNode {
  return (
    <UnstyledButton
      className={styles.choice ?? ''}
      // Not disabled: the focus stays where it is should it be refused.
      aria-disabled={busy}
      onClick={() => busy || enter()}
    >
      <span>
        <strong>{name}</strong>
        {role !== '' && <span className="muted">, {role}</span>}
      </span>
      <span className="muted">{may}</span>
    </UnstyledButton>
  );
}
