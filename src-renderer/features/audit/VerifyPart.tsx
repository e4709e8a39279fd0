import { Box, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelJob, useJob } from '#renderer/client/index.ts';
import { entryPlace } from '#renderer/components/address.ts';
import { Link } from '#renderer/components/links.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { dayOf, localDate, useLocale } from '#renderer/components/figures.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { FailureState, Loading } from '#renderer/components/states.tsx';
import { useRecordedMessage } from '#renderer/components/useMessage.ts';
import type { Problem, Verification } from '#shared/audit/contract.ts';
import { useVerifying } from './audit.hooks.ts';

/** Has the chain verified, and says what came of it. */
export function VerifyPart(): ReactNode {
  const { t } = useTranslation();
  const { verify, job, running, result, failure } = useVerifying();
  const progress = useJob(job);
  const { cancel } = useCancelJob();
  return (
    <Box component="section" mb={20} aria-label={t('audit.verify')}>
      <Line>
        <Button variant="default" onClick={verify} disabled={running}>
          {t('audit.verify')}
        </Button>
        <span className="muted">{t('audit.verifyLead')}</span>
      </Line>
      {running && progress === undefined && <Loading what={t('audit.verifying')} />}
      {running && progress !== undefined && <JobProgress job={progress} onCancel={cancel} />}
      {failure !== undefined && <FailureState failure={failure} retry={verify} />}
      {!running && result !== undefined && <Result result={result} />}
    </Box>
  );
}

/** What was found; where something was, the first bad entry is in the verdict itself. */
function Result({ result }: { result: Verification }): ReactNode {
  const { t } = useTranslation();
  const read = useRecordedMessage();
  if (result.ok) {
    return (
      <>
        <Panel my="sm" fw={600} tone="released" icon="tick" role="status">
          {t('audit.verifiedOk', { count: result.entries })}
        </Panel>
        <Held anchors={result.anchors} />
      </>
    );
  }
  const columns: TableColumn<Problem>[] = [
    {
      id: 'seq',
      header: t('audit.seq'),
      figure: true,
      cell: (row) => (row.seq === 0 ? null : <Link {...entryPlace(row.seq)}>{row.seq}</Link>),
    },
    { id: 'code', header: t('audit.problem'), cell: (row) => <span className="mono">{row.code}</span> },
    { id: 'where', header: t('audit.where'), cell: (row) => <span className="mono">{row.where}</span> },
    { id: 'message', header: t('audit.summary'), wide: true, cell: (row) => read(row.message) },
  ];
  const first = result.problems.find(({ seq }) => seq > 0)?.seq;
  return (
    <>
      <Panel my="sm" fw={600} tone="rejected" icon="cross" role="alert">
        {t('audit.verifiedBad', { count: result.problems.length })}
        {first !== undefined && ` ${t('audit.firstBad', { seq: first })}`}{' '}
        {t('audit.verifiedEntries', { count: result.entries })}
      </Panel>
      <Held anchors={result.anchors} />
      <DataTable label={t('audit.problem')} rows={result.problems} columns={columns} empty={null} />
    </>
  );
}

/** A chain alone cannot tell that its end was cut off or all of it rewritten; how far it was held against more is said. */
function Held({ anchors: { held, newest, givenUp, told = [] } }: { anchors: Verification['anchors'] }): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const read = useRecordedMessage();
  const says =
    held === 0
      ? t('audit.heldNone')
      : t('audit.held', { count: held, date: localDate(dayOf(new Date(newest)), locale) });
  return (
    <p className="muted">
      {says}
      {givenUp > 0 && ` ${t('audit.givenUp', { count: givenUp })}`}
      {told.map((sentence) => ` ${read(sentence)}`)}
    </p>
  );
}
