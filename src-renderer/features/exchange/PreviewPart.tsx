import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultTable } from '#renderer/components/FaultTable.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { mostFaults } from '#shared/exchange/contract.ts';
import styles from './exchange.module.css';
import type { Preview } from './exchange.hooks.ts';
import { Counts, rowsWritten } from './ResultTables.tsx';

/** What the dry run said: faults to mend, or counts, findings and the button that writes. */
export function PreviewPart({ preview, onImport }: { preview: Preview; onImport: () => void }): ReactNode {
  const { t } = useTranslation();
  const { result, errors } = preview;
  if (result === null || errors.length > 0) {
    const most = errors.length >= mostFaults;
    return (
      <>
        <p className={styles.verdict} role="alert">
          <Icon name="cross" />
          {t(most ? 'exchange.faultyMost' : 'exchange.faulty', { count: errors.length })}
        </p>
        <FaultTable title={t('exchange.faults')} faults={errors} />
      </>
    );
  }
  return (
    <>
      <p className={styles.verdict} role="status">
        <Icon name="tick" />
        {rowsWritten(result) === 0 ? t('exchange.nothingNew') : t('exchange.clean')}
      </p>
      <Button onClick={onImport}>{t('exchange.import')}</Button>
      <Counts title={t('exchange.counts')} result={result} />
      <FaultTable title={t('exchange.findings')} lead={t('exchange.findingsLead')} faults={result.findings} />
    </>
  );
}
