import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { personPlace } from '#renderer/components/address.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { ListBar } from '#renderer/components/ListBar.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SetUpPage } from '#renderer/components/SetUpPage.tsx';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import type { Person } from '#shared/people/contract.ts';
import { fold } from '#shared/kernel/fold.ts';
import { NoWayBack } from './NoWayBack.tsx';
import { usePeople } from './people.hooks.ts';
import { StateBadge, stateOf } from './StateBadge.tsx';
import { useRoleName } from './words.ts';

type Search = { sort: string; text: string; begun: boolean };

/** Who may sign in, and as what. */
export function PeopleScreen({ search, setSearch }: ScreenProps<Search>): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const session = useSession();
  const isOwner = session.data?.authState === 'owner';
  const asked = usePeople();
  return (
    <SetUpPage
      at="/setup"
      lead={t('people.lead')}
      actions={
        mayChange &&
        (isOwner ? (
          session.data?.store.demo === false && <LinkButton to="/setup/first">{t('people.beginTitle')}</LinkButton>
        ) : (
          <Line>
            <LinkButton to="/setup/qualifications" variant="default">
              {t('people.authoriseMany')}
            </LinkButton>
            <LinkButton to="/setup/add">{t('people.add')}</LinkButton>
          </Line>
        ))
      }
    >
      {search.begun && <Begun />}
      <NoWayBack />
      {!mayChange && <p className="muted">{t('people.noRight')}</p>}
      <Answer asked={asked}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState title={t('people.empty')}>
              <p>{t('people.emptyHelp')}</p>
            </EmptyState>
          ) : (
            <PeopleTable people={people} search={search} setSearch={setSearch} />
          )
        }
      </Answer>
    </SetUpPage>
  );
}

/** What comes after the first administrator. */
function Begun(): ReactNode {
  const { t } = useTranslation();
  return (
    <Panel mb="md" maw="72ch" tone="accent" icon="tick" role="status">
      <strong>{t('people.begin.done')}</strong>
      <p>{t('people.begin.next')}</p>
    </Panel>
  );
}

type TableProps = { people: readonly Person[] } & ScreenProps<Search>;

function PeopleTable({ people, search, setSearch }: TableProps): ReactNode {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const wanted = fold(search.text.trim());
  const rows = people.filter(({ user, name }) => fold(`${user} ${name}`).includes(wanted));
  const roleLabels = (person: Person): string => person.roles.map(roleName).join(', ');
  const columns: TableColumn<Person>[] = [
    {
      id: 'name',
      header: t('people.name'),
      cell: ({ name, user }) => <Link {...personPlace(user)}>{name}</Link>,
      sortBy: ({ name }) => name,
    },
    {
      id: 'user',
      header: t('people.user'),
      cell: ({ user }) => <span className="mono">{user}</span>,
      sortBy: ({ user }) => user,
    },
    { id: 'roles', header: t('people.roles'), wide: true, cell: roleLabels, sortBy: roleLabels },
    {
      id: 'state',
      header: t('people.state'),
      cell: (person) => <StateBadge person={person} />,
      sortBy: stateOf,
    },
    {
      id: 'since',
      header: t('people.passwordSince'),
      cell: ({ passwordChangedAt }) => <MomentText at={passwordChangedAt} />,
      sortBy: ({ passwordChangedAt }) => passwordChangedAt,
    },
  ];
  return (
    <>
      <Box mb={8}>
        <ListBar text={search.text} placeholder={t('people.search')} onText={(text) => setSearch({ text })}>
          <span className="muted" role="status">
            {t('people.count', { count: rows.length })}
          </span>
        </ListBar>
      </Box>
      <DataTable
        label={t('people.title')}
        rows={rows}
        columns={columns}
        sort={{ by: search.sort, onSort: (sort) => setSearch({ sort }) }}
        empty={<EmptyState title={t('people.none')} />}
      />
    </>
  );
}
