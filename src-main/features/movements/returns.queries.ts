import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';

/** Goods that went to somebody or came back, as the journal has them; `undoneBy` is the movement that undid it, null for none. */
export type CrossingRow = {
  id: number;
  at: number;
  offsetMinutes: number;
  kind: string;
  document: string;
  quantity: number;
  unitId: number;
  lot: string;
  sublot: string;
  serial: string;
  undoneBy: number | null;
  /** The run of what a work order used or gave back; "" for none. */
  run?: string;
  /** Whether the goods went or came inside others. */
  isInside?: boolean;
};

const columns = `m.id, m.at, m.offset_minutes as "offsetMinutes", m.kind, m.document, m.quantity, u.id as unitId, u.lot, u.sublot, u.serial,
  (select b.id from movement b where b.reverses_id = m.id) as undoneBy`;

/** The number of the journal's last movement; 0 where there is none. */
export const lastMovement = (work: Work): number =>
  work.one<{ id: number | null }>('select max(id) as id from movement')?.id ?? 0;

/** What a work order used of a product, and what it gave back. */
export const crossingsOfOrder = (work: Work, workOrder: string, productId: number): CrossingRow[] =>
  work.all(
    `select ${columns}, r.run from run r join movement m on m.run_id = r.id
       join unit u on u.id = case when m.kind = 'consumption' then m.to_unit_id else m.from_unit_id end
     where r.work_order = @workOrder and m.kind in ('consumption', 'production-return') and u.product_id = @productId
       and m.reverses_id is null
     order by m.id`,
    { workOrder, productId },
  );

/** Which goods of a product: of some lots, and some serials of any lot; every serial of the lots, if requested. */
export type Goods = { lots: readonly string[]; serials: readonly string[]; everySerial: boolean };

/** What of a product's goods went to a customer, and what came back. All of the product where no goods are named. */
export const crossingsOfCustomer = (work: Work, partnerId: number, productId: number, goods?: Goods): CrossingRow[] =>
  crossings(
    work,
    { partnerId, productId, goods },
    "m.kind in ('shipment', 'customer-return') and m.partner_id = @partnerId",
  );

/**
 * What of a product's goods came from a supplier, and what went back there. Goods taken over as opening stock may have
 * come from anybody, unless their lot is known to be another supplier's.
 */
export const crossingsOfSupplier = (work: Work, partnerId: number, productId: number, goods?: Goods): CrossingRow[] =>
  crossings(
    work,
    { partnerId, productId, goods },
    `(m.kind in ('receipt', 'supplier-return') and m.partner_id = @partnerId or m.kind = 'opening' and not exists (
       select 1 from lot l where l.product_id = u.product_id and l.lot = u.lot and u.lot <> ''
         and l.sublot in ('', u.sublot) and l.supplier_id <> @partnerId))`,
  );

type Asked = { partnerId: number; productId: number; goods: Goods | undefined };

/** Under the goods' name outside the plant: a serial that loses it as it comes back still came as that serial. */
function crossings(work: Work, { partnerId, productId, goods }: Asked, where: string): CrossingRow[] {
  const units =
    goods === undefined
      ? 'select id from unit where product_id = @productId'
      : `select id from unit where product_id = @productId and lot in (select value from json_each(@lots)) and (serial = '' or @everySerial = 1)
         union select id from unit where serial in (select value from json_each(@serials)) and serial <> '' and product_id = @productId`;
  return work.all(
    `with named as (${units})
     select ${columns} from named n cross join movement m on m.to_unit_id = n.id join unit u on u.id = n.id
     where m.reverses_id is null and (m.kind <> 'customer-return' or m.from_unit_id = m.to_unit_id) and ${where}
     union all
     select ${columns} from named n cross join movement m on m.from_unit_id = n.id and m.from_unit_id <> m.to_unit_id
       join unit u on u.id = n.id
     where m.reverses_id is null and m.kind = 'customer-return' and ${where}
     order by 1`,
    {
      partnerId,
      productId,
      lots: JSON.stringify(goods?.lots ?? []),
      serials: JSON.stringify(goods?.serials ?? []),
      everySerial: goods?.everySerial === true ? 1 : 0,
    },
  );
}

/** When goods of a lot first came, were made or got its name, but for what customers and work orders sent back. */
export const firstArrival = query<{ productId: number; lot: string }, { at: number | null }>(
  (_, { productId, lot }) => sql`select min(m.at) as at from unit u cross join movement m
    where u.product_id = ${productId} and u.lot = ${lot} and m.to_unit_id = u.id and m.to_place_id is not null
      and (m.kind in ('receipt', 'opening', 'output') or m.kind = 'adjustment' and m.from_place_id is null
        or m.from_unit_id <> m.to_unit_id and m.from_place_id is not null)
      and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)`,
);

/** Who else got a serial last; undefined for no one. */
export const otherCustomerOf = (
  work: Work,
  { productId, serial, partnerId }: { productId: number; serial: string; partnerId: number },
): string | undefined =>
  work.one<{ code: string }>(
    `select p.code from unit u join movement m on m.to_unit_id = u.id join partner p on p.id = m.partner_id
     where u.serial = @serial and u.serial <> '' and u.product_id = @productId and m.kind = 'shipment' and p.id <> @partnerId
       and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)
     order by m.at desc, m.id desc limit 1`,
    { productId, serial, partnerId },
  )?.code;
