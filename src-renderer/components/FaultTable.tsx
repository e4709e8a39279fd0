import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from './DataTable.tsx';
import { Quantity } from './figures.tsx';
import { Section } from './layout.tsx';

/** A fault or finding: where it stands in a file, and what to do about it. */
export type ListedRow = { file: string; row: number; column: string; code: string; message: string };

/** Faults or findings, each with its cell and what to do about it. */
export function FaultTable({
  title,
  lead,
  faults,
}: {
  title: string;
  lead?: string;
  faults: readonly ListedRow[];
}): ReactNode {
  const { t } = useTranslation();
  const columns: TableColumn<ListedRow>[] = [
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
