import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession, useSigner } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import type { Person } from '#shared/people/contract.ts';
import { lateDays } from '#shared/security/lately.ts';
import { recoveryName } from '#shared/security/recoveryCode.ts';
import { useConfirm, usePeople } from './people.hooks.ts';

/** That a person's signatures do not count yet, why, and who changes that: a second person, who signs for it here. */
export function SigningPart({ person }: { person: Person }): ReactNode {
  const { t } = useTranslation();
  const people = usePeople().data?.people ?? [];
  const me = useSession().data?.person.id;
  const { askedBy, ask } = person.signing;
  if (askedBy.length === 0) return null;
  const namesOf = (users: string[]): string =>
    users
      .map((user) =>
        user === recoveryName ? t('people.recovery.somebody') : (people.find((one) => one.user === user)?.name ?? user),
      )
      .join(', ');
  return (
    <Section title={t('people.signing.title')}>
      <p className="warning">{t('people.signing.why', { name: person.name, by: namesOf(askedBy) })}</p>
      <p>
        {ask.length === 0
          ? t('people.signing.nobody', { days: lateDays })
          : t('people.signing.ask', { names: namesOf(ask) })}
      </p>
      {me !== undefined && ask.includes(me) && <Confirm person={person} by={namesOf(askedBy)} />}
    </Section>
  );
}

function Confirm({ person: { user, name }, by }: { person: Person; by: string }): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const [reason, setReason] = useState('');
  const signing = useConfirm({ user, reason }, () => setReason(''));
  if (signer === undefined) return null;
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={signing.open}>
        {t('people.signing.confirm', { name })}
      </Button>
      <SignDialog
        signing={signing}
        title={t('people.signing.confirm', { name })}
        signer={signer}
        reason={{ value: reason, set: setReason }}
      >
        <p>{t('people.signing.how', { name, by })}</p>
      </SignDialog>
    </>
  );
}
