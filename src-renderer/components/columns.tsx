import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/kernel/unit.ts';
import type { BreakReason } from '#shared/trace/vocabulary.ts';
import type { TableColumn } from './DataTable.tsx';
import { FollowLink, ProductLink, UnitLink } from './links.tsx';

/** Names and units of measure of products, by code. */
export type Products = ReadonlyMap<string, { name: string; unitOfMeasure: string }>;

export const productsIn = (products: readonly { product: string; name: string; unitOfMeasure: string }[]): Products =>
  new Map(products.map((row) => [row.product, row]));

/** The columns that name a lot or serial: its product, what that is called where it is known here, and its own number. */
export function useUnitColumns<Row extends Unit>(products?: Products): TableColumn<Row>[] {
  const { t } = useTranslation();
  const nameOf = ({ product }: Row): string => products?.get(product)?.name ?? '';
  return [
    {
      id: 'product',
      header: t('fields.product'),
      cell: (row) => <ProductLink code={row.product} />,
      sortBy: (row) => row.product,
    },
    ...(products === undefined ? [] : [{ id: 'name', header: t('fields.name'), cell: nameOf, sortBy: nameOf }]),
    {
      id: 'unit',
      header: t('fields.unit'),
      cell: (row) => (row.lot === '' && row.serial === '' ? null : <UnitLink unit={row} />),
      sortBy: (row) => `${row.lot} ${row.sublot} ${row.serial}`,
    },
  ];
}

/** The way to the trace of what a row names. */
export const followColumn = (t: TFunction) => ({
  id: 'follow',
  header: t('dossier.followColumn'),
  cell: (row: Unit) => <FollowLink unit={row} />,
});

/** A production run in words: a number beside a quantity would read as part of it. */
export const formatRun = (t: TFunction, { workOrder, run }: { workOrder: string; run: string }): string =>
  run === '' ? workOrder : t('common.runSaid', { workOrder, run });

/** Why a trace ends or has a hole, as a sentence. */
export const breakLabel = (t: TFunction, why: BreakReason): string => t(`trace.reasons.${why}`);
