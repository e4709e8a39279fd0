import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { HoldValues } from '#shared/holds/records.ts';
import { asksOrigin, covers, type HoldScope, isFrom, isInSerials, scopeOf } from '#shared/holds/scope.ts';
import type { ListedHold } from '#shared/holds/vocabulary.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { activeHolds } from './activeHolds.queries.ts';
import { originsOf } from './origins.queries.ts';
import { sourcesOf, withMadeOf } from './splits.queries.ts';

export type OnGoods = { number: string; isPart: boolean };

/** The holds on a lot or serial, the latest first; `isPart` where one is on some of its goods alone. */
export async function holdsOnGoods(read: Read, db: Database, goods: Unit): Promise<OnGoods[]> {
  const { all } = await activeHolds(read, db);
  const scopes = [...(await withMadeOf(read, all)).values()].flat();
  const touching = scopes.filter((hold) => mayTouch(hold, goods));
  if (touching.length === 0) return [];
  const whole = { ...goods, serialFrom: goods.serial, serialTo: '', ...noOrigin };
  const isWhole = (hold: HoldValues): boolean => covers({ ...hold, ...noOrigin }, whole);
  const asking = touching.filter((hold) => asksOrigin(hold) || hold.location !== '' || !isWhole(hold));
  const units = asking.length === 0 ? [] : await read.all(unitsOf, goods);
  const origins = await originsOf(read, asking.some(asksOrigin) ? units.map(({ id }) => id) : []);
  const on = touching.flatMap((hold): OnGoods[] => {
    const { number } = hold;
    if (!asking.includes(hold)) return [{ number, isPart: false }];
    const held = units.filter(
      (unit) =>
        (hold.sublot === '' || hold.sublot === unit.sublot) &&
        (hold.serialFrom === '' || isInSerials(hold, unit.serial)) &&
        (hold.location === '' || hold.location === unit.location) &&
        isFrom(hold, origins.get(unit.id) ?? []),
    );
    const lying = units.filter(({ location }) => location !== '');
    if (held.length === 0) return [];
    return [{ number, isPart: lying.some((unit) => !held.includes(unit)) || !isWhole(hold) }];
  });
  // A hold may be on them by several names: by one of those on all.
  const byNumber = Map.groupBy(on.toReversed(), ({ number }) => number);
  return Array.from(byNumber, ([number, some]) => ({ number, isPart: some.every(({ isPart }) => isPart) }));
}

/** Those of some lifted holds that were on goods, or on what they were split off or merged from: by names and origins alone. */
export async function liftedOnGoods<H extends ListedHold>(read: Read, goods: Unit, lifted: readonly H[]): Promise<H[]> {
  const named = lifted.filter(({ what }) => what !== 'location');
  if (named.length === 0) return [];
  const ids = (await read.all(unitsOf, goods)).map(({ id }) => id);
  const names = [goods, ...[...(await sourcesOf(read, ids)).values()].flat()];
  const touching = named.filter((hold) => names.some((name) => mayTouch(hold, name)));
  const asking = touching.some((hold) => asksOrigin(scopeOf(hold)));
  const came = asking ? [...(await originsOf(read, ids)).values()].flat() : [];
  return touching.filter((hold) => isFrom(scopeOf(hold), came));
}

const noOrigin = { supplier: '', workOrder: '', location: '', receivedFrom: null, receivedTo: null };

/** Whether a hold may be on some of these goods, by their names. */
const mayTouch = (hold: Pick<HoldScope, Named>, { product, lot, sublot, serial }: Unit): boolean =>
  (hold.product === '' || hold.product === product) &&
  (hold.lot === '' || lot === '' || hold.lot === lot) &&
  (hold.sublot === '' || sublot === '' || hold.sublot === sublot) &&
  (hold.serialFrom === '' || serial === '' || isInSerials(hold, serial));

type Named = 'product' | 'lot' | 'sublot' | 'serialFrom' | 'serialTo';

type Lying = { id: number; sublot: string; serial: string; location: string };

/** The units of a lot or serial, once for each location they lie at. */
const unitsOf = query<Unit, Lying>(
  (
    _,
    { product, lot, sublot, serial },
  ) => sql`select distinct u.id, u.sublot, u.serial, coalesce(l.code, '') as location
  from product p join unit u on u.product_id = p.id left join balance b on b.unit_id = u.id left join place l on l.id = b.place_id
  where p.code = ${product} and (${lot} = '' or u.lot = ${lot}) and (${sublot} = '' or u.sublot = ${sublot})
    and (${serial} = '' or u.serial = ${serial}) and (${lot} <> '' or ${serial} <> '')`,
);
