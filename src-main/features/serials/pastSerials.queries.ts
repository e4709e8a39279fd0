import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { linesOfUnits, momentMeant } from '#main/features/lots/pastGoods.queries.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { Moment } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { ListedSerial } from '#shared/serials/vocabulary.ts';

type Asked = { ids: readonly number[]; serials: readonly ListedSerial[]; asOf: string };

/** Serials in the order of their ids, each where it was at a past moment. */
export async function pastSerials(
  { read, db }: { read: Read; db: Database },
  { ids, serials, asOf }: Asked,
): Promise<ListedSerial[]> {
  const until = momentMeant(db, asOf);
  const lines = new Map((await linesOfUnits(read, ids, until)).map((line) => [line.unit, line]));
  const places = new Map((await read.all(placeCodes)).map(({ id, code }) => [id, code]));
  const away = new Map((await read.all(whereabouts, { ids, until })).map((row) => [row.id, row]));
  return serials.map((serial, at): ListedSerial => {
    const id = ids[at] ?? 0;
    const [line, { customer, isMissing, ...parent } = nowhere] = [lines.get(id), away.get(id)];
    const location = line === undefined ? '' : (places.get(line.place) ?? '');
    const isBuiltIn = location === '' && parent.product !== null;
    return {
      ...serial,
      location,
      status: line?.status ?? '',
      customer: location === '' && !isBuiltIn ? (customer ?? '') : '',
      parent: isBuiltIn ? unitOf(parent) : null,
      missing: isMissing === 1 ? 'missing' : '',
    };
  });
}

type Parent = { [Part in keyof Unit]: Unit[Part] | null };
type Away = Parent & { customer: string | null; isMissing: 0 | 1 };
const nowhere: Away = { product: null, lot: null, sublot: null, serial: null, customer: null, isMissing: 0 };

const unitOf = ({ product, lot, sublot, serial }: Parent): Unit => ({
  ...{ product: product ?? '', lot: lot ?? '' },
  ...{ sublot: sublot ?? '', serial: serial ?? '' },
});

/** Where the last movement until then took a serial, and what it was last built into. */
const whereabouts = query<{ ids: readonly number[]; until: Moment }, Away & { id: number }>(
  (_, { ids, until }, { idsOf }) => sql`
    select u.id, c.code as customer, pp.code as product, pu.lot, pu.sublot, pu.serial,
      exists (select 1 from missing_serial x where x.product = p.code and x.serial = u.serial and x.reported_at <= ${until}
        and (x.found_at is null or x.found_at > ${until})) as "isMissing"
    from ${idsOf(ids)} i cross join unit u on u.id = i.id join product p on p.id = u.product_id
      left join movement m on m.kind = 'shipment' and m.id = (
        select n.id from movement n where n.to_unit_id = u.id and n.at <= ${until} order by n.at desc, n.id desc limit 1)
      left join partner c on c.id = m.partner_id
      left join unit pu on pu.id = (select k.parent_unit_id from serial_link k
        where k.component_unit_id = u.id and k.at <= ${until} order by k.at desc, k.id desc limit 1)
      left join product pp on pp.id = pu.product_id`,
);

export const idsMissingThen = async (read: Read, until: Moment): Promise<number[]> =>
  (await read.all(missingUntil, { until })).map(({ id }) => id);

const missingUntil = query<{ until: Moment }, { id: number }>(
  (_, { until }) => sql`
    select u.id from missing_serial x join product p on p.code = x.product
      join unit u on u.product_id = p.id and u.serial = x.serial
    where x.serial <> '' and x.reported_at <= ${until} and (x.found_at is null or x.found_at > ${until})`,
);

const placeCodes = query((tables) => tables.selectFrom('place').select(['id', 'code']));
