import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeldText } from '#renderer/components/CellField.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { Section } from '#renderer/components/layout.tsx';
import type { MendedCells, UnfitMended } from './mending.ts';

/** Corrections made before whose cells hold something else in these files: they are left out, and told. */
export function UnfitCells({ mended }: { mended: Pick<MendedCells, 'unfit' | 'forgetUnfit'> }): ReactNode {
  const { t } = useTranslation();
  const { unfit, forgetUnfit } = mended;
  if (unfit.length === 0) return null;
  const columns: TableColumn<UnfitMended>[] = [
    { id: 'file', header: t('exchange.file'), cell: ({ file }) => <span className="mono">{file}</span> },
    { id: 'row', header: t('exchange.row'), figure: true, cell: ({ row }) => <Quantity value={String(row)} /> },
    { id: 'column', header: t('exchange.column'), cell: ({ column }) => <span className="mono">{column}</span> },
    { id: 'before', header: t('exchange.heldBefore'), cell: ({ text }) => <HeldText held={text} changed /> },
    { id: 'typed', header: t('exchange.typedBefore'), cell: ({ value }) => <span className="mono">{value}</span> },
    {
      id: 'now',
      header: t('exchange.held'),
      wide: true,
      cell: ({ now }) => (now === null ? t('exchange.noCell') : <HeldText held={now} changed={false} />),
    },
  ];
  const title = t('exchange.unfit');
  return (
    <Section
      title={t('exchange.titled', { title, total: unfit.length })}
      actions={
        <Button size="compact-sm" variant="subtle" color="accent" onClick={forgetUnfit}>
          {t('exchange.forgetUnfit')}
        </Button>
      }
    >
      <p className="muted">{t('exchange.unfitLead')}</p>
      <DataTable label={title} rows={unfit} columns={columns} empty={null} />
    </Section>
  );
}
