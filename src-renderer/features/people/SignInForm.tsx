import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { demoPassword } from '#shared/people/vocabulary.ts';
import { useSignIn } from './people.hooks.ts';
import { RefusedProof } from './RefusedProof.tsx';
import { forgetSecrets, readForm, SecretField } from '#renderer/components/form/SecretField.tsx';

type Props = {
  /** Whose password is asked; without it the user name is, too. */
  user?: string;
  /** What the button says. */
  action: string;
  /** Where everybody may know the password. */
  demo?: boolean;
};

/** User name and password, or the password alone. Both stand in their fields and nowhere else. */
export function SignInForm({ user, action, demo = false }: Props): ReactNode {
  const { t } = useTranslation();
  const { signIn, failure, running } = useSignIn();
  const first = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = readForm(form);
    const [name, password] = [typed('username').trim(), typed('password')];
    if (name === '' || password === '') return;
    forgetSecrets(form);
    await signIn(name, password);
    // Refused, it is typed again.
    secret.current?.focus();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        {user === undefined ? (
          <TextInput
            ref={first}
            label={t('people.user')}
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            maxLength={60}
          />
        ) : (
          // For password managers, which look for the name beside the password.
          <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
        )}
        <SecretField
          label={t('people.password')}
          name="password"
          kind="current"
          field={(field) => {
            secret.current = field;
            if (user !== undefined) first.current = field;
          }}
        />
        {demo && (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <span className="muted">
              {t('people.demoHelp')} <code className="mono">{demoPassword}</code>
            </span>
            <Button size="compact-sm" variant="default" flex="none" onClick={() => fillIn(secret.current)}>
              {t('people.demoFill')}
            </Button>
          </Group>
        )}
        {failure !== undefined && <RefusedProof failure={failure} own={user !== undefined} />}
        <Button type="submit" loading={running}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

function fillIn(field: HTMLInputElement | null): void {
  if (field === null) return;
  field.value = demoPassword;
  field.focus();
}
