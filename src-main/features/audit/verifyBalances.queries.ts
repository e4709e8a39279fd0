import type { Database } from 'better-sqlite3';
import { comparableSum } from '#main/store/exactSum.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Say } from './verifySteps.queries.ts';

/** Every balance must be what its movements come to, above zero, and no serial may lie in two locations. */
export function checkBalances(db: Database, say: Say): void {
  const wrong = db
    .prepare<[], { unit: string; place: string; status: string; stored: number; counted: number }>(wrongBalances)
    .all();
  for (const { unit, place, status, stored, counted } of wrong) {
    const where = `${unit} at ${place} in ${status}`;
    const message = msg`${unit} at ${place} in ${status} is ${quantityText(stored)}, but its movements come to ${quantityText(counted)}.`;
    say({ code: 'BALANCE_WRONG', seq: 0, where, message });
  }
  const empty =
    db
      .prepare<[], number>("select count(*) from balance where quantity <= 0 or typeof(quantity) <> 'integer'")
      .pluck()
      .get() ?? 0;
  if (empty !== 0) {
    const message = msg`${empty} balances say nothing, or less than nothing; a line of nothing is no line.`;
    say({ code: 'BALANCE_WRONG', seq: 0, where: 'balance', message });
  }
  const twice = db.prepare<[], { product: string; serial: string }>(serialsInTwoLocations).all();
  for (const { product, serial } of twice) {
    const message = msg`Serial ${serial} of ${product} lies in two locations or as more than one piece.`;
    say({ code: 'SERIAL_TWICE', seq: 0, where: `${product} serial ${serial}`, message });
  }
}

/** A damaged row may hold what is no quantity at all. */
const quantityText = (quantity: number): string =>
  Number.isSafeInteger(quantity) ? formatQuantity(quantity) : String(quantity);

const wrongBalances = `
  with flow as (
    select to_unit_id as unit, to_place_id as place, status_to as status, quantity from movement where to_place_id is not null
    union all
    select from_unit_id, from_place_id, status_from, -quantity from movement where from_place_id is not null
  ), counted as (
    select f.unit, f.place, f.status, ${comparableSum('f.quantity')} as quantity from flow f join unit u on u.id = f.unit join product p on p.id = u.product_id
    where p.stock_managed = 1 group by f.unit, f.place, f.status having ${comparableSum('f.quantity')} <> 0
  ), wrong as (
    select unit, place, status, coalesce(${comparableSum('lies')}, 0) as stored, coalesce(max(moved), 0) as counted from (
      select unit, place, status, null as lies, quantity as moved from counted
      union all select unit_id, place_id, status, quantity, null from balance
    ) group by unit, place, status having stored <> counted or counted < 0
  )
  select coalesce(p.code || ' ' || u.lot || ' ' || u.sublot || ' ' || u.serial, 'unit ' || w.unit) as unit,
    coalesce(l.code, 'location ' || w.place) as place, w.status, w.stored, w.counted
  from wrong w left join unit u on u.id = w.unit left join product p on p.id = u.product_id left join place l on l.id = w.place
  order by 1, 2, 3 limit 50`;

const serialsInTwoLocations = `select p.code as product, u.serial from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
  where u.serial <> '' group by u.product_id, u.serial having ${comparableSum('b.quantity')} > 1000000 order by 1, 2 limit 50`;
