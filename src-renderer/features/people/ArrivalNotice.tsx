import { Box, Button, Group } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Session } from '#renderer/client/index.ts';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, localTimestamp, useLocale } from '#renderer/components/figures.tsx';
import { tell } from '#renderer/components/notices.tsx';
import { useWord } from '#renderer/components/words.ts';
import { recoveryName } from '#shared/security/recoveryCode.ts';
import { type Arrival, arrival, useArrival } from './arrival.ts';

/**
 * Says after signing in when one was last here and what failed since. Where nothing did, it is told in passing; what
 * somebody has to look at stays until it is dismissed.
 */
export function ArrivalNotice({ session }: { session: Session }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const arrived = useArrival();
  const [opened, setOpened] = useState(false);
  // A person who came later does not hear what another was to hear.
  const mine = arrived?.user === session.person.id ? arrived : undefined;
  const { name } = session.person;
  const isGreeting = mine !== undefined && asksNothing(mine);
  const greeting = isGreeting
    ? mine.lastHere === ''
      ? t('people.arrivedFirst', { name })
      : `${t('people.arrived', { name, at: localTimestamp(mine.lastHere, locale) })} ${t('people.failuresNever')}`
    : '';
  useEffect(() => {
    if (greeting === '') return;
    tell(greeting);
    arrival.dismiss();
  }, [greeting]);
  if (mine === undefined || isGreeting) return null;
  const { lastHere, failures, passwordsGiven } = mine;
  const ofOthers = recoveriesOfOthers(mine);
  return (
    <Box p="12px 24px 0">
      <Panel label={t('people.signIn')}>
        <Group gap="4px 12px" role="status">
          <span>
            {lastHere === ''
              ? t('people.arrivedFirst', { name })
              : t('people.arrived', { name, at: localTimestamp(lastHere, locale) })}
          </span>
          <span className={failures.length === 0 ? 'muted' : 'alarm'}>
            {failures.length > 0
              ? t('people.failuresSince', { count: failures.length, users: usersOf(failures) })
              : lastHere !== '' && t('people.failuresNever')}
          </span>
          {failures.length > 0 && (
            <Button size="compact-sm" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {t('people.failuresShow')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={arrival.dismiss}>
            {t('people.dismiss')}
          </Button>
        </Group>
        {passwordsGiven.map(({ at, by }) => (
          <p key={`${at} ${by}`} className="alarm" role="alert">
            {by === recoveryName
              ? t('people.recovery.given', { at: localTimestamp(at, locale) })
              : t('people.passwordGiven', { by, at: localTimestamp(at, locale) })}
          </p>
        ))}
        {ofOthers.map(({ at, user }) => (
          <p key={`${at} ${user}`} className="alarm" role="alert">
            {t('people.recovery.told', { user, at: localTimestamp(at, locale) })}
          </p>
        ))}
        {opened && <Failures failures={failures} />}
      </Panel>
    </Box>
  );
}

/** One's own is told beside, until it is confirmed. */
const recoveriesOfOthers = ({ recoveries, user: own }: Arrival) => recoveries.filter(({ user }) => user !== own);

const asksNothing = (arrived: Arrival): boolean =>
  arrived.failures.length + arrived.passwordsGiven.length + recoveriesOfOthers(arrived).length === 0;

type FailedProof = Arrival['failures'][number];

function Failures({ failures }: { failures: readonly FailedProof[] }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const columns: TableColumn<FailedProof>[] = [
    { id: 'at', header: t('fields.at'), cell: (row) => <MomentText at={row.at} /> },
    {
      id: 'person',
      header: t('people.user'),
      cell: (row) => <span className="mono">{row.person === '' ? t('common.unknown') : row.person}</span>,
    },
    { id: 'workstation', header: t('fields.workstation'), cell: (row) => row.workstation },
    {
      id: 'operation',
      header: t('people.operation'),
      cell: (row) => say(`audit.operations.${row.operation}`, row.operation),
    },
    {
      id: 'why',
      header: t('people.because'),
      wide: true,
      cell: (row) =>
        row.code === 'LOCKED_OUT'
          ? t('people.lockedOut')
          : t(row.operation === 'people.recover' ? 'people.recovery.wrong' : 'people.wrongPassword'),
    },
  ];
  return <DataTable label={t('people.failures')} rows={failures} columns={columns} empty={null} />;
}

/** An administrator is told of what was tried as anybody. */
const usersOf = (failures: readonly { person: string }[]): string =>
  [...new Set(failures.map(({ person }) => person))].toSorted().join(', ');
