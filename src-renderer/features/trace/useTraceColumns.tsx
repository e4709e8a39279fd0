import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { type Products, productsIn, breakLabel, useUnitColumns } from '#renderer/components/columns.tsx';
import type { TableColumn } from '#renderer/components/DataTable.tsx';
import { MomentText, Quantity } from '#renderer/components/figures.tsx';
import { DocumentLink, PartnerLink, UnitLink } from '#renderer/components/links.tsx';
import { UnitList } from '#renderer/components/UnitList.tsx';
import { parseQuantity } from '#shared/kernel/quantity.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { TraceView } from './trace.hooks.ts';

type Rows = {
  [List in 'units' | 'runs' | 'serialLinks' | 'receipts' | 'shipments' | 'breaks']: TraceView[List][number];
};
type Columns = { [List in keyof Rows]: TableColumn<Rows[List]>[] };

/** The columns of each list of a trace. */
export function useTraceColumns({ products: named, receipts }: Pick<TraceView, 'products' | 'receipts'>): Columns {
  const products = productsIn(named);
  const { t } = useTranslation();
  const unitColumns = useUnitColumns(products);
  const unitOfMeasureOf = (product: string): string => products.get(product)?.unitOfMeasure ?? '';
  const quantity = {
    id: 'quantity',
    header: t('fields.quantity'),
    figure: true,
    cell: (row: { product: string; quantity: string }) => (
      <Quantity value={row.quantity} unit={unitOfMeasureOf(row.product)} />
    ),
    sortBy: (row: { quantity: string }) => parseQuantity(row.quantity) ?? 0n,
  };
  /** Nothing of it is no figure. */
  const amount = (id: 'cameIn' | 'used', header: string): TableColumn<Rows['units']> => ({
    id,
    header,
    figure: true,
    cell: (row) => row[id] !== '0' && <Quantity value={row[id]} unit={unitOfMeasureOf(row.product)} />,
    sortBy: (row) => parseQuantity(row[id]) ?? 0n,
  });
  const at = {
    id: 'at',
    header: t('fields.at'),
    cell: (row: { at: string }) => <MomentText at={row.at} />,
    sortBy: (row: { at: string }) => row.at,
  };
  const document = {
    id: 'document',
    header: t('fields.document'),
    cell: (row: { document: string }) => <DocumentLink number={row.document} />,
    sortBy: (row: { document: string }) => row.document,
  };
  const workOrder = {
    id: 'workOrder',
    header: t('fields.workOrder'),
    cell: (row: { workOrder: string }) => <span className="mono">{row.workOrder}</span>,
    sortBy: (row: { workOrder: string }) => row.workOrder,
  };

  const hasAfterUse = receipts.some((row) => row.afterUse);
  const afterUse: TableColumn<Rows['receipts']> = {
    id: 'afterUse',
    header: t('trace.inTime'),
    cell: (row) =>
      row.afterUse && (
        <Badge tone="neutral" icon="clock">
          {t('trace.afterUse')}
        </Badge>
      ),
    sortBy: (row) => Number(row.afterUse),
  };

  return {
    units: [
      { id: 'depth', header: t('fields.depth'), figure: true, cell: (row) => row.depth, sortBy: (row) => row.depth },
      ...unitColumns,
      amount('cameIn', t('trace.cameIn')),
      amount('used', t('trace.used')),
    ],
    runs: [
      workOrder,
      {
        id: 'run',
        header: t('fields.run'),
        cell: (row) =>
          row.run === '' ? (
            <span className="muted">{t('trace.noRun')}</span>
          ) : (
            <span>{t('trace.runNumber', { run: row.run })}</span>
          ),
        sortBy: (row) => row.run,
      },
      at,
      {
        id: 'inputs',
        header: t('trace.inputs'),
        wide: true,
        cell: (row) => <UnitList units={row.inputs} products={products} />,
      },
      {
        id: 'outputs',
        header: t('trace.outputs'),
        wide: true,
        cell: (row) => <UnitList units={row.outputs} products={products} />,
      },
    ],
    serialLinks: [
      workOrder,
      {
        id: 'parent',
        header: t('trace.parent'),
        cell: (row) => <NamedUnit unit={row.parent} products={products} />,
        sortBy: (row) => row.parent.serial,
      },
      {
        id: 'component',
        header: t('trace.component'),
        cell: (row) => <NamedUnit unit={row.component} products={products} />,
        sortBy: (row) => row.component.serial,
      },
      { ...quantity, cell: (row) => <Quantity value={row.quantity} unit={unitOfMeasureOf(row.component.product)} /> },
    ],
    receipts: [
      ...unitColumns,
      document,
      {
        id: 'supplier',
        header: t('fields.supplier'),
        cell: (row) => <PartnerLink code={row.supplier} />,
        sortBy: (row) => row.supplier,
      },
      {
        id: 'supplierLot',
        header: t('fields.supplierLot'),
        cell: (row) => <span className="mono">{row.supplierLot}</span>,
        sortBy: (row) => row.supplierLot,
      },
      at,
      quantity,
      // Said where there is any.
      ...(hasAfterUse ? [afterUse] : []),
    ],
    shipments: [
      ...unitColumns,
      document,
      {
        id: 'customer',
        header: t('fields.customer'),
        cell: (row) => <PartnerLink code={row.customer} />,
        sortBy: (row) => row.customer,
      },
      at,
      quantity,
    ],
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

/** A lot or serial with its product's code and name. */
const NamedUnit = ({ unit, products }: { unit: Unit; products: Products }): ReactNode => (
  <>
    <UnitLink unit={unit} withProduct /> <span className="muted">{products.get(unit.product)?.name}</span>
  </>
);
