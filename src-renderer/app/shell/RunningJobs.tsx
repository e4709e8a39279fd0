import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useRunningJobs } from '#renderer/client/index.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import styles from './AppShell.module.css';

/** What is running, on every screen, with its figures and a way to stop it. */
export function RunningJobs(): ReactNode {
  const { t } = useTranslation();
  const jobs = useRunningJobs();
  const { cancel } = useCancelJob();
  if (jobs.length === 0) return null;
  return (
    <section className={styles.jobs} aria-label={t('jobs.title')}>
      {jobs.map((job) => (
        <JobProgress key={job.id} job={job} onCancel={cancel} />
      ))}
    </section>
  );
}
