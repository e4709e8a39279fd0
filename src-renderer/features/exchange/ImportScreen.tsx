import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, useCancelJob, useJob } from '#renderer/client/index.ts';
import { goTo } from '#renderer/components/address.ts';
import { IssueTable } from '#renderer/components/IssueTable.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Line, Page } from '#renderer/components/layout.tsx';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useImport } from '#renderer/forms/useImport.ts';
import type { Correction } from '#shared/exchange/contract.ts';
import { type Chosen, type ChosenFiles, mostMegabytes, sortOut, tooLarge } from './chosenFiles.ts';
import { useChecking } from './exchange.hooks.ts';
import { FileChooser } from './FileChooser.tsx';
import { faultsOf } from './faults.ts';
import { type EarlierCell, fitting, type MendedCells } from './mending.ts';
import { useReason } from './ReasonPart.tsx';
import { PreviewPart } from './PreviewPart.tsx';

/** Import: choose files, see what they would do, then take them over. An upload in the address was chosen elsewhere. */
export function ImportScreen({ search, setSearch }: ScreenProps<{ upload: string }>): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenFiles | undefined>(undefined);
  /** Whether the last check was one with corrections, asked for while the screen was open. */
  const [checkedHere, setCheckedHere] = useState(false);
  const checking = useChecking();
  const importing = useImport();
  const reason = useReason();
  const shown = checking.elsewhere
    ? undefined
    : (chosen ?? (checking.files && sortOut({ files: checking.files, folders: [] })));
  const { reply } = importing;

  function onFiles(all: Chosen): void {
    const sorted = sortOut(all);
    setChosen(sorted);
    setCheckedHere(false);
    importing.reset();
    checking.reset();
    if (sorted.files.length > 0 && tooLarge(sorted.files) === undefined) checking.check(sorted.files);
  }

  function startImport(): void {
    if (checking.checked === undefined) return;
    const { upload, corrections, preview } = checking.checked;
    const fit = fitting(corrections, preview.unfit);
    importing.run({
      source: { kind: 'upload', upload },
      corrections: fit,
      reason: fit.length === 0 ? '' : reason.value,
    });
  }

  function checkAgain(corrections?: readonly Correction[]): void {
    setCheckedHere(true);
    importing.reset();
    checking.again(corrections);
  }

  function takeOver(cells: readonly EarlierCell[]): void {
    if (reason.value === '') reason.set(cells[0]?.reason ?? '');
    checkAgain(checking.mended.typeAll(cells));
  }

  const busy = checking.running || importing.running;

  const checkUpload = useEffectEvent((upload: string) => {
    // The address forgets the upload at once: the host keeps it for a while only.
    setSearch({ upload: '' });
    if (busy) return;
    importing.reset();
    checking.checkUpload(upload);
  });
  useEffect(() => {
    if (search.upload !== '') checkUpload(search.upload);
  }, [search.upload]);

  /** Done, what was checked is forgotten, and what it brought is shown where the day's work is. */
  const leave = useEffectEvent(() => {
    checking.mended.forget();
    reason.clear();
    if (checking.checked === undefined) return;
    checking.reset();
    goTo({ to: '/today' });
  });
  useEffect(() => {
    if (reply !== undefined) leave();
  }, [reply]);

  return (
    <Page title={t('exchange.title')} lead={t('exchange.lead')}>
      {!busy && <FileChooser onFiles={onFiles} small={shown !== undefined || checking.elsewhere} />}
      {checking.checked === undefined && !busy && <Waiting mended={checking.mended} />}
      {shown !== undefined && <ChosenPart chosen={shown} />}
      {checking.running && (
        <Working
          text={t('exchange.checking')}
          uploading={checking.uploading}
          job={checking.job}
          onStop={checking.stop}
        />
      )}
      {importing.running && <Working text={t('exchange.importing')} job={importing.commandId} />}
      {checking.failure !== undefined && <FailureState failure={checking.failure} retry={() => checking.again()} />}
      {checking.checked !== undefined &&
        reply === undefined &&
        !importing.running &&
        importing.failure?.code !== 'IMPORT_REJECTED' && (
          <PreviewPart
            checked={checking.checked}
            mended={checking.mended}
            reason={reason}
            takesFocus={checkedHere}
            onCheck={() => checkAgain()}
            onTakeOver={takeOver}
            onImport={startImport}
          />
        )}
      {importing.failure !== undefined && (
        <>
          {/* What the store holds has changed since the check: checked again, the faults can be mended here. */}
          <FailureState
            failure={importing.failure}
            retry={importing.failure.code === 'IMPORT_REJECTED' ? () => checkAgain() : startImport}
          />
          <RefusedPart failure={importing.failure} />
        </>
      )}
    </Page>
  );
}

/** What the import found that the check before had not. */
function RefusedPart({ failure }: { failure: Failure }): ReactNode {
  const { t } = useTranslation();
  const { errors, faultCount } = faultsOf(failure);
  const title = t('exchange.faults');
  return <IssueTable title={title} help={t('exchange.faultsHelp')} faults={errors} total={faultCount} />;
}

/** Cells that were corrected before a restart, until their files are chosen again. */
function Waiting({ mended }: { mended: MendedCells }): ReactNode {
  const { t } = useTranslation();
  if (mended.waiting === 0) return null;
  return (
    <Line>
      <span className="muted" role="status">
        {t('exchange.waiting', { count: mended.waiting })}
      </span>
      <Button size="compact-sm" variant="subtle" color="accent" onClick={mended.draft.clear}>
        {t('common.startAnew')}
      </Button>
    </Line>
  );
}

function ChosenPart({ chosen }: { chosen: ChosenFiles }): ReactNode {
  const { t } = useTranslation();
  const large = tooLarge(chosen.files);
  return (
    <div role="status">
      <p>
        {chosen.files.length === 0 ? t('exchange.noFiles') : `${t('exchange.files', { count: chosen.files.length })}: `}
        <span className="mono">{chosen.files.map((file) => file.name).join(', ')}</span>
      </p>
      {chosen.ignored.length > 0 && (
        <p className="muted">{t('exchange.ignored', { names: chosen.ignored.join(', ') })}</p>
      )}
      {chosen.folders.length > 0 && (
        <p className="muted">{t('exchange.foldersLeft', { names: chosen.folders.join(', ') })}</p>
      )}
      {large !== undefined && <p>{t('exchange.tooLarge', { name: large.name, size: mostMegabytes })}</p>}
    </div>
  );
}

type WorkingProps = {
  text: string;
  job: string;
  uploading?: { name: string; done: number; total: number } | undefined;
  onStop?: () => void;
};

/** Running work, with the host's figures as soon as it reports them. */
function Working({ text, job, uploading, onStop }: WorkingProps): ReactNode {
  const { t } = useTranslation();
  const running = useJob(job);
  const { cancel } = useCancelJob();
  return (
    <Panel my="md">
      {running !== undefined && <JobProgress job={running} onCancel={cancel} />}
      {running === undefined && (
        <Line>
          <Loading
            what={uploading === undefined ? text : t('exchange.uploading', { ...uploading, done: uploading.done + 1 })}
          />
          {uploading !== undefined && onStop !== undefined && (
            <Button size="compact-sm" variant="default" onClick={onStop}>
              {t('common.cancel')}
            </Button>
          )}
        </Line>
      )}
    </Panel>
  );
}
