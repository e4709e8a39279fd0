import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { PlainDateText } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import type { Qualification, Person } from '#shared/people/contract.ts';
import { authorisable } from '#shared/people/vocabulary.ts';
import { QualificationForm } from './QualificationForm.tsx';
import { useQualifications, useSettings } from './people.hooks.ts';
import type { PersonSearch } from './personSearch.ts';

type Props = { person: Person; isOwn: boolean } & ScreenProps<PersonSearch>;

/** What a person was trained for, until when, and whether it holds today. */
export function QualificationsPart({ person, isOwn, search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const isPerson = useSession().data?.authState === 'person';
  const asked = useQualifications(person.user);
  const needed: readonly string[] = useSettings().data?.authorised ?? [];
  const canAct = mayChange && isPerson && search.act === '' && !isOwn;
  const subject = authorisable.find((one) => one === search.subject);
  const columns: TableColumn<Qualification>[] = [
    {
      id: 'subject',
      header: t('people.subject'),
      cell: (row) => (
        <>
          {t(`people.permissions.${row.subject}`)}{' '}
          {needed.includes(row.subject) && <span className="muted">({t('people.needed')})</span>}
        </>
      ),
    },
    {
      id: 'current',
      header: t('people.state'),
      cell: (row) =>
        row.current ? (
          <Badge tone="released" icon="tick">
            {t('people.inForce')}
          </Badge>
        ) : (
          <Badge tone="rejected" icon="cross">
            {t('people.notInForce')}
          </Badge>
        ),
    },
    { id: 'from', header: t('people.from'), cell: (row) => <PlainDateText date={row.from} /> },
    {
      id: 'until',
      header: t('people.until'),
      cell: (row) =>
        row.until === '' ? <span className="muted">{t('people.noEnd')}</span> : <PlainDateText date={row.until} />,
    },
    { id: 'note', header: t('people.note'), wide: true, cell: (row) => row.note },
    ...(canAct
      ? [
          {
            id: 'act',
            header: '',
            cell: (row: Qualification) => (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${t('people.authoriseAgain')}: ${t(`people.permissions.${row.subject}`)}`}
                onClick={() => setSearch({ act: 'authorise', subject: row.subject }, 'step')}
              >
                {t('people.authoriseAgain')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('people.authorisations')}
      actions={
        canAct && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setSearch({ act: 'authorise', subject: '' }, 'step')}
          >
            {t('people.authorise')}
          </Button>
        )
      }
    >
      <p className="muted">{t('people.qualificationsLead')}</p>
      <Answer asked={asked}>
        {({ authorisations }) => (
          <>
            {mayChange && search.act === 'authorise' && !isOwn && (
              <QualificationForm
                key={search.subject}
                user={person.user}
                before={authorisations.find((row) => row.subject === subject)}
                onDone={() => setSearch({ act: '', subject: '' })}
              />
            )}
            <DataTable
              label={t('people.authorisations')}
              rows={authorisations}
              columns={columns}
              empty={<p>{t('people.noQualification')}</p>}
            />
          </>
        )}
      </Answer>
    </Section>
  );
}
