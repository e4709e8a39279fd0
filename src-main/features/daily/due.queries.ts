import type { Database } from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { type DueGoods, type DueMove, dueMove } from '#shared/daily/dueMove.ts';
import { inheritedReleases } from './inheritedReleases.queries.ts';
import { dateOf, type PlainDate } from '#shared/kernel/dates.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';

/** Goods of a unit that lie in one location in one status; `releasedAt` is when they were released last. */
type Line = Omit<DueGoods, 'releasedOn' | 'expiryStatus' | 'retestStatus'> & {
  unitId: number;
  productId: number;
  product: string;
  unitOfMeasure: string;
  lot: string;
  sublot: string;
  serial: string;
  location: string;
  quantity: number;
  releasedAt: number | null;
};

/** Goods that go to another status by themselves. */
export type DueLine = Line & DueMove;

/** The lot whose goods are looked at; without it all lots. */
type Asked = { asOf: PlainDate; offsetMinutes: number; lot?: { productId: number; lot: string } };

/** What goes to another status by itself on a day, by what the settings say on it, in the order of products, lots and places. */
export async function dueLines(
  read: Pick<Read, 'all'>,
  db: Database,
  { asOf, offsetMinutes, lot }: Asked,
): Promise<DueLine[]> {
  const lines = await (lot === undefined ? read.all(ofAll, { asOf }) : read.all(ofOne, { asOf, ...lot }));
  const settings = new ProductSettings(read, db);
  await settings.load(lines.map(({ productId }) => productId));
  const moveOf = (line: Line): DueMove | undefined => {
    const releasedOn = line.releasedAt === null ? null : dateOf(line.releasedAt, offsetMinutes);
    return dueMove({ ...line, ...settings.statuses(line.productId, asOf), releasedOn }, asOf);
  };
  const untested = lines.filter((line) => line.releasedAt === null && moveOf(line)?.kind === 'retest');
  const released = await inheritedReleases(
    read,
    untested.map(({ unitId }) => unitId),
  );
  for (const line of untested) line.releasedAt = released(line.unitId);
  return lines.flatMap((line) => {
    const move = moveOf(line);
    return move === undefined ? [] : [{ ...line, ...move }];
  });
}

/** The same lot by lot. */
export const lotsOf = (lines: readonly DueLine[]): DueLine[][] => [
  ...Map.groupBy(lines, ({ productId, lot }) => `${productId} ${lot}`).values(),
];

/** How much of a lot goes from where to where, and why. */
export const movesOf = (lines: readonly DueLine[]) =>
  [
    ...Map.groupBy(lines, ({ kind, date, status, statusTo }) => [kind, date, status, statusTo].join(' ')).values(),
  ].flatMap((alike) =>
    alike.slice(0, 1).map(({ kind, date, status, statusTo }) => ({
      kind,
      date,
      statusFrom: status,
      statusTo,
      quantity: sumOf(alike),
    })),
  );

export const sumOf = (lines: readonly { quantity: number }[]): string =>
  formatQuantity(lines.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n));

/** A sublot has the dates of its lot where it has none itself. */
const date = (name: 'expires_on' | 'use_by_on' | 'retest_on') => sql`coalesce(o.${sql.ref(name)}, l.${sql.ref(name)})`;

const columns = sql`select u.id as "unitId", p.id as "productId", p.code as product, p.unit as "unitOfMeasure", u.lot, u.sublot, u.serial,
  w.code as location, b.status, b.quantity,
  ${date('expires_on')} as "expiresOn", ${date('use_by_on')} as "useByOn", ${date('retest_on')} as "retestOn",
  case when ${date('retest_on')} is null then null else (select max(m.at) from movement m where m.to_unit_id = u.id
    and m.kind = 'status' and m.status_to like 'A%' and m.status_from not like 'A%' and m.reverses_id is null
    and not exists (select 1 from movement r where r.reverses_id = m.id)) end as "releasedAt"`;

const described = sql`join product p on p.id = u.product_id join place w on w.id = b.place_id
  left join lot o on o.product_id = u.product_id and o.lot = u.lot and o.sublot = u.sublot
  left join lot l on l.product_id = u.product_id and l.lot = u.lot and l.sublot = ''`;

const isDue = (asOf: RawBuilder<unknown>) => sql`u.lot <> '' and b.status not like 'R%'
  and (${date('expires_on')} < ${asOf} or ${date('use_by_on')} < ${asOf} or ${date('retest_on')} <= ${asOf})`;

const order = sql`order by p.code, u.lot, u.sublot, u.serial, w.code, b.status`;

/** By what lies here, which is less than what ever expired. */
const ofAll = query<{ asOf: PlainDate }, Line>(
  (_, { asOf }) => sql`${columns} from balance b join unit u on u.id = b.unit_id ${described}
  where ${isDue(sql`${asOf}`)} ${order}`,
);

const ofOne = query<{ asOf: PlainDate; productId: number; lot: string }, Line>(
  (_, { asOf, productId, lot }) => sql`${columns} from unit u join balance b on b.unit_id = u.id ${described}
  where u.product_id = ${productId} and u.lot = ${lot} and ${isDue(sql`${asOf}`)} ${order}`,
);
