import { Box, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/client/index.ts';
import { IssueTable } from '#renderer/components/IssueTable.tsx';
import { Line } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Counts, FindingsPart, rowsWritten } from './ImportParts.tsx';
import { useImport } from './useImport.ts';

/** What this person's last import brought and found, until it is put away; nothing where there was none. */
export function ImportedPart(): ReactNode {
  const { t } = useTranslation();
  const may = { trace: useMay('trace'), recall: useMay('recall'), audit: useMay('audit') };
  const { reply: result, reset } = useImport();
  if (result === undefined) return null;
  const corrected = result.findings.filter(({ code }) => code === 'CORRECTED');
  return (
    <Box mb="xl">
      <Panel mb="sm" fw={600} tone="released" icon="tick" role="status">
        {rowsWritten(result) === 0 ? t('exchange.doneEarlier') : t('exchange.done')}
      </Panel>
      <Line>
        {may.trace && <LinkButton to="/trace">{t('exchange.openTrace')}</LinkButton>}
        {may.recall && (
          <LinkButton to="/recall" variant="default">
            {t('exchange.openRecall')}
          </LinkButton>
        )}
        <LinkButton to="/import" variant="default" onClick={reset}>
          {t('exchange.again')}
        </LinkButton>
        {may.audit && (
          <Link to="/audit" search={{ operation: 'exchange.import' }}>
            {t('exchange.openEntry')}
          </Link>
        )}
        <Button variant="subtle" onClick={reset}>
          {t('people.dismiss')}
        </Button>
      </Line>
      <Counts title={t('exchange.countsDone')} result={result} />
      {corrected.length > 0 && (
        <IssueTable
          title={t('exchange.corrected')}
          lead={t('exchange.correctedDone')}
          faults={corrected}
          saying={t('exchange.happened')}
        />
      )}
      <FindingsPart findings={result.findings} lead={t('exchange.findingsDone')} />
    </Box>
  );
}
