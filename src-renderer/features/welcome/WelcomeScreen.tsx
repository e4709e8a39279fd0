import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useJob } from '#renderer/client/index.ts';
import { addressOf } from '#renderer/components/address.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Page } from '#renderer/components/layout.tsx';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { DemoTasks } from './DemoTasks.tsx';
import { EmptyTables } from './EmptyTables.tsx';
import { TourOffer } from './Tour.tsx';
import { useTourOffered } from './tourState.ts';
import { useBeginning, useFillDemo } from './welcome.hooks.ts';
import styles from './welcome.module.css';

/** Where Lotline opens: the ways into an empty store, what to try in a demo, and at work the trace. */
export function WelcomeScreen(): ReactNode {
  const { t } = useTranslation();
  const beginning = useBeginning();
  const offered = useTourOffered();
  useEffect(() => {
    if (beginning === 'filled') window.location.replace(addressOf('/trace'));
  }, [beginning]);
  if (beginning === undefined || beginning === 'filled') return <Loading />;
  return (
    <Page title={t('welcome.title')} lead={t(beginning === 'empty' ? 'welcome.emptyLead' : 'welcome.demoLead')}>
      {offered && <TourOffer />}
      {beginning === 'empty' ? <Ways /> : <DemoTasks />}
    </Page>
  );
}

/** The three ways into an empty store. */
function Ways(): ReactNode {
  const { t } = useTranslation();
  const demo = useFillDemo();
  const [fromNothing, setFromNothing] = useState(false);
  return (
    <>
      <div className={styles.ways}>
        <section>
          <h2>{t('welcome.demo.title')}</h2>
          <p>{t('welcome.demo.text')}</p>
          <div className={styles.wayButtons}>
            <Button disabled={demo.running} onClick={() => demo.run({ plant: 'food' })}>
              {t('exchange.demoFood')}
            </Button>
            <Button disabled={demo.running} variant="default" onClick={() => demo.run({ plant: 'device' })}>
              {t('exchange.demoDevice')}
            </Button>
          </div>
        </section>
        <section>
          <h2>{t('welcome.import.title')}</h2>
          <p>{t('welcome.import.text')}</p>
          <div className={styles.wayButtons}>
            <Button component="a" variant="default" href={addressOf('/import')}>
              {t('trace.goImport')}
            </Button>
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
      </div>
      {demo.running && <Filling job={demo.commandId} />}
      {demo.failure !== undefined && <FailureState failure={demo.failure} />}
      {fromNothing && <EmptyTables />}
    </>
  );
}

function Filling({ job: id }: { job: string }): ReactNode {
  const { t } = useTranslation();
  const job = useJob(id);
  const { cancel } = useCancelJob();
  return job === undefined ? <Loading what={t('exchange.importing')} /> : <JobProgress job={job} onCancel={cancel} />;
}
