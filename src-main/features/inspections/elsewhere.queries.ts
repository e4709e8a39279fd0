import type { Database } from 'better-sqlite3';
import type { Read } from '#main/store/views.ts';
import type { InspectionValues } from '#shared/inspections/records.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import { openOnGoods, unmovedOnGoods } from './posted.queries.ts';
import { inspectionThatHolds, isOf, standsBeside } from './stored.queries.ts';

type Goods = Pick<InspectionValues, 'product' | 'lot' | 'sublot' | 'serial' | 'statusFrom' | 'point'> & {
  workOrder?: string | null;
};
type Named = Pick<InspectionValues, 'inspection' | 'reinspection'>;

/** How much of goods is pending in other inspections, or decided there and not moved, and which these are. */
export async function pendingElsewhere(
  { read, db }: { read: Pick<Read, 'all'>; db: Database },
  goods: Goods,
  own?: Named & { tranche?: number },
): Promise<{ quantity: number; inspections: string[] }> {
  if (standsBeside(goods)) return { quantity: 0, inspections: [] };
  const isOwn = (one: Named): boolean =>
    own !== undefined && one.inspection === own.inspection && one.reinspection === own.reinspection;
  const open = (await read.all(openOnGoods, goods))
    .filter((one) => !isOwn(one))
    .map((one) => inspectionThatHolds(db, one))
    .filter(
      (one) => !standsBeside(one.values) && one.values.statusFrom === goods.statusFrom && isOf(one, goods.serial),
    );
  const unmoved = (await read.all(unmovedOnGoods, goods)).filter(
    (one) => one.statusFrom === goods.statusFrom && !(isOwn(one) && one.tranche === own?.tranche),
  );
  return {
    quantity:
      open.reduce((all, { pending }) => all + pending, 0) +
      unmoved.reduce((all, { accepted, rejected }) => all + accepted + rejected, 0),
    inspections: [
      ...new Set([...open.map(({ values }) => values.inspection), ...unmoved.map((one) => one.inspection)]),
    ],
  };
}

/**
 * Goods of a lot look all the same: no more of them is decided here than is not to be decided elsewhere.
 * @throws LotlineError INSUFFICIENT_QTY
 */
export function insistOnFree(
  goods: Goods,
  {
    lying,
    wanted,
    elsewhere,
  }: { lying: number; wanted: number; elsewhere: { quantity: number; inspections: string[] } },
): void {
  const free = lying - elsewhere.quantity;
  if (wanted <= free || elsewhere.quantity === 0) return;
  const said = (quantity: number) => ({ decimal: formatQuantity(quantity) });
  throw new LotlineError(
    'INSUFFICIENT_QTY',
    msg`Only ${said(Math.max(0, free))} of ${unitMessage(goods)} is not pending elsewhere, and ${said(wanted)} is to be decided. Decide less, or what is pending in ${elsewhere.inspections.join(', ')} first.`,
    { field: 'accepted' },
  );
}
