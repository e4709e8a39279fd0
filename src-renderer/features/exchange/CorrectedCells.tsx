import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField, HeldText } from '#renderer/components/CellField.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { longestText } from '#shared/kernel/text.ts';
import type { MendedCell, MendedCells } from './mending.ts';

type Props = { cells: readonly MendedCell[]; onType: MendedCells['type']; onEnter: () => void };

/** Cells that were typed over and are no fault any more: each can still be changed, or taken back. */
export function CorrectedCells({ cells, onType, onEnter }: Props): ReactNode {
  const { t } = useTranslation();
  if (cells.length === 0) return null;
  const columns: TableColumn<MendedCell>[] = [
    { id: 'file', header: t('exchange.file'), cell: ({ file }) => <span className="mono">{file}</span> },
    { id: 'row', header: t('exchange.row'), figure: true, cell: ({ row }) => <Quantity value={String(row)} /> },
    { id: 'column', header: t('exchange.column'), cell: ({ column }) => <span className="mono">{column}</span> },
    { id: 'held', header: t('exchange.held'), cell: ({ text }) => <HeldText held={text} changed /> },
    {
      id: 'typed',
      header: t('exchange.typed'),
      cell: (cell) => (
        <CellField
          label={t('exchange.cell', cell)}
          held={cell.text}
          typed={cell.value}
          longest={longestText}
          onType={(text) => onType(cell, text)}
          onEnter={onEnter}
        />
      ),
    },
  ];
  const title = t('exchange.corrected');
  return (
    <Section title={`${title} (${cells.length})`}>
      <p className="muted">{t('exchange.correctedLead')}</p>
      <DataTable label={title} rows={cells} columns={columns} empty={null} />
    </Section>
  );
}
