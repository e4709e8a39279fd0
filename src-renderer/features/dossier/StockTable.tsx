import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StockStatus } from '#renderer/components/Badge.tsx';
import { DataTable, type TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { usePlaceText } from '#renderer/lists/AwayPlace.tsx';
import { compareCodes } from '#shared/kernel/natural.ts';
import type { UnitPage } from './dossier.hooks.ts';

type Stock = UnitPage['stock'][number];

/** Where a lot or serial lies, in which status and how much. */
export function StockTable({ stock, unitOfMeasure }: { stock: readonly Stock[]; unitOfMeasure: string }): ReactNode {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const columns: TableColumn<Stock>[] = [
    { id: 'location', header: t('fields.location'), cell: (row) => placeText(row.location) },
    { id: 'status', header: t('fields.status'), cell: (row) => <StockStatus {...row} /> },
    {
      id: 'quantity',
      header: t('fields.quantity'),
      figure: true,
      cell: (row) => <Quantity value={row.quantity} unit={unitOfMeasure} />,
    },
    {
      id: 'unitCost',
      header: t('fields.unitCost'),
      figure: true,
      cell: (row) => (row.unitCost === '' ? null : <Quantity value={row.unitCost} />),
    },
  ];
  return (
    <DataTable
      label={t('dossier.stock')}
      rows={stock.toSorted((a, b) => compareCodes(a.location, b.location) || compareCodes(a.status, b.status))}
      columns={columns}
      empty={<p className="muted">{t('dossier.noStock')}</p>}
    />
  );
}
