import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/kernel/unit.ts';
import type { BreakReason } from '#shared/trace/vocabulary.ts';
import type { TableColumn } from './DataTable.tsx';
import { ProductLink, UnitLink } from './links.tsx';

/** The two columns that name a lot or serial: its product, and its own number. */
export function useUnitColumns<Row extends Unit>(): TableColumn<Row>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'product',
      header: t('fields.product'),
      cell: (row) => <ProductLink code={row.product} />,
      sortBy: (row) => row.product,
    },
    {
      id: 'unit',
      header: t('fields.unit'),
      cell: (row) => (row.lot === '' && row.serial === '' ? null : <UnitLink unit={row} />),
      sortBy: (row) => `${row.lot} ${row.sublot} ${row.serial}`,
    },
  ];
}

/** Why a trace ends or has a hole, as a sentence. */
export const sayBreak = (t: TFunction, why: BreakReason): string => t(`trace.reasons.${why}`);
