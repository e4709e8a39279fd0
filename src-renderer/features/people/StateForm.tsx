import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import { people, type Person } from '#shared/people/contract.ts';

type Props = { person: Person; onDone: () => void };

/** Lets a person in no more, or again, for a reason. Nobody is deleted. */
export function StateForm({ person, onDone }: Props): ReactNode {
  const { t } = useTranslation();
  const { user, name, disabled } = person;
  return (
    <Section title={t(disabled ? 'people.enableTitle' : 'people.disableTitle', { name })}>
      <RecordForm
        operation={people.change}
        call={api.people.change}
        record={person}
        fields={[]}
        draft={`person ${user}, state`}
        send={(seen) => ({ user, version: seen.version, disabled: !seen.disabled })}
        action={disabled ? 'people.enable' : 'people.disable'}
        isDangerous={!disabled}
        onDone={onDone}
        onCancel={onDone}
      >
        <p>{t(disabled ? 'people.enableLead' : 'people.disableLead', { name })}</p>
      </RecordForm>
    </Section>
  );
}
