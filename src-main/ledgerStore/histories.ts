import { sql } from 'kysely';
import type { SerialNamed } from '#main/ledger/gather.ts';
import { keyText } from '#main/ledger/keys.ts';
import type { SerialMove } from '#main/ledger/serialState.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';

type Row = SerialMove & { productId: number; serial: string };

// `serial <> ''` lets SQLite use the index that holds serials only; two halves, because an "or" over both units would read every movement.
export const selectHistories = query<{ keys: string }, Row>(
  (_, { keys }) => sql`with named as (
    select u.id, u.product_id, u.serial from json_each(${keys}) j cross join unit u
    where u.serial = j.value->>1 and u.serial <> '' and u.product_id = cast(j.value->>0 as bigint)),
  moved as (
    select m.id, n.product_id, n.serial from named n cross join movement m where m.to_unit_id = n.id
    union select m.id, n.product_id, n.serial from named n cross join movement m where m.from_unit_id = n.id and m.from_unit_id <> m.to_unit_id)
  select d.product_id as "productId", d.serial, m.id, m.entry_seq as "entrySeq", m.at, m.kind, m.reverses_id as "reversesId",
    case when exists (select 1 from movement b where b.reverses_id = m.id) then 1 else 0 end as "isReversed",
    m.from_unit_id as "fromUnitId", m.to_unit_id as "toUnitId",
    case when m.from_place_id is null then 0 else 1 end as "leavesPlace", case when m.to_place_id is null then 0 else 1 end as "reachesPlace",
    case when f.serial = d.serial then 1 else 0 end as "namesFrom", case when t.serial = d.serial then 1 else 0 end as "namesTo",
    f.lot as "fromLot", f.sublot as "fromSublot", t.lot as "toLot", t.sublot as "toSublot"
  from moved d cross join movement m cross join unit f cross join unit t
  where m.id = d.id and f.id = m.from_unit_id and t.id = m.to_unit_id
  order by m.at, m.id`,
);

/** Every movement that names a serial, in the order they happened; for each of some serials, each once. */
export async function historiesOf(
  read: Pick<Read, 'all'>,
  serials: readonly SerialNamed[],
): Promise<(SerialNamed & { history: readonly SerialMove[] })[]> {
  const keys = serials.map(({ product, serial }) => [product.id, serial] as const);
  const found = Map.groupBy(await askFor(read, selectHistories, keys), ({ productId, serial }) =>
    keyText([productId, serial]),
  );
  return serials.map(({ product, serial }) => ({
    product,
    serial,
    history: found.get(keyText([product.id, serial])) ?? [],
  }));
}
