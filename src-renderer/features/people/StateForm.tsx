import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, Section } from '#renderer/components/layout.tsx';
import type { Person } from '#shared/people/contract.ts';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { useChange } from './people.hooks.ts';
import styles from './people.module.css';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';

type Props = { person: Person; onDone: () => void };

/** Lets a person in no more, or again. Nobody is deleted. */
export function StateForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const changing = useChange();
  const [seen, setSeen] = useState(person);
  const [reason, setReason] = useState('');
  const { user, version, name, disabled } = seen;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (reason.trim() === '') return;
    if ((await changing.run({ user, version, disabled: !disabled, reason })) !== undefined) onDone();
  }

  function loadAgain(): void {
    changing.reset();
    setSeen(person);
  }

  return (
    <Section title={t(disabled ? 'people.enableTitle' : 'people.disableTitle', { name })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
        <p>{t(disabled ? 'people.enableLead' : 'people.disableLead', { name })}</p>
        <ReasonField value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {changing.failure !== undefined && <ChangeRefused failure={changing.failure} onLoad={loadAgain} />}
        <Line>
          <Button
            type="submit"
            color={disabled ? 'accent' : 'red'}
            loading={changing.running}
            disabled={reason.trim() === ''}
          >
            {t(disabled ? 'people.enable' : 'people.disable')}
          </Button>
          <Button variant="subtle" color="accent" onClick={onDone}>
            {t('common.cancel')}
          </Button>
        </Line>
      </form>
    </Section>
  );
}
