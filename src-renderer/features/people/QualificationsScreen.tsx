import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import { GridForm } from '#renderer/forms/GridForm.tsx';
import type { GridColumns } from '#renderer/forms/gridRows.ts';
import { people, type Person, type Qualification } from '#shared/people/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { usePeople } from './people.hooks.ts';

type Recorded = Pick<Qualification, 'user' | 'subject' | 'from' | 'until' | 'note'>;

/** What many people were trained for, as a table to paste into. */
export function QualificationsScreen(): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const asked = usePeople();
  return (
    <Page kind={t('people.setUp')} title={t('people.authoriseManyTitle')} lead={t('people.authoriseManyLead')}>
      {mayChange ? (
        <Answer asked={asked}>{({ people: all }) => <QualificationsGrid all={all} />}</Answer>
      ) : (
        <EmptyState title={t('people.noRight')} />
      )}
    </Page>
  );
}

function QualificationsGrid({ all }: { all: readonly Person[] }): ReactNode {
  const { t } = useTranslation();
  const columns: GridColumns<Recorded> = useMemo(
    () => [
      {
        kind: 'choice',
        name: 'user',
        label: 'fields.person',
        options: all.map(({ user, name }) => ({ value: user, label: name })),
      },
      {
        kind: 'choice',
        name: 'subject',
        label: 'people.subject',
        options: authorisable.map((value) => ({ value, label: t(`people.permissions.${value}`) })),
      },
      { kind: 'date', name: 'from', label: 'people.from' },
      {
        kind: 'date',
        name: 'until',
        label: 'people.until',
        help: 'people.untilHelp',
        check: ({ from, until }) => (until !== '' && until < from ? 'people.endsBefore' : undefined),
      },
      { kind: 'text', name: 'note', label: 'people.note', help: 'people.noteHelp' },
    ],
    [all, t],
  );
  return (
    <GridForm
      label={t('people.authorisations')}
      operation={people.authoriseMany}
      call={api.people.authoriseMany}
      columns={columns}
      draft="qualifications"
      send={(rows) => ({ rows: [...rows] })}
      onCancel={() => goTo({ to: '/setup' })}
    />
  );
}
