import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/index.ts';
import { Line, Section } from '#renderer/components/layout.tsx';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useSetSinglePerson } from './people.hooks.ts';
import styles from './people.module.css';
import { readSignature, SignatureFields } from './ProofFields.tsx';
import { forgetSecrets, readForm } from './SecretField.tsx';
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts';

/** Whether one person may do here what two should; changed by a signature, with the reason every document gives. */
export function SinglePersonPart({ mayChange }: { mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  const why = useSession().data?.singlePerson ?? '';
  const [opened, setOpened] = useState(false);
  const isOn = why !== '';
  return (
    <Section title={t('people.single')}>
      <p className="muted">{t('people.singleLead')}</p>
      <p className={isOn ? 'warning' : undefined}>
        {isOn ? t('people.singleOn', { reason: why }) : t('people.singleOff')}
      </p>
      {mayChange && !opened && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t(isOn ? 'people.singleEnd' : 'people.singleBegin')}
        </Button>
      )}
      {mayChange && opened && <SinglePersonForm key={String(isOn)} on={!isOn} onDone={() => setOpened(false)} />}
    </Section>
  );
}

function SinglePersonForm({ on, onDone }: { on: boolean; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const setting = useSetSinglePerson();
  const [reason, setReason] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const signature = readSignature(readForm(form), 'approved');
    if (reason.trim() === '' || signature.password === '') return;
    forgetSecrets(form);
    if ((await setting.run({ on, reason, signature })) !== undefined) onDone();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={sendOnCtrlEnter}>
      <p>{t(on ? 'people.singleConsequence' : 'people.singleEndConsequence')}</p>
      <ReasonField value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <SignatureFields />
      {setting.failure !== undefined && <ChangeRefused failure={setting.failure} />}
      <Line>
        <Button type="submit" loading={setting.running} disabled={reason.trim() === ''}>
          {t('people.signHere')}
        </Button>
        <Button variant="subtle" color="accent" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </Line>
    </form>
  );
}
