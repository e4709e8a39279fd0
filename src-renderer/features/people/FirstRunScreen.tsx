import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Failure, toFailure, useSession } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { Line, Page, Section } from '#renderer/components/layout.tsx';
import { EmptyState, FailureState } from '#renderer/components/states.tsx';
import { judgePassword } from '#shared/security/passwords.ts';
import { NewPassword, ruleIn } from './NewPassword.tsx';
import { useBegin } from './people.hooks.ts';
import { Refused } from './RefusedProof.tsx';
import { forgetSecrets, readForm } from '#renderer/components/form/SecretField.tsx';

/** The first administrator: shown to sit at this computer by a code, then named. */
export function FirstRunScreen(): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  if (data === undefined) return null;
  if (!data.open)
    return (
      <Page title={t('people.beginTitle')}>
        <EmptyState title={t('people.begin.closed')}>
          <p>{t('people.begin.closedHelp')}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={t('people.beginTitle')} lead={t('people.begin.lead')}>
      <Begin />
    </Page>
  );
}

type Shown = { code: string; minutes: number };

function Begin(): ReactNode {
  const { t } = useTranslation();
  const begin = useBegin();
  const [person, setPerson] = useState({ user: '', name: '' });
  const [shown, setShown] = useState<Shown>();
  const [shownFailure, setShownFailure] = useState<Failure>();
  const [sent, setSent] = useState(0);
  const { failure, running } = begin;

  async function show(): Promise<void> {
    try {
      // Asked for by hand and never by itself: the code before it is worth nothing any more.
      setShown(await api.people.showSetUpCode({}));
      setShownFailure(undefined);
    } catch (error) {
      setShownFailure(toFailure(error));
    }
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = readForm(form);
    const password = typed('newPassword');
    if (password !== typed('repeated') || !judgePassword(password, person).ok) return;
    const code = typed('code').trim();
    forgetSecrets(form);
    setSent(sent + 1);
    const reply = await begin.run({ user: person.user.trim(), name: person.name.trim(), code, password });
    if (reply !== undefined) goTo({ to: '/setup', search: { begun: true } });
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm" maw={480}>
        <Section title={t('people.begin.codeTitle')}>
          <Stack gap="sm">
            <p className="muted">{t('people.begin.codeHelp', { minutes: shown?.minutes ?? 15 })}</p>
            <Line>
              <Button variant="default" onClick={() => void show()}>
                {t(shown === undefined ? 'people.begin.show' : 'people.begin.showAgain')}
              </Button>
            </Line>
            {shownFailure !== undefined && <FailureState failure={shownFailure} retry={() => void show()} />}
            {shown !== undefined && (
              <p role="status" style={{ fontWeight: 500 }}>
                {shown.code === '' ? t('people.begin.onConsole') : t('people.begin.inWindow', { code: shown.code })}
              </p>
            )}
            <TextInput
              // Shown in the window itself, it need not be typed again.
              key={shown?.code}
              defaultValue={shown?.code ?? ''}
              label={t('people.begin.code')}
              name="code"
              placeholder={t('people.begin.codeForm')}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              required
              withAsterisk={false}
              maxLength={40}
              classNames={{ input: 'mono' }}
            />
          </Stack>
        </Section>
        <Section title={t('people.begin.personTitle')}>
          <Stack gap="sm">
            <TextInput
              label={t('people.user')}
              description={t('people.begin.userHelp')}
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
              maxLength={40}
              value={person.user}
              onChange={(event) => setPerson({ ...person, user: event.currentTarget.value })}
            />
            <TextInput
              label={t('people.name')}
              description={t('people.begin.nameHelp')}
              autoComplete="name"
              required
              withAsterisk={false}
              maxLength={60}
              value={person.name}
              onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
            />
            <NewPassword
              key={sent}
              label={t('people.password')}
              person={person}
              refused={failure?.code === 'PASSWORD_POLICY' ? ruleIn(failure.details) : undefined}
              twice
            />
          </Stack>
        </Section>
        {failure?.code === 'REAUTH_FAILED' && (
          <Refused title={t('people.begin.wrongCode')} text={t('people.begin.wrongCodeHelp')} />
        )}
        {failure !== undefined && failure.code !== 'REAUTH_FAILED' && <FailureState failure={failure} />}
        <Line>
          <Button type="submit" loading={running}>
            {t('people.begin.create')}
          </Button>
          <Link to="/">{t('people.begin.later')}</Link>
          <span className="muted">{t('people.begin.laterHelp')}</span>
        </Line>
      </Stack>
    </form>
  );
}
