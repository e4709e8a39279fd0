import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quantity } from '#renderer/components/figures.tsx';
import { IssueTable } from '#renderer/components/IssueTable.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import type { Finding, ImportResult } from '#shared/exchange/contract.ts';

const countNames = ['products', 'partners', 'locations', 'lots', 'movements', 'serialLinks', 'alreadyPresent'] as const;

/** New rows of every kind; changed attributes of what was here already do not count. */
export const rowsWritten = (result: ImportResult): number =>
  result.products + result.partners + result.locations + result.lots + result.movements + result.serialLinks;

/** How many rows of each kind an import writes, or wrote. */
export function Counts({ title, result }: { title: string; result: ImportResult }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      <Facts
        facts={countNames.map((name) => [t(`exchange.${name}`), <Quantity key={name} value={String(result[name])} />])}
      />
    </Section>
  );
}

/** Findings of an import; cells that were corrected for it are not among them, since they broke no rule. */
export function FindingsPart({ findings, lead }: { findings: readonly Finding[]; lead: string }): ReactNode {
  const { t } = useTranslation();
  const faults = findings.filter(({ code }) => code !== 'CORRECTED');
  if (faults.length === 0) return <p className="muted">{t('exchange.noFindings')}</p>;
  return (
    <IssueTable
      title={t('exchange.findings')}
      lead={lead}
      help={t('exchange.findingsHelp')}
      saying={t('exchange.happened')}
      faults={faults}
    />
  );
}
