import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { MomentText } from '#renderer/components/figures.tsx';
import { Facts, Page } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer, EmptyState } from '#renderer/components/states.tsx';
import type { Person } from '#shared/people/contract.ts';
import { QualificationsPart } from './QualificationsPart.tsx';
import { usePeople } from './people.hooks.ts';
import { PersonForm } from './PersonForm.tsx';
import type { PersonSearch } from './personSearch.ts';
import { ResetForm } from './ResetForm.tsx';
import { RightsPart } from './RightsPart.tsx';
import { SigningPart } from './SigningPart.tsx';
import { StateBadge } from './StateBadge.tsx';
import { StateForm } from './StateForm.tsx';
import { useRoleName } from './words.ts';

/** A person: as what, since when, and what they may do; and what an administrator changes of it. */
export function PersonScreen({ search, setSearch }: ScreenProps<PersonSearch>): ReactNode {
  const { t } = useTranslation();
  const asked = usePeople();
  const folded = search.user.toLowerCase();
  const person = asked.data?.people.find(({ user }) => user.toLowerCase() === folded);
  return (
    <Page
      kind={t('people.person')}
      title={person?.name ?? (search.user === '' ? t('people.person') : search.user)}
      actions={person !== undefined && <Acts person={person} search={search} setSearch={setSearch} />}
    >
      <Answer asked={asked}>
        {() =>
          person === undefined ? (
            <EmptyState title={t('people.unknown', { user: search.user })}>
              <Link to="/setup">{t('people.title')}</Link>
            </EmptyState>
          ) : (
            <PersonPart person={person} search={search} setSearch={setSearch} />
          )
        }
      </Answer>
    </Page>
  );
}

type PartProps = { person: Person } & ScreenProps<PersonSearch>;

/** What the person did, and what an administrator can do here; nobody resets the own password. */
function Acts({ person, setSearch, search }: PartProps): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const isPerson = useSession().data?.authState === 'person';
  const isOwn = useIsOwn(person);
  const did = (
    <LinkButton to="/audit" search={{ person: person.user }} variant="default">
      {t('people.did', { name: person.name })}
    </LinkButton>
  );
  if (search.act !== '') return null;
  if (!mayChange || !isPerson) return did;
  return (
    <>
      {did}
      <Button variant="default" onClick={() => setSearch({ act: 'change' }, 'step')}>
        {t('people.edit')}
      </Button>
      {isOwn ? (
        <LinkButton to="/password" variant="default">
          {t('people.changeTitle')}
        </LinkButton>
      ) : (
        <Button variant="default" onClick={() => setSearch({ act: 'password' }, 'step')}>
          {t('people.reset')}
        </Button>
      )}
      <Button variant="default" onClick={() => setSearch({ act: 'state' }, 'step')}>
        {t(person.disabled ? 'people.enable' : 'people.disable')}
      </Button>
    </>
  );
}

function PersonPart({ person, search, setSearch }: PartProps): ReactNode {
  const { t } = useTranslation();
  const mayChange = useMay('people');
  const roleName = useRoleName();
  const isOwn = useIsOwn(person);
  const done = (): void => setSearch({ act: '', subject: '' });
  const none = (
    <span key="none" className="muted">
      {t('common.none')}
    </span>
  );
  return (
    <>
      <Facts
        facts={[
          [t('people.state'), <StateBadge key="state" person={person} />],
          [t('people.roles'), person.roles.map(roleName).join(', ')],
          [
            t('people.user'),
            <span key="user">
              <span className="mono">{person.user}</span> {isOwn && <span className="muted">({t('people.you')})</span>}
            </span>,
          ],
          [t('people.email'), person.email === '' ? none : <Email key="email" address={person.email} />],
          [t('people.identity'), person.identity === '' ? none : person.identity],
          [t('people.passwordSince'), <MomentText key="since" at={person.passwordChangedAt} />],
        ]}
      />
      {mayChange && search.act === 'change' && <PersonForm person={person} onDone={done} />}
      {mayChange && search.act === 'password' && !isOwn && <ResetForm person={person} onDone={done} />}
      {mayChange && search.act === 'state' && <StateForm person={person} onDone={done} />}
      <SigningPart person={person} />
      <QualificationsPart person={person} isOwn={isOwn} search={search} setSearch={setSearch} />
      <RightsPart user={person.user} onlyNot={search.onlyNot} onOnlyNot={(onlyNot) => setSearch({ onlyNot })} />
    </>
  );
}

const Email = ({ address }: { address: string }): ReactNode => <a href={`mailto:${address}`}>{address}</a>;

function useIsOwn({ user }: Person): boolean {
  return useSession().data?.person.id === user;
}
