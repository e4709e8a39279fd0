import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft, useMay } from '#renderer/client/index.ts';
import { addressOf, personAddress } from '#renderer/components/address.ts';
import { DraftNotice } from '#renderer/components/DraftNotice.tsx';
import { Line, Page } from '#renderer/components/layout.tsx';
import { EmptyState, FailureState } from '#renderer/components/states.tsx';
import { judgePassword } from '#shared/security/passwords.ts';
import { NewPassword } from './NewPassword.tsx';
import { useAdd } from './people.hooks.ts';
import styles from './people.module.css';
import { RolePicker } from './RolePicker.tsx';
import { forgetSecrets, readForm } from '#renderer/components/form/SecretField.tsx';
import { submitOnCtrlEnter } from '#renderer/components/submitKeys.ts';

const typed = z.object({
  user: z.string(),
  name: z.string(),
  email: z.string(),
  identity: z.string(),
  roles: z.array(z.string()),
});
const blank = { user: '', name: '', email: '', identity: '', roles: [] };

/** A new person, with a first password that must be changed. */
export function AddPersonScreen(): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  return (
    <Page kind={t('people.setUp')} title={t('people.addTitle')} lead={t('people.addLead')}>
      {mayChange ? <AddForm /> : <EmptyState title={t('people.noRight')} />}
    </Page>
  );
}

function AddForm(): ReactNode {
  const { t } = useTranslation();
  const adding = useAdd();
  const draft = useDraft<z.infer<typeof typed>>('person new', blank, typed);
  const [sent, setSent] = useState(0);
  const person = draft.value;
  const isComplete = person.user.trim() !== '' && person.name.trim() !== '' && person.roles.length > 0;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const password = readForm(form)('newPassword');
    if (!isComplete || !judgePassword(password, person).ok) return;
    forgetSecrets(form);
    setSent(sent + 1);
    const reply = await adding.run({ ...person, user: person.user.trim(), name: person.name.trim(), password });
    if (reply === undefined) return;
    draft.clear();
    window.location.hash = personAddress(reply.user);
  }

  const field = (key: 'user' | 'name' | 'email' | 'identity') => ({
    value: person[key],
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.set({ ...person, [key]: event.currentTarget.value }),
  });

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} onKeyDown={submitOnCtrlEnter}>
      <DraftNotice draft={draft} />
      <TextInput
        label={t('people.name')}
        description={t('people.begin.nameHelp')}
        autoComplete="off"
        required
        withAsterisk={false}
        maxLength={60}
        {...field('name')}
      />
      <TextInput
        label={t('people.user')}
        description={t('people.begin.userHelp')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        maxLength={40}
        {...field('user')}
      />
      <RolePicker value={person.roles} onChange={(roles) => draft.set({ ...person, roles })} />
      <TextInput label={t('people.email')} type="email" autoComplete="off" maxLength={200} {...field('email')} />
      <TextInput
        label={t('people.identity')}
        description={t('people.identityHelp')}
        autoComplete="off"
        maxLength={200}
        {...field('identity')}
      />
      <NewPassword
        key={sent}
        label={t('people.firstPassword')}
        description={t('people.firstPasswordHelp')}
        person={person}
      />
      {adding.failure !== undefined && <FailureState failure={adding.failure} />}
      {person.name !== '' && person.roles.length === 0 && <p className="muted">{t('people.oneRole')}</p>}
      <Line>
        <Button type="submit" loading={adding.running} disabled={!isComplete}>
          {t('people.create')}
        </Button>
        <a href={addressOf('/setup')}>{t('common.cancel')}</a>
      </Line>
    </form>
  );
}
