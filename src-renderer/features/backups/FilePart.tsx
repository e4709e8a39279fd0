import { Button, Group } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useJob } from '#renderer/client/index.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Loading } from '#renderer/components/states.tsx';
import { useExamine } from './backups.hooks.ts';
import { RefusedBackup } from './RefusedBackup.tsx';

type Props = { text: string; help: string; onFile?: () => void };

/** Takes a backup file of the person's computer and has it verified. */
export function FilePart({ text, help, onFile }: Props): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { run, running, failure, job } = useExamine();
  const progress = useJob(job);
  const { cancel } = useCancelJob();
  return (
    <section aria-label={text} style={{ marginBottom: 12 }}>
      <Group wrap="nowrap">
        <Button variant="default" miw={160} flex="none" onClick={() => input.current?.click()} disabled={running}>
          {text}
        </Button>
        <span className="muted">{help}</span>
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) {
            onFile?.();
            run(file);
          }
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {running &&
        (progress === undefined ? (
          <Loading what={t(job === '' ? 'restoreOf.uploading' : 'restoreOf.examining')} />
        ) : (
          <JobProgress job={progress} onCancel={cancel} />
        ))}
      {failure !== undefined && failure.code !== 'CANCELLED' && <RefusedBackup failure={failure} />}
    </section>
  );
}
