import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/client/index.ts';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import { type Person, people, type Role } from '#shared/people/contract.ts';
import { useRoles } from './people.hooks.ts';
import { usePersonFields } from './personFields.ts';

type Props = { person: Person; onDone: () => void };

/** What is recorded of a person, changed with a reason. Whoever raises the own rights has a second person sign. */
export function PersonForm(props: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('people.editTitle')}>
      <Answer asked={useRoles()}>{({ roles }) => <Fields {...props} all={roles} />}</Answer>
    </Section>
  );
}

function Fields({ person, onDone, all }: Props & { all: readonly Role[] }): ReactNode {
  const { name, roles, email, identity } = usePersonFields(all);
  return (
    <SignedForm
      name="people.change"
      operation={people.change}
      call={api.people.change}
      title="people.editTitle"
      record={person}
      fields={[name, roles, email, identity]}
      changes
      draft={`person ${person.user}`}
      send={({ user, version }, changed) => ({ user, version, ...changed })}
      onDone={onDone}
      onCancel={onDone}
    />
  );
}
