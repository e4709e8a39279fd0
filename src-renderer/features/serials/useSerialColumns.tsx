import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { PartnerLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import type { TableColumn } from '#renderer/components/tableColumn.ts';
import type { ListedSerial } from '#shared/serials/contract.ts';

/** Every column of the list of serials; the same ones while the language is. */
export function useSerialColumns(): TableColumn<ListedSerial>[] {
  const { t } = useTranslation();
  return useMemo(() => columnsOf(t), [t]);
}

function columnsOf(t: TFunction): TableColumn<ListedSerial>[] {
  return [
    { id: 'serial', header: t('fields.serial'), width: 170, cell: (row) => <UnitLink unit={row} /> },
    { id: 'product', header: t('fields.product'), width: 150, cell: (row) => <ProductLink code={row.product} /> },
    {
      id: 'name',
      header: t('fields.name'),
      width: 180,
      cell: (row) => <span title={row.productName}>{row.productName}</span>,
    },
    {
      id: 'lot',
      header: t('fields.lot'),
      width: 150,
      cell: (row) => (row.lot === '' ? null : <UnitLink unit={{ ...row, serial: '' }} />),
    },
    { id: 'where', header: t('serials.whereTitle'), width: 230, cell: (row) => <Where serial={row} /> },
    {
      id: 'status',
      header: t('fields.status'),
      width: 150,
      cell: (row) => (row.status === '' ? null : <StatusBadge status={row.status} />),
    },
  ];
}

/** The place it lies at, what it is built into, or who got it last. */
function Where({ serial: { location, customer, parent } }: { serial: ListedSerial }): ReactNode {
  const { t } = useTranslation();
  if (location !== '') return <span className="mono">{location}</span>;
  if (parent !== null) {
    return (
      <>
        <span className="muted">{t('serials.builtInto')}</span> <UnitLink unit={parent} withProduct />
      </>
    );
  }
  if (customer === '') return null;
  return (
    <>
      <span className="muted">{t('serials.atCustomer')}</span> <PartnerLink code={customer} />
    </>
  );
}
