import { Box, Button, Group, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '#shared/jobs/contract.ts';
import { useWord } from './words.ts';

/** What reads files counts bytes in some and rows in others: a share says it for both. */
const isShared = ({ operation }: Job): boolean => operation.startsWith('exchange.');

/** A piece of running work: what it is, how far it is, and a way to stop it where it can be stopped. */
export function JobProgress({ job, onCancel }: { job: Job; onCancel: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const say = useWord();
  const [stopping, setStopping] = useState(false);
  const what = say(`jobs.operations.${job.operation}`, job.operation);
  const phase = say(`jobs.phases.${job.phase}`, job.phase);
  const percent = job.total === 0 ? 0 : Math.min(100, Math.floor((100 * job.done) / job.total));
  return (
    <Group wrap="nowrap" mih={28}>
      <Box component="span" flex={1} miw={0}>
        {what}
        {phase !== '' && <span className="muted"> · {phase}</span>}
        {job.total > 0 && (
          <span className="muted">
            {' · '}
            {isShared(job) ? t('common.share', { percent }) : t('common.ofTotal', { done: job.done, total: job.total })}
          </span>
        )}
      </Box>
      <Progress value={percent} aria-label={what} w="20%" miw={120} maw={240} />
      {job.cancellable && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={stopping}
          aria-label={t('jobs.cancelJob', { what })}
          onClick={() => {
            setStopping(true);
            onCancel(job.id);
          }}
        >
          {stopping ? t('common.cancelling') : t('common.cancel')}
        </Button>
      )}
    </Group>
  );
}
