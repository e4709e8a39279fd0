import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icons.tsx';
import { Line, Section } from '#renderer/components/layout.tsx';
import type { Person } from '#shared/people/contract.ts';
import { judgePassword } from '#shared/security/passwords.ts';
import { ChangeRefused, ReasonField } from './changeParts.tsx';
import { NewPassword, ruleIn } from './NewPassword.tsx';
import { useResetPassword } from './people.hooks.ts';
import styles from './people.module.css';
import { forgetSecrets, readForm } from '#renderer/components/form/SecretField.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';

type Props = { person: Person; onDone: () => void };

/** A new password for somebody who lost theirs, or is locked out. */
export function ResetForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const resetting = useResetPassword();
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(0);
  const [isDone, setDone] = useState(false);
  const { user, name } = person;
  const { failure, running } = resetting;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const password = readForm(form)('newPassword');
    if (reason.trim() === '' || !judgePassword(password, person).ok) return;
    forgetSecrets(form);
    setSent(sent + 1);
    if ((await resetting.run({ user, password, reason })) !== undefined) setDone(true);
  }

  return (
    <Section title={t('people.resetTitle', { name })}>
      {isDone ? (
        <Line>
          <span className={styles.done} role="status">
            <Icon name="tick" /> {t('people.resetDone', { name })}
          </span>
          <Button variant="subtle" color="accent" size="compact-sm" onClick={onDone}>
            {t('people.dismiss')}
          </Button>
        </Line>
      ) : (
        <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
          <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
          <p className="muted">{t('people.resetLead', { name })}</p>
          <NewPassword
            key={sent}
            label={t('people.newPassword')}
            description={t('people.firstPasswordHelp')}
            person={person}
            refused={failure?.code === 'PASSWORD_POLICY' ? ruleIn(failure.details) : undefined}
          />
          <ReasonField value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          {failure !== undefined && <ChangeRefused failure={failure} />}
          <Line>
            <Button type="submit" loading={running} disabled={reason.trim() === ''}>
              {t('people.reset')}
            </Button>
            <Button variant="subtle" color="accent" onClick={onDone}>
              {t('common.cancel')}
            </Button>
          </Line>
        </form>
      )}
    </Section>
  );
}
