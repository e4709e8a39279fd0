import { Facts } from '#main/ledger/book.ts';
import type { PlannedMovement } from '#main/ledgerStore/policy.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { StatusesThere } from '#shared/movements/postedStatus.ts';

type Goods = Pick<PlannedMovement, 'product' | 'lot' | 'sublot' | 'serial'>;

/** Whether any of a lot, or of a unit without one, lies released, and whether any lies quarantined or rejected. */
export type Statuses = { of(goods: Goods): StatusesThere | undefined };

export async function loadStatuses(read: Pick<Read, 'all'>, goods: readonly Goods[]): Promise<Statuses> {
  const known = new Facts<StatusesThere>('statuses of');
  for (const one of goods) {
    if (!known.want(keyOf(one))) continue;
    const { product, lot, sublot, serial } = one;
    const rows = await read.all(statusesOf, { product: product.id, lot, sublot, serial });
    const letters = rows.map(({ status }) => status.slice(0, 1));
    known.set(keyOf(one), { released: letters.includes('A'), held: letters.some((letter) => letter !== 'A') });
  }
  return { of: (one) => known.get(keyOf(one)) };
}

const keyOf = ({ product, lot, sublot, serial }: Goods): string => [product.id, lot, sublot, serial].join('\u001f');

const statusesOf = query(
  (tables, { product, lot, sublot, serial }: { product: number; lot: string; sublot: string; serial: string }) =>
    tables
      .selectFrom('unit as u')
      .innerJoin('balance as b', 'b.unit_id', 'u.id')
      .select('b.status')
      .distinct()
      .where('u.product_id', '=', product)
      .where('u.lot', '=', lot)
      .where('u.sublot', '=', sublot)
      .where(({ eb, or }) => or([eb('u.lot', '<>', ''), eb('u.serial', '=', serial)])),
);
