import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { PlainDateText, Quantity, today } from '#renderer/components/figures.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { PartnerLink, ProductLink, UnitLink } from '#renderer/components/links.tsx';
import type { TableColumn } from '#renderer/components/tableColumn.ts';
import type { ListedLot } from '#shared/lots/contract.ts';

/** Every column of the list of lots; the same ones while language and day are. */
export function useLotColumns(): TableColumn<ListedLot>[] {
  const { t } = useTranslation();
  const now = today();
  return useMemo(() => columnsOf(t, now), [t, now]);
}

function columnsOf(t: TFunction, now: string): TableColumn<ListedLot>[] {
  const date = (id: 'manufacturedOn' | 'expiresOn' | 'retestOn'): TableColumn<ListedLot> => ({
    id,
    header: t(`dossier.${id}`),
    width: 132,
    cell: (row) => <PlainDateText date={row[id]} />,
  });
  return [
    { id: 'lot', header: t('fields.lot'), width: 160, cell: (row) => <UnitLink unit={{ ...row, serial: '' }} /> },
    { id: 'product', header: t('fields.product'), width: 150, cell: (row) => <ProductLink code={row.product} /> },
    {
      id: 'name',
      header: t('fields.name'),
      width: 190,
      cell: (row) => <span title={row.productName}>{row.productName}</span>,
    },
    {
      id: 'onHand',
      header: t('dossier.onHand'),
      width: 130,
      figure: true,
      cell: (row) =>
        row.statuses.length === 0 ? (
          <span className="muted">–</span>
        ) : (
          <Quantity value={row.onHand} unit={row.unitOfMeasure} />
        ),
    },
    {
      id: 'status',
      header: t('fields.status'),
      width: 150,
      cell: (row) =>
        row.statuses.map((status) => <StatusBadge key={status} status={status} short={row.statuses.length > 1} />),
    },
    {
      ...date('expiresOn'),
      cell: (row) => (
        <>
          <PlainDateText date={row.expiresOn} />{' '}
          {row.statuses.length > 0 && row.expiresOn !== '' && row.expiresOn < now && (
            <span title={t('lots.expired')} className="warning">
              <Icon name="warning" size={14} />
              <span className="hidden">{t('lots.expired')}</span>
            </span>
          )}
        </>
      ),
    },
    date('retestOn'),
    date('manufacturedOn'),
    { id: 'supplier', header: t('fields.supplier'), width: 140, cell: (row) => <PartnerLink code={row.supplier} /> },
    {
      id: 'supplierLot',
      header: t('fields.supplierLot'),
      width: 150,
      cell: (row) => <span className="mono">{row.supplierLot}</span>,
    },
  ];
}
