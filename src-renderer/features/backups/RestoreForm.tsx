import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { api, useCancelJob, useJob, useSession } from '#renderer/client/index.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Loading } from '#renderer/components/states.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import { backups } from '#shared/backups/contract.ts';
import type { Inputs } from '#shared/contract.ts';
import { RefusedBackup } from './RefusedBackup.tsx';
import { restored } from './restored.ts';

/** Which backup: that of an entry, or one that was handed over. */
export type RestoreSource = { entry: number; upload: string };

type Asked = { password: string };
const blank: Asked = { password: '' };
const proof: FormParts<Asked> = [{ kind: 'secret', secret: 'current', name: 'password', label: 'restoreOf.password' }];
/** The owner of a file without people has no password. */
const noProof: FormParts<Asked> = [];

/** Restores a backup here, by whoever says why and proves who they are. */
export function RestoreForm({ entry, upload }: RestoreSource): ReactNode {
  const { t } = useTranslation();
  const { data } = useSession();
  const queryClient = useQueryClient();
  const [running, setRunning] = useState('');
  const progress = useJob(running);
  const { cancel } = useCancelJob();
  const isPerson = data?.authState === 'person';
  return (
    <>
      <RecordForm
        operation={backups.restoreHere}
        call={async (input: Inputs['backups']['restoreHere'], options) => {
          setRunning(options.context.commandId ?? '');
          try {
            const reply = await api.backups.restoreHere(input, options);
            restored.tell(reply);
            // Whoever goes on without signing in sees nothing of the store that gave way.
            void queryClient.invalidateQueries();
            return reply;
          } finally {
            setRunning('');
          }
        }}
        record={blank}
        fields={isPerson ? proof : noProof}
        draft="restore"
        send={({ password }) => ({ entry, upload, ...(isPerson ? { password } : {}) })}
        fieldOf={({ code }) => (code === 'REAUTH_FAILED' || code === 'LOCKED_OUT' ? 'password' : undefined)}
        action="restoreOf.run"
        drawFailure={(failure) => <RefusedBackup failure={failure} />}
        isTold
        onDone={() => undefined}
      >
        {isPerson && (
          <input type="text" name="username" autoComplete="username" value={data.person.id} readOnly hidden />
        )}
        <p>{t('restoreOf.lead')}</p>
        <p className="muted">{t('restoreOf.kept')}</p>
      </RecordForm>
      {running !== '' &&
        (progress === undefined ? (
          <Loading what={t('restoreOf.running')} />
        ) : (
          <JobProgress job={progress} onCancel={cancel} />
        ))}
    </>
  );
}
