import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Facts, Section } from '#renderer/components/layout.tsx';
import type { Fault, ImportResult } from '#shared/exchange/contract.ts';

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

/** Faults or findings, each with its cell and what to do about it. */
export function FaultTable({
  title,
  lead,
  faults,
}: {
  title: string;
  lead?: string;
  faults: readonly Fault[];
}): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<Fault>[] = [
    { id: 'file', header: t('exchange.file'), cell: (fault) => <span className="mono">{fault.file}</span> },
    { id: 'row', header: t('exchange.row'), figure: true, cell: (fault) => <Quantity value={String(fault.row)} /> },
    { id: 'column', header: t('exchange.column'), cell: (fault) => <span className="mono">{fault.column}</span> },
    { id: 'code', header: t('exchange.code'), cell: (fault) => <span className="mono">{fault.code}</span> },
    { id: 'message', header: t('exchange.message'), wide: true, cell: (fault) => fault.message },
  ];
  return (
    <Section title={`${title} (${faults.length})`}>
      {lead !== undefined && <p className="muted">{lead}</p>}
      <DataTable
        label={title}
        rows={faults}
        columns={columns}
        empty={<p className="muted">{t('exchange.noFindings')}</p>}
      />
    </Section>
  );
}
