import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Line, Page } from '#renderer/components/layout.tsx';
import { EmptyState, Loading } from '#renderer/components/states.tsx';
import { DemoTasks } from './DemoTasks.tsx';
import { EmptyTables } from './EmptyTables.tsx';
import { demoCommands, OtherStore } from './OtherStore.tsx';
import { TourOffer } from './Tour.tsx';
import { useTourOffered } from './tourState.ts';
import { useBeginning } from './welcome.hooks.ts';
import styles from './welcome.module.css';

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
      <div className={styles.ways}>
        <section>
          <h2>{t('welcome.import.title')}</h2>
          <p>{t('welcome.import.text')}</p>
          <div className={styles.wayButtons}>
            <LinkButton to="/import">{t('trace.goImport')}</LinkButton>
          </div>
        </section>
        <section>
          <h2>{t('welcome.nothing.title')}</h2>
          <p>{t('welcome.nothing.text')}</p>
          <div className={styles.wayButtons}>
            <Button variant="default" aria-expanded={fromNothing} onClick={() => setFromNothing(!fromNothing)}>
              {t('welcome.nothing.show')}
            </Button>
          </div>
        </section>
        <section>
          <h2>{t('welcome.demo.title')}</h2>
          <p>{t('welcome.demo.text')}</p>
          <OtherStore asked={t('welcome.demo.commands')} inMenu={t('welcome.demo.inMenu')} commands={demoCommands} />
        </section>
      </div>
      {fromNothing && <EmptyTables />}
    </>
  );
}
