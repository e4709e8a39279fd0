import { sql } from 'kysely';
import type { QueryContext } from '#main/context/context.ts';
import { query } from '#main/store/query.ts';
import { addDays, microsPerDay, type PlainDate } from '#shared/kernel/dates.ts';
import { expiringOn } from './goods.queries.ts';

type Asking = Pick<QueryContext, 'reader' | 'read' | 'offsetMinutes'>;

/** So many days are shown before today, itself among them, and from today on. */
const days = 14;
const microsPerMinute = 60_000_000;

/** Lots received, released, and put into quarantine or rejected, by the site's days. */
export async function daysBefore({ read, offsetMinutes }: Asking, today: PlainDate) {
  const first = addDays(today, 1 - days);
  const ahead = offsetMinutes * microsPerMinute;
  const from = Date.parse(`${first}T00:00:00Z`) * 1000 - ahead;
  const rows = await read.all(moved, { from, until: from + days * microsPerDay });
  const counted = new Map(rows.map(({ day, what, lots }) => [`${day} ${what}`, Number(lots)]));
  return Array.from({ length: days }, (_, day) => {
    const of = (what: string): number => counted.get(`${day} ${what}`) ?? 0;
    return { date: addDays(first, day), received: of('received'), released: of('released'), held: of('held') };
  });
}

/** Lots in stock that expire on each day from today on. */
export async function daysAhead({ reader: { db }, read }: Asking, today: PlainDate) {
  const dates = Array.from({ length: days }, (_, day) => addDays(today, day));
  const counts = await expiringOn(db, read, dates);
  return dates.map((date, day) => ({ date, expiring: counts[day] ?? 0 }));
}

/** A lot counts once a day however many movements it has; goods without a lot do not. */
const moved = query<{ from: number; until: number }, { day: number; what: string; lots: number }>(
  (_, { from, until }) => sql`select "day", "what", count(*) as "lots" from (
    select distinct (m.at - cast(${from} as bigint)) / 86400000000 as "day", u.product_id, u.lot, u.sublot,
      case when m.kind = 'receipt' then 'received' when m.status_to like 'A%' then 'released' else 'held' end as "what"
    from movement m join unit u on u.id = m.to_unit_id
    where m.at >= ${from} and m.at < ${until} and u.lot <> ''
      and (m.kind = 'receipt' or m.kind = 'status' and m.status_to <> m.status_from)
  ) "counted" group by "day", "what"`,
);
