import { query } from '#main/store/query.ts';
import { namedBeyondSupplied, type NotSupplied } from '#shared/movements/namedSuppliers.ts';
import { lotNamings, type LotStep } from './lotSteps.queries.ts';

export type SublotName = { lot: string; sublot: string };

/** Whose a product's lots are at a moment. */
export type SuppliersKnown = {
  /** The supplier whom the record names. */
  named: (name: SublotName) => number | null;
  /** The supplier of the first receipt of a lot under its name, where the record names none. */
  first: (lot: string) => number | undefined;
  /** Whether a lot is to be judged. */
  isAsked: (lot: string) => boolean;
};

/** The namings of which part cannot be of the supplier they should be, by the numbers of their movements. */
export function namedWrongly(
  steps: readonly LotStep[],
  { named, first, isAsked }: SuppliersKnown,
): Map<number, { step: LotStep; wrong: NotSupplied }> {
  // Goods that were received under a lot of another supplier's are reported there.
  const supplierOf = (step: LotStep): number | null =>
    step.kind !== 'receipt' ? null : ((step.lot === '' ? null : named(step)) ?? step.partnerId);
  const supplied = new Map(steps.map((step) => [step, { ...step, step, supplier: supplierOf(step) }]));
  const namings = lotNamings(steps).flatMap((step) => {
    const known = supplied.get(step);
    return known === undefined
      ? []
      : [{ step: known, lot: step.lot, supplier: named(step), isAsked: isAsked(step.lot) }];
  });
  const found = namedBeyondSupplied([...supplied.values()], namings, first);
  return new Map([...found].map(([{ step }, wrong]) => [step.id, { step, wrong }]));
}

/** The suppliers whom the records of a product's lots name. */
export const suppliersOfLots = query<{ productId: number }, { lot: string; sublot: string; supplierId: number }>(
  (tables, { productId }) =>
    tables
      .selectFrom('lot')
      .select(['lot', 'sublot', 'supplier_id as supplierId'])
      .where('product_id', '=', productId)
      .where('supplier_id', 'is not', null)
      .$narrowType<{ supplierId: number }>(),
);
