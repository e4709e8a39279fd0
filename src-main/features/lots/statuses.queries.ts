import type { UnitKey } from '#main/ledger/keys.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { StatusesThere } from '#shared/movements/postedStatus.ts';

/** Goods as a movement names them: of a lot all that lies of it counts, and of goods without one the unit alone. */
export type GoodsKey = UnitKey;

/** Whether any of some goods lie released, and whether any lie quarantined or rejected; a command brings few of them. */
export async function loadStatuses(
  read: Pick<Read, 'all'>,
  goods: readonly GoodsKey[],
): Promise<[GoodsKey, StatusesThere][]> {
  const known: [GoodsKey, StatusesThere][] = [];
  for (const key of goods) {
    const [product, lot, sublot, serial] = key;
    const rows = await read.all(statusesOf, { product, lot, sublot, serial });
    const letters = rows.map(({ status }) => status.slice(0, 1));
    known.push([key, { released: letters.includes('A'), held: letters.some((letter) => letter !== 'A') }]);
  }
  return known;
}

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
