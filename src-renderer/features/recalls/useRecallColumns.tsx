import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, StockStatus } from '#renderer/components/Badge.tsx';
import { productsIn, breakLabel, useUnitColumns } from '#renderer/components/columns.tsx';
import type { TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink } from '#renderer/components/links.tsx';
import { usePlaceText } from '#renderer/lists/AwayPlace.tsx';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import { type FigureName, figureNames } from '#shared/recalls/contract.ts';
import { isUnexplained } from '#shared/recalls/balances.ts';
import { type RecallView, unitOfMeasureIn } from './askRecall.ts';
import type { RecallTab } from './recalls.hooks.ts';
import { useBalanceColumns } from './useBalanceColumns.tsx';
import { type Opening, useCustomerColumns } from './useCustomerColumns.tsx';

type Columns = { [Tab in Exclude<RecallTab, 'products'>]: TableColumn<RecallView[Tab][number]>[] } & {
  products: TableColumn<RecallView['balances'][number]>[];
};

/** The columns of each list of a recall; every quantity with the unit of measure of its product. */
export function useRecallColumns(view: RecallView, opening: Opening): Columns {
  const { t } = useTranslation();
  const unitOfMeasureOf = unitOfMeasureIn(view);
  const placeText = usePlaceText();
  const unitColumns = useUnitColumns(productsIn(view.products));
  const customers = useCustomerColumns(view.customers, unitOfMeasureOf, opening);
  const figure = <Name extends string>(name: Name, header: string): TableColumn<Record<Name | 'product', string>> => ({
    id: name,
    header,
    figure: true,
    cell: (row) => (row[name] === '0' ? null : <Quantity value={row[name]} unit={unitOfMeasureOf(row)} />),
    sortBy: (row) => parseQuantity(row[name]) ?? 0n,
  });
  const affectedFigure = <Name extends FigureName>(name: Name) => figure(name, t(`recalls.figures.${name}`));
  const quantity = figure('quantity', t('fields.quantity'));
  const workOrder: TableColumn<{ workOrder: string }> = {
    id: 'workOrder',
    header: t('fields.workOrder'),
    cell: (row) => <span className="mono">{row.workOrder}</span>,
    sortBy: (row) => row.workOrder,
  };

  return {
    products: useBalanceColumns(view),
    affected: [
      { id: 'depth', header: t('fields.depth'), figure: true, cell: (row) => row.depth, sortBy: (row) => row.depth },
      ...unitColumns,
      // What happened to none of them has no column.
      ...figureNames
        .filter((name) => view.affected.some((row) => row[name] !== '0'))
        .map((name) => affectedFigure(name)),
    ],
    onHand: [
      ...unitColumns,
      {
        id: 'location',
        header: t('fields.location'),
        cell: (row) => placeText(row.location),
        sortBy: (row) => row.location,
      },
      {
        id: 'status',
        header: t('fields.status'),
        cell: (row) => <StockStatus {...row} />,
        sortBy: (row) => row.status,
      },
      quantity,
    ],
    inProcess: [...unitColumns, workOrder, quantity],
    adjustments: [
      ...unitColumns,
      {
        id: 'document',
        header: t('fields.document'),
        cell: (row) => <DocumentLink number={row.document} />,
        sortBy: (row) => row.document,
      },
      { id: 'at', header: t('fields.at'), cell: (row) => <MomentText at={row.at} />, sortBy: (row) => row.at },
      quantity,
      {
        id: 'reason',
        header: t('fields.reason'),
        wide: true,
        cell: (row) => <Reason reason={row.reason} />,
        sortBy: (row) => row.reason,
      },
    ],
    customers,
    breaks: [
      ...unitColumns,
      workOrder,
      {
        id: 'why',
        header: t('trace.why'),
        wide: true,
        cell: (row) => breakLabel(t, row.why),
        sortBy: (row) => row.why,
      },
    ],
  };
}

function Reason({ reason }: { reason: string }): ReactNode {
  const { t } = useTranslation();
  if (!isUnexplained({ reason })) return reason;
  return (
    <Badge tone="quarantine" icon="warning">
      {t('recalls.unexplained')}
    </Badge>
  );
}
