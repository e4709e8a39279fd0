import { sql } from 'kysely';
import type { UnitKey } from '#main/ledger/keys.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { StatusesThere } from '#shared/movements/postedStatus.ts';

/** Goods as a movement names them: of a lot all that lies of it counts, and of goods without one the unit alone. */
export type GoodsKey = UnitKey;

/** Whether any of some goods lie released, and whether any lie quarantined or rejected. */
export async function loadStatuses(
  read: Pick<Read, 'all'>,
  goods: readonly GoodsKey[],
): Promise<[GoodsKey, StatusesThere][]> {
  const rows = await askFor(read, selectStatuses, goods);
  const known = new Map<string, StatusesThere>();
  for (const { productId, lot, sublot, serial, status } of rows) {
    const key = JSON.stringify([productId, lot, sublot, serial]);
    const there = known.get(key) ?? { released: false, held: false };
    known.set(key, status.startsWith('A') ? { ...there, released: true } : { ...there, held: true });
  }
  return goods.flatMap((key) => {
    const there = known.get(JSON.stringify(key));
    return there === undefined ? [] : [[key, there]];
  });
}

type StatusRow = { productId: number; lot: string; sublot: string; serial: string; status: string };

const selectStatuses = query<{ keys: string }, StatusRow>(
  (_, { keys }) => sql`select distinct u.product_id as "productId", u.lot, u.sublot, j.value->>3 as serial, b.status
  from json_each(${keys}) j cross join unit u join balance b on b.unit_id = u.id
  where u.product_id = cast(j.value->>0 as bigint) and u.lot = j.value->>1 and u.sublot = j.value->>2
    and (u.lot <> '' or u.serial = j.value->>3)`,
);
