import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CellField, HeldText } from '#renderer/components/CellField.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { longestText } from '#shared/kernel/text.ts';
import { type MendedCell, type MendedCells, rowName } from './mending.ts';

type Props = {
  cells: readonly MendedCell[];
  /** Rows that the last check left out, since all their cells were blank. */
  leftOut: ReadonlySet<string>;
  mended: Pick<MendedCells, 'type' | 'typeAll'>;
  onEnter: () => void;
};

/** Cells that were typed over and are no fault any more: each can still be changed, or taken back; rows left out, too. */
export function CorrectedCells({ cells, leftOut, mended, onEnter }: Props): ReactNode {
  const isOut = new Set(
    [...Map.groupBy(cells, rowName)].flatMap(([row, all]) =>
      leftOut.has(row) && all.every(({ value }) => value === '') ? [row] : [],
    ),
  );
  return (
    <>
      <LeftOutRows cells={cells.filter((cell) => isOut.has(rowName(cell)))} onPutBack={mended.typeAll} />
      <Corrected cells={cells.filter((cell) => !isOut.has(rowName(cell)))} onType={mended.type} onEnter={onEnter} />
    </>
  );
}

/** Each row that is left out on a line, with what it holds. */
function LeftOutRows({
  cells,
  onPutBack,
}: {
  cells: readonly MendedCell[];
  onPutBack: MendedCells['typeAll'];
}): ReactNode {
  const { t } = useTranslation();
  if (cells.length === 0) return null;
  const rows = [...Map.groupBy(cells, rowName).values()];
  const columns: TableColumn<readonly MendedCell[]>[] = [
    { id: 'file', header: t('exchange.file'), cell: ([cell]) => <span className="mono">{cell?.file}</span> },
    {
      id: 'row',
      header: t('exchange.row'),
      figure: true,
      cell: ([cell]) => <Quantity value={String(cell?.row ?? 0)} />,
    },
    {
      id: 'held',
      header: t('exchange.held'),
      wide: true,
      cell: (all) => <s className="mono">{all.map(({ text }) => text).join(', ')}</s>,
    },
    {
      id: 'back',
      header: t('exchange.typed'),
      cell: (all) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('exchange.putBackRow', { file: all[0]?.file, row: all[0]?.row })}
          onClick={() => onPutBack(all.map((cell) => ({ ...cell, value: cell.text })))}
        >
          {t('exchange.putBack')}
        </Button>
      ),
    },
  ];
  const title = t('exchange.leftOut');
  return (
    <Section title={t('exchange.titled', { title, total: rows.length })}>
      <p className="muted">{t('exchange.leftOutLead')}</p>
      <DataTable label={title} rows={rows} columns={columns} empty={null} />
    </Section>
  );
}

function Corrected({
  cells,
  onType,
  onEnter,
}: {
  cells: readonly MendedCell[];
  onType: MendedCells['type'];
  onEnter: () => void;
}): ReactNode {
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
    <Section title={t('exchange.titled', { title, total: cells.length })}>
      <p className="muted">{t('exchange.correctedLead')}</p>
      <DataTable label={title} rows={cells} columns={columns} empty={null} />
    </Section>
  );
}
