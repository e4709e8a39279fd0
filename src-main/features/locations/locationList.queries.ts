import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import { byKey, type SimpleSource } from '#main/store/simpleList.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { locationList } from '#shared/locations/vocabulary.ts';

/** So many of the goods at a location are named. */
const mostNamed = 3;

/** How the list of locations is read. What lies there is named for the rows of a page alone. */
export const locationSource: SimpleSource<typeof locationList> = {
  list: locationList,
  async rows(read) {
    const units = new Map((await read.all(unitsOfEach)).map((row) => [row.placeId, row.units]));
    const letters = Map.groupBy(await read.all(lettersOfEach), ({ placeId }) => placeId);
    return (await read.all(locations)).map(({ id, ...location }) => ({
      ...location,
      lies: { first: [], more: 0 },
      units: units.get(id) ?? 0,
      status: (letters.get(id) ?? []).map(({ letter }) => letter).sort(),
    }));
  },
  async more(read, rows) {
    const lying = byKey(await read.all(firstAt, { codes: rows.map(({ code }) => code), most: mostNamed }));
    return rows.map((row) => {
      const first = lying.get(row.code) ?? [];
      return { ...row, lies: { first, more: Number(row.units) - first.length } };
    });
  },
};

const locations = query((tables) => tables.selectFrom('place').select(['id', 'code', 'name', 'site', 'kind']));

const unitsOfEach = query((tables) =>
  tables
    .selectFrom('balance')
    .select(({ fn }) => ['place_id as placeId', fn.count<number>('unit_id').distinct().as('units')])
    .groupBy('place_id'),
);

const lettersOfEach = query<Record<never, never>, { placeId: number; letter: string }>(
  () => sql`select distinct place_id as "placeId", substr(status, 1, 1) as letter from balance`,
);

/** The units at each location that were named last. */
const firstAt = query<{ codes: readonly string[]; most: number }, Unit & { key: string }>(
  (_, { codes, most }, { textsOf }) => sql`select key, product, lot, sublot, serial from (
    select l.code as key, p.code as product, u.lot, u.sublot, u.serial, u.id,
      row_number() over (partition by l.id order by u.id desc) as place
    from (select distinct unit_id, place_id from balance) b join place l on l.id = b.place_id
      join unit u on u.id = b.unit_id join product p on p.id = u.product_id
    where l.code in ${textsOf(codes)}) named
  where place <= ${most} order by key, place`,
);
