import { useTranslation } from 'react-i18next';
import type { TableColumn } from '#renderer/components/DataTable.tsx';
import { Quantity } from '#renderer/components/figures.tsx';
import { ProductLink } from '#renderer/components/links.tsx';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import type { RecallView } from './askRecall.ts';

type Row = RecallView['balances'][number];

/** The columns of the mass balance: what came in of a product and where it is, in its own unit. */
export function useBalanceColumns({ products }: RecallView): TableColumn<Row>[] {
  const { t } = useTranslation();
  const byCode = new Map(products.map((row) => [row.product, row]));
  const part = (id: 'in' | 'consumed' | 'inProcess' | 'out' | 'here' | 'explained' | 'unexplained') => ({
    id,
    header: t(`recalls.balance.${id}`),
    figure: true,
    // What is unexplained is asked about, so that it is nothing is said too.
    cell: (row: Row) => (row[id] === '0' && id !== 'unexplained' ? null : <Quantity value={row[id]} unit={row.unit} />),
    sortBy: (row: Row) => parseQuantity(row[id]) ?? 0n,
  });
  return [
    {
      id: 'product',
      header: t('fields.product'),
      cell: (row) => <ProductLink code={row.product} />,
      sortBy: (row) => row.product,
    },
    {
      id: 'name',
      header: t('fields.name'),
      wide: true,
      cell: (row) => byCode.get(row.product)?.name,
      sortBy: (row) => byCode.get(row.product)?.name ?? '',
    },
    {
      id: 'units',
      header: t('recalls.units'),
      figure: true,
      cell: (row) => <Quantity value={String(byCode.get(row.product)?.units ?? 0)} />,
      sortBy: (row) => byCode.get(row.product)?.units ?? 0,
    },
    part('in'),
    part('consumed'),
    part('inProcess'),
    part('out'),
    part('here'),
    part('explained'),
    part('unexplained'),
    {
      id: 'percent',
      header: t('recalls.balance.percent'),
      figure: true,
      cell: (row) => <Quantity value={row.balancePercent} unit="%" />,
      sortBy: (row) => Number(row.balancePercent),
    },
  ];
}
