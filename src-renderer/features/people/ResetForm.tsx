import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { Line, Section } from '#renderer/components/layout.tsx';
import { Done } from '#renderer/forms/FormFoot.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import { people, type Person } from '#shared/people/contract.ts';
import { fieldOfPolicy, newPassword } from './newPasswordField.tsx';

type Props = { person: Person; onDone: () => void };
const blank = { password: '' };

/** A new password for somebody who lost theirs, or is locked out. */
export function ResetForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  const { user, name } = person;
  return (
    <Section title={t('people.resetTitle', { name })}>
      {isDone ? (
        <Line>
          <Done>{t('people.resetDone', { name })}</Done>
          <Button variant="subtle" size="compact-sm" onClick={onDone}>
            {t('people.dismiss')}
          </Button>
        </Line>
      ) : (
        <RecordForm
          operation={people.resetPassword}
          call={api.people.resetPassword}
          record={blank}
          fields={[
            newPassword('password', () => person, { label: 'people.newPassword', help: 'people.firstPasswordHelp' }),
          ]}
          draft={`person ${user}, password`}
          send={({ password }) => ({ user, password })}
          fieldOf={fieldOfPolicy('password')}
          action="people.reset"
          onDone={() => setDone(true)}
          isTold
          onCancel={onDone}
        >
          <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
          <p className="muted">{t('people.resetLead', { name })}</p>
        </RecordForm>
      )}
    </Section>
  );
}
