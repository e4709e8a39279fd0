import { Button, Divider, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '#renderer/client/index.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Small } from '#renderer/components/layout.tsx';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { useBecomeOwner, useLock, useSignIn, useSignOut } from './people.hooks.ts';
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
          maw={200}
          leftSection={<Icon name="person" />}
          aria-label={t('people.menu', { name: person.name })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {/* As high as its letters: what is cut at the end is not cut below. */}
          <Text span inherit truncate lh={1.5}>
            {person.name}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('people.menu', { name: person.name })}
        mah="calc(100vh - 72px)"
        style={{ overflow: 'auto', whiteSpace: 'normal' }}
      >
        <Stack gap="sm">
          <Stack gap={0}>
            <Text fw={600}>{person.name}</Text>
            {!isOwner && <p className="mono muted">{person.id}</p>}
            <p className="muted">{isOwner ? t('people.owner') : roles.map(roleName).join(', ')}</p>
            {isOwner && <Small>{t(session.store.demo ? 'people.ownerOfDemo' : 'people.ownerHelp')}</Small>}
            {singlePerson !== '' && <Small>{t('people.singlePersonOn', { reason: singlePerson })}</Small>}
          </Stack>
          {isOwner && session.open && !session.store.demo && (
            <Link to="/setup/first" onClick={close}>
              {t('people.beginTitle')}
            </Link>
          )}
          {authState === 'person' && <OwnSession onDone={close} />}
          {demoPeople.length > 0 && <DemoPeople session={session} onDone={close} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A line of the menu. */
const item = {
  variant: 'subtle',
  color: 'gray',
  size: 'sm',
  c: 'var(--l-text)',
  px: 8,
  h: 32,
  fw: 400,
  justify: 'flex-start',
} as const;

function OwnSession({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const locking = useLock();
  const leaving = useSignOut();
  return (
    <Stack gap={0}>
      <Divider mb={8} />
      <Button {...item} leftSection={<Icon name="lock" />} onClick={() => void locking.run({}).then(onDone)}>
        {t('people.lock')}
      </Button>
      <LinkButton {...item} to="/password" onClick={onDone}>
        {t('people.changeTitle')}
      </LinkButton>
      <Button {...item} onClick={() => void leaving.run({})}>
        {t('people.signOut')}
      </Button>
    </Stack>
  );
}

type DemoProps = { session: Session; onDone: () => void };

/** The people of a demo store: one click signs in with the published password. The owner of the file is one of them. */
function DemoPeople({ session: { demoPeople, person, authState, open }, onDone }: DemoProps): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const { signIn, failure, running } = useSignIn();
  const owning = useBecomeOwner();
  return (
    <Stack component="section" gap={0} aria-label={t('people.demoPeople')}>
      <Divider mb={8} />
      <Text mb={4} size="xs" c="dimmed">
        {t('people.demoPeopleHelp', { password: demoPassword })}
      </Text>
      {demoPeople
        .filter(({ user }) => user !== person.id)
        .map(({ user, name, role }) => (
          <Button
            key={user}
            {...item}
            justify="space-between"
            rightSection={<Small>{roleName(role)}</Small>}
            disabled={running}
            aria-label={t('people.demoSignIn', { name, role: roleName(role) })}
            onClick={() => void signIn(user, demoPassword).then(onDone)}
          >
            {name}
          </Button>
        ))}
      {open && authState !== 'owner' && (
        <Button
          {...item}
          disabled={running || owning.running}
          aria-label={t('people.demoOwner')}
          onClick={() => void owning.run({}).then(onDone)}
        >
          {t('people.owner')}
        </Button>
      )}
      {failure !== undefined && <RefusedProof failure={failure} />}
    </Stack>
  );
}
