import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeldText } from '#renderer/components/CellField.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import type { EarlierCell } from './mending.ts';

type Props = { cells: readonly EarlierCell[]; onTakeOver: (cells: readonly EarlierCell[]) => void };

/** Cells whose rows were imported before, corrected: all of it is taken over with one click, and checked. */
export function EarlierCells({ cells, onTakeOver }: Props): ReactNode {
  const { t } = useTranslation();
  if (cells.length === 0) return null;
  const columns: TableColumn<EarlierCell>[] = [
    { id: 'file', header: t('exchange.file'), cell: ({ file }) => <span className="mono">{file}</span> },
    { id: 'row', header: t('exchange.row'), figure: true, cell: ({ row }) => <Quantity value={String(row)} /> },
    { id: 'column', header: t('exchange.column'), cell: ({ column }) => <span className="mono">{column}</span> },
    { id: 'held', header: t('exchange.held'), cell: ({ text }) => <HeldText held={text} changed /> },
    { id: 'value', header: t('exchange.typedBefore'), cell: ({ value }) => <span className="mono">{value}</span> },
    {
      id: 'when',
      header: t('exchange.correctedBy'),
      wide: true,
      cell: ({ at, by, reason }) => (
        <>
          <MomentText at={at} />, {by}
          {reason !== '' && <span className="muted"> · {reason}</span>}
        </>
      ),
    },
  ];
  const title = t('exchange.earlier');
  return (
    <Section
      title={t('exchange.titled', { title, total: cells.length })}
      actions={
        <Button size="compact-sm" onClick={() => onTakeOver(cells)}>
          {t('exchange.takeOver', { count: cells.length })}
        </Button>
      }
    >
      <p className="muted">{t('exchange.earlierLead')}</p>
      <DataTable label={title} rows={cells} columns={columns} empty={null} />
    </Section>
  );
}
