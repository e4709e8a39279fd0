import { sql } from 'kysely';
import { exactSumSql, readSum } from '#main/store/exactSum.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { inheritedReleases } from './inheritedReleases.queries.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { LotDates } from '#shared/lots/dates.ts';
import type { LyingLot } from '#shared/daily/nextDue.ts';

type Amount = { amount: string; unit: string };

/** A lot that lies here and is not rejected, and how much of it in which status. */
export type LotHere = Omit<Lying, 'letter' | 'quantity' | 'releasedAt' | 'unitId'> &
  LyingLot & { released: Amount | null; quarantine: Amount | null };

/** Every lot that lies here, is not rejected and has a date. */
export async function lotsHere(read: Pick<Read, 'all'>, offsetMinutes: number): Promise<LotHere[]> {
  const rows = await read.all(lyingOfEach);
  const untested = rows.filter(
    ({ releasedAt, retestOn, letter }) => letter === 'A' && releasedAt === null && retestOn !== null,
  );
  const inherited = await inheritedReleases(
    read,
    untested.map(({ unitId }) => unitId),
  );
  for (const row of untested) row.releasedAt = inherited(row.unitId);
  const byLot = Map.groupBy(rows, ({ product, lot, sublot }) => JSON.stringify([product, lot, sublot]));
  return [...byLot.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const { letter: _letter, quantity: _quantity, unitId: _unit, releasedAt, ...lot } = first;
    const inStatus = (letter: string): Amount | null => {
      const amount = lines.find((one) => one.letter === letter)?.quantity;
      return amount === undefined ? null : { amount: formatQuantity(readSum(amount)), unit: lot.unit };
    };
    const released = inStatus('A');
    const releasedOn = releasedAt === null ? null : dateOf(releasedAt, offsetMinutes);
    return [{ ...lot, released, quarantine: inStatus('Q'), isReleased: released !== null, releasedOn }];
  });
}

type Lying = LotDates & {
  product: string;
  productName: string;
  unit: string;
  lot: string;
  sublot: string;
  letter: string;
  unitId: number;
  quantity: string;
  releasedAt: number | null;
};

const date = (name: 'expires_on' | 'use_by_on' | 'best_before_on' | 'retest_on') =>
  sql`coalesce(o.${sql.ref(name)}, l.${sql.ref(name)})`;

/** How much of each lot that is not rejected lies here by the letter of its status, and when some of it was released last. */
const lyingOfEach = query<Record<never, never>, Lying>(
  () => sql`select p.code as product, p.name as "productName", p.unit, u.lot, u.sublot, substr(b.status, 1, 1) as letter, min(u.id) as "unitId",
    ${exactSumSql('b.quantity')} as quantity, min(${date('expires_on')}) as "expiresOn", min(${date('use_by_on')}) as "useByOn",
    min(${date('best_before_on')}) as "bestBeforeOn", min(${date('retest_on')}) as "retestOn",
    max(case when ${date('retest_on')} is null then null else (select max(m.at) from movement m where m.to_unit_id = u.id
      and m.kind = 'status' and m.status_to like 'A%' and m.status_from not like 'A%' and m.reverses_id is null
      and not exists (select 1 from movement r where r.reverses_id = m.id)) end) as "releasedAt"
  from balance b join unit u on u.id = b.unit_id join product p on p.id = u.product_id
    left join lot o on o.product_id = u.product_id and o.lot = u.lot and o.sublot = u.sublot
    left join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = ''
  where u.lot <> '' and b.status not like 'R%' and (${date('expires_on')} is not null or ${date('use_by_on')} is not null
    or ${date('best_before_on')} is not null or ${date('retest_on')} is not null)
  group by p.code, p.name, p.unit, u.lot, u.sublot, substr(b.status, 1, 1) order by p.code, u.lot, u.sublot, letter`,
);
