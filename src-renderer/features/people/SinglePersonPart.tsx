import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SigningPerson, useSession, useSigner } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { SignDialog } from '#renderer/components/SignDialog.tsx';
import { useSetSinglePerson } from './people.hooks.ts';

/** Whether one person may do here what two should; changed by a signature, with the reason every document gives. */
export function SinglePersonPart({ mayChange }: { mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  const why = useSession().data?.singlePerson ?? '';
  const signer = useSigner();
  const isOn = why !== '';
  return (
    <Section title={t('people.single')}>
      <p className="muted">{t('people.singleLead')}</p>
      <p className={isOn ? 'warning' : undefined}>
        {isOn ? t('people.singleOn', { reason: why }) : t('people.singleOff')}
      </p>
      {mayChange && signer !== undefined && <SetSinglePerson key={String(isOn)} on={!isOn} signer={signer} />}
    </Section>
  );
}

function SetSinglePerson({ on, signer }: { on: boolean; signer: SigningPerson }): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const signing = useSetSinglePerson({ on, reason }, () => setReason(''));
  const act = t(on ? 'people.singleBegin' : 'people.singleEnd');
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={signing.open}>
        {act}
      </Button>
      <SignDialog signing={signing} title={act} signer={signer} reason={{ value: reason, set: setReason }}>
        <p>{t(on ? 'people.singleConsequence' : 'people.singleEndConsequence')}</p>
      </SignDialog>
    </>
  );
}
