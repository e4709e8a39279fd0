import { Box, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Commanded, useCancelJob, useJob } from '#renderer/client/index.ts';
import { useLocale } from '#renderer/components/figures.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { formatSize, useDrill, useMake } from './backups.hooks.ts';

/** Makes a backup and hands it over. */
export function MakePart(): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const making = useMake();
  const { reply } = making;
  return (
    <WorkPart
      text={t('backups.make')}
      help={t('backups.makeHelp')}
      doing={t('backups.making')}
      work={making}
      run={() => making.run({ path: '' })}
    >
      {reply !== undefined && (
        <Verdict isGood>
          {t('backups.made', { name: reply.name, size: formatSize(reply.size, locale), head: reply.seq })}
        </Verdict>
      )}
    </WorkPart>
  );
}

/** Shows that a backup can be restored. */
export function DrillPart(): ReactNode {
  const { t } = useTranslation();
  const drilling = useDrill();
  const { reply } = drilling;
  return (
    <WorkPart
      text={t('backups.drill')}
      help={t('backups.drillHelp')}
      doing={t('backups.drilling')}
      work={drilling}
      run={() => drilling.run({ path: '', entry: 0 })}
    >
      {reply !== undefined && (
        <Verdict isGood={reply.ok}>
          {reply.ok
            ? t('backups.drillHeld', { count: reply.entries })
            : t('backups.drillFailed', { problem: reply.problem })}
        </Verdict>
      )}
    </WorkPart>
  );
}

type Props = {
  text: string;
  help: string;
  doing: string;
  work: Pick<Commanded<unknown, unknown>, 'running' | 'failure' | 'commandId'>;
  run: () => void;
  /** What came of it. */
  children: ReactNode;
};

/** A button for long work: how far it is, a way to stop it, and what came of it. */
function WorkPart({ text, help, doing, work, run, children }: Props): ReactNode {
  const progress = useJob(work.commandId);
  const { cancel } = useCancelJob();
  const { running, failure } = work;
  return (
    <Box component="section" mb="sm" aria-label={text}>
      <Group wrap="nowrap">
        <Button variant="default" miw={160} flex="none" onClick={run} disabled={running}>
          {text}
        </Button>
        <span className="muted">{help}</span>
      </Group>
      {running && progress === undefined && <Loading what={doing} />}
      {running && progress !== undefined && <JobProgress job={progress} onCancel={cancel} />}
      {failure !== undefined && failure.code !== 'CANCELLED' && <FailureState failure={failure} retry={run} />}
      {!running && children}
    </Box>
  );
}

function Verdict({ isGood, children }: { isGood: boolean; children: ReactNode }): ReactNode {
  return (
    <Panel
      my={8}
      fw={600}
      tone={isGood ? 'released' : 'rejected'}
      icon={isGood ? 'tick' : 'cross'}
      role={isGood ? 'status' : 'alert'}
    >
      {children}
    </Panel>
  );
}
