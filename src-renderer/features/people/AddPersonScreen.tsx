import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay } from '#renderer/client/index.ts';
import { goTo, personPlace } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import { people, type Role } from '#shared/people/contract.ts';
import { fieldOfPolicy, newPassword } from './newPasswordField.tsx';
import { useRoles } from './people.hooks.ts';
import { usePersonFields } from './personFields.ts';

type Blank = { user: string; name: string; email: string; identity: string; roles: string[]; password: string };
const blank: Blank = { user: '', name: '', email: '', identity: '', roles: [], password: '' };
const firstPassword = newPassword<Blank>('password', (person) => person, {
  label: 'people.firstPassword',
  help: 'people.firstPasswordHelp',
});

/** A new person, with a first password that must be changed. */
export function AddPersonScreen(): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const asked = useRoles();
  return (
    <Page kind={t('people.setUp')} title={t('people.addTitle')} lead={t('people.addLead')}>
      {mayChange ? (
        <Answer asked={asked}>{({ roles }) => <AddForm all={roles} />}</Answer>
      ) : (
        <EmptyState title={t('people.noRight')} />
      )}
    </Page>
  );
}

function AddForm({ all }: { all: readonly Role[] }): ReactNode {
  const { name, user, roles, email, identity } = usePersonFields(all);
  return (
    <RecordForm
      operation={people.add}
      call={api.people.add}
      record={blank}
      fields={[name, user, roles, email, identity, firstPassword]}
      draft="person new"
      send={(person) => person}
      fieldOf={fieldOfPolicy('password')}
      action="people.create"
      onDone={(added) => goTo(personPlace(added.user))}
      onCancel={() => goTo({ to: '/setup' })}
    />
  );
}
