import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgePassword } from '#shared/security/passwords.ts';
import { NewPassword, ruleIn } from './NewPassword.tsx';
import { useChangePassword } from './people.hooks.ts';
import styles from './people.module.css';
import { RefusedProof } from './RefusedProof.tsx';
import { forgetSecrets, readForm, SecretField } from '#renderer/components/form/SecretField.tsx';

type Props = { person: { id: string; name: string }; onDone?: () => void };

/** The own password: the one until now, and twice the next. */
export function ChangePasswordForm({ person: { id: user, name }, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const changing = useChangePassword();
  /** Counts what was sent: the new password's part begins anew with each. */
  const [sent, setSent] = useState(0);
  const first = useRef<HTMLInputElement>(null);
  const { failure, running } = changing;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = readForm(form);
    const [password, newPassword] = [typed('password'), typed('newPassword')];
    // The page says what is wrong with it already.
    if (password === '' || newPassword !== typed('repeated') || !judgePassword(newPassword, { user, name }).ok) return;
    forgetSecrets(form);
    setSent(sent + 1);
    const reply = await changing.run({ password, newPassword });
    if (reply === undefined) first.current?.focus();
    else onDone?.();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
      <SecretField label={t('people.currentPassword')} name="password" kind="current" field={first} />
      <NewPassword
        key={sent}
        label={t('people.newPassword')}
        person={{ user, name }}
        refused={failure?.code === 'PASSWORD_POLICY' ? ruleIn(failure.details) : undefined}
        twice
      />
      {failure !== undefined && <RefusedProof failure={failure} own />}
      <Button type="submit" loading={running}>
        {t('people.change')}
      </Button>
    </form>
  );
}
