import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useRunningJobs } from '#renderer/client/index.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';

/** What is running, on every screen, with its figures and a way to stop it. */
export function RunningJobs(): ReactNode {
  const { t } = useTranslation();
  const jobs = useRunningJobs();
  const { cancel } = useCancelJob();
  if (jobs.length === 0) return null;
  return (
    <Stack
      component="section"
      gap={4}
      p="8px 24px"
      bg="var(--l-raised)"
      style={{ gridArea: 'jobs', borderBlockStart: '1px solid var(--l-hairline)' }}
      aria-label={t('jobs.title')}
    >
      {jobs.map((job) => (
        <JobProgress key={job.id} job={job} onCancel={cancel} />
      ))}
    </Stack>
  );
}
