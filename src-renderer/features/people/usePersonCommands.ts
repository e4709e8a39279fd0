import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { goTo, type Path } from '#renderer/components/address.ts';
import type { BoxCommand } from '#renderer/components/FindBox.tsx';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { useBecomeOwner, useLock, useSignIn, useSignOut } from './people.hooks.ts';
import { useRoleName } from './words.ts';

/** What a person can do with the own session from the one box. */
export function usePersonCommands(session: Session): BoxCommand[] {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const lock = useLock();
  const leave = useSignOut();
  const owning = useBecomeOwner();
  const { signIn } = useSignIn();
  const { authState, open, store, demoPeople, person } = session;
  const go = (id: string, label: string, to: Path): BoxCommand => ({ id, label, run: () => goTo({ to }) });
  return [
    ...(authState === 'person'
      ? [
          { id: 'lock', label: t('people.lock'), run: () => void lock.run({}) },
          { id: 'leave', label: t('people.signOut'), run: () => void leave.run({}) },
          go('password', t('people.changeTitle'), '/password'),
        ]
      : []),
    ...(authState === 'owner' && open && !store.demo ? [go('begin', t('people.beginTitle'), '/setup/first')] : []),
    ...demoPeople
      .filter(({ user }) => user !== person.id)
      .map(({ user, name, role }) => ({
        id: `demo ${user}`,
        label: t('people.demoSignIn', { name, role: roleName(role) }),
        run: () => void signIn(user, demoPassword),
      })),
    ...(demoPeople.length > 0 && open && authState !== 'owner'
      ? [{ id: 'owner', label: t('people.demoOwner'), run: () => void owning.run({}) }]
      : []),
  ];
}
