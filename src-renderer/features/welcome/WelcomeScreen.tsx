import { Box, Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Columns, Line, Page } from '#renderer/components/layout.tsx';
import { EmptyState, Loading } from '#renderer/components/states.tsx';
import { DemoTasks } from './DemoTasks.tsx';
import { EmptyTables } from './EmptyTables.tsx';
import { demoCommands, OtherStore } from './OtherStore.tsx';
import { TourOffer } from './Tour.tsx';
import { useTourOffered } from './tourState.ts';
import { useBeginning } from './welcome.hooks.ts';

/** Where Lotline opens: the ways into an empty store, what to try in a demo, and at work what waits today. */
export function WelcomeScreen(): ReactNode {
  const { t } = useTranslation();
  const beginning = useBeginning();
  const offered = useTourOffered();
  const mayImport = useMay('import');
  useEffect(() => {
    if (beginning === 'filled') goTo({ to: '/today' }, { instead: true });
  }, [beginning]);
  const leadText = (): string => {
    if (beginning === 'demo') return t('welcome.demoLead');
    return mayImport ? t('welcome.emptyLead') : t('welcome.emptyLeadOnly');
  };
  if (beginning === undefined || beginning === 'filled') return <Loading />;
  return (
    <Page title={t('welcome.title')} lead={leadText()}>
      {offered && <TourOffer />}
      {beginning === 'demo' && <DemoTasks />}
      {beginning === 'empty' && (mayImport ? <Ways /> : <EmptyState title={t('welcome.othersImport')} />)}
      <PeopleOffer />
    </Page>
  );
}

/** A quiet word to the owner of the file: people can be set up, now or later. */
function PeopleOffer(): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  if (data === undefined || !data.open || data.store.demo || data.authState !== 'owner') return null;
  return (
    <Line>
      <span className="muted">{t('people.beginOffer')}</span>
      <Link to="/setup/first">{t('people.beginTitle')}</Link>
    </Line>
  );
}

/** The three ways to begin: two fill this store; the third is a demo, which never gets into a plant's own. */
function Ways(): ReactNode {
  const { t } = useTranslation();
  const [fromNothing, setFromNothing] = useState(false);
  return (
    <>
      <Box my={20} py={20} style={{ border: 'solid var(--l-hairline)', borderWidth: '1px 0' }}>
        <Columns min={240} gap="24px">
          <Stack component="section" gap={4} align="flex-start">
            <h2>{t('welcome.import.title')}</h2>
            <Text flex={1} mb="sm" c="dimmed">
              {t('welcome.import.text')}
            </Text>
            <LinkButton to="/import">{t('trace.goImport')}</LinkButton>
          </Stack>
          <Stack component="section" gap={4} align="flex-start">
            <h2>{t('welcome.nothing.title')}</h2>
            <Text flex={1} mb="sm" c="dimmed">
              {t('welcome.nothing.text')}
            </Text>
            <Button variant="default" aria-expanded={fromNothing} onClick={() => setFromNothing(!fromNothing)}>
              {t('welcome.nothing.show')}
            </Button>
          </Stack>
          <Stack component="section" gap={4} align="flex-start">
            <h2>{t('welcome.demo.title')}</h2>
            <Text flex={1} mb="sm" c="dimmed">
              {t('welcome.demo.text')}
            </Text>
            <OtherStore asked={t('welcome.demo.commands')} inMenu={t('welcome.demo.inMenu')} commands={demoCommands} />
          </Stack>
        </Columns>
      </Box>
      {fromNothing && <EmptyTables />}
    </>
  );
}
