import { type RawBuilder, sql } from 'kysely';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import { type Query, query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { asksOrigin, type HoldScope, isFrom, namesGoods } from '#shared/holds/scope.ts';
import { partSeparator } from '#shared/kernel/record.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { originsOf } from './origins.queries.ts';
import { isSplit, withMadeOf } from './splits.queries.ts';

/** Goods of one unit in one status at one location. */
export type StockLine = Unit & {
  unitId: number;
  unitOfMeasure: string;
  location: string;
  locationKind: LocationKind;
  status: string;
  quantity: number;
};

/** What lies here of the goods each hold is on, or would be on, in the order of the holds. */
export async function stockOf(read: Read, holds: readonly HoldScope[]): Promise<StockLine[][]> {
  const scopes = await withMadeOf(read, holds);
  const found = await stockNamed(read, [...scopes.values()].flat());
  let next = 0;
  return holds.map((hold) => {
    const before = next;
    next += scopes.get(hold)?.length ?? 0;
    return found.slice(before, next).flat();
  });
}

async function stockNamed(read: Read, scopes: readonly HoldScope[]): Promise<StockLine[][]> {
  const asked = scopes.map((scope) => ({ scope, ...wayTo(scope) }));
  const lying = new Map<string, StockLine[]>();
  for (const [select, ones] of Map.groupBy(asked, ({ select }) => select)) {
    const keys = new Map(ones.map(({ key }) => [key.join(partSeparator), key]));
    for (const { asked: key, ...line } of await askFor(read, select, [...keys.values()])) {
      const at = `${names.get(select)} ${key}`;
      const lines = lying.get(at) ?? [];
      lines.push(line);
      lying.set(at, lines);
    }
  }
  const named = asked.map(({ scope, select, key }) => ({
    scope,
    lines: (lying.get(`${names.get(select)} ${key.join(partSeparator)}`) ?? []).filter(
      (line) => namesGoods(scope, line) && (scope.location === '' || scope.location === line.location),
    ),
  }));
  const asking = named.filter(({ scope }) => asksOrigin(scope));
  const origins = await originsOf(
    read,
    asking.flatMap(({ lines }) => lines.map(({ unitId }) => unitId)),
  );
  return named.map(({ scope, lines }) =>
    asksOrigin(scope) ? lines.filter(({ unitId }) => isFrom(scope, origins.get(unitId) ?? [])) : lines,
  );
}

type Asked = KeyedQuery<StockLine & { asked: string }>;

/** The question that finds the fewest goods of a hold, and what it is asked. */
function wayTo(scope: HoldScope): { select: Asked; key: readonly string[] } {
  const { product, lot, serialFrom, serialTo, workOrder, supplier, location } = scope;
  if (lot !== '') return { select: ofLots, key: [product, lot] };
  if (serialFrom !== '') return { select: ofSerials, key: [product, serialFrom, serialTo || serialFrom] };
  if (workOrder !== '') return { select: ofOrders, key: [workOrder] };
  return supplier === '' ? { select: atLocations, key: [location] } : { select: ofSuppliers, key: [supplier] };
}

const between = (...parts: string[]) =>
  sql.join(
    parts.map((part) => sql.ref(`j.${part}`)),
    sql` || ${sql.lit(partSeparator)} || `,
  );
const stock = (
  ...parts: string[]
) => sql`${between(...parts)} as asked, u.id as "unitId", p.code as product, u.lot, u.sublot, u.serial,
  p.unit as "unitOfMeasure", l.code as location, l.kind as "locationKind", b.status, b.quantity`;
const lies = sql`p.id = u.product_id and b.unit_id = u.id and l.id = b.place_id`;

const ofLots: Asked = query(
  (_, { keys }, { keysOf }) => sql`select ${stock('product', 'lot')}
  from ${keysOf(keys, ['product', 'lot'])} j cross join product p cross join unit u cross join balance b cross join place l
  where p.code = j.product and u.product_id = p.id and u.lot = j.lot and ${lies}`,
);
const ofSerials: Asked = query(
  (_, { keys }, { keysOf }) => sql`select ${stock('product', 'first', 'last')}
  from ${keysOf(keys, ['product', 'first', 'last'])} j cross join product p cross join unit u cross join balance b cross join place l
  where p.code = j.product and u.serial between j.first and j.last and u.serial <> '' and ${lies}`,
);
/** What was split off or merged from units that came in so, after them. */
const andMade = (came: RawBuilder<unknown>) => sql`with recursive came (code, unit_id) as (${came}
  union select c.code, n.to_unit_id from came c cross join movement n cross join unit f cross join unit t
    where n.from_unit_id = c.unit_id and f.id = n.from_unit_id and t.id = n.to_unit_id and ${isSplit('n', 'f', 't')})`;

const ofOrders: Asked = query(
  (_, { keys }, { keysOf }) => sql`${andMade(sql`select j.code, m.to_unit_id
    from ${keysOf(keys, ['code'])} j cross join run r cross join movement m
    where r.work_order = j.code and m.run_id = r.id and m.kind = 'output'`)}
  select distinct ${stock('code')}
  from came j cross join unit u cross join product p cross join balance b cross join place l
  where u.id = j.unit_id and ${lies}`,
);
/** That a supplier delivered goods of a unit, as its receipts or its lot say. */
const isDelivered = (unit: string) => {
  const u = sql.ref(unit);
  return sql`(exists (select 1 from movement m where m.to_unit_id = ${u}.id and m.kind = 'receipt' and m.partner_id = s.id)
    or exists (select 1 from lot l where l.product_id = ${u}.product_id and l.lot = ${u}.lot and l.sublot in (${u}.sublot, '')
      and l.supplier_id = s.id)
    or exists (select 1 from movement o join movement m on m.document = o.document and m.to_unit_id = o.from_unit_id
      where o.to_unit_id = ${u}.id and o.from_unit_id <> o.to_unit_id and m.kind = 'receipt' and m.partner_id = s.id))`;
};
const ofSuppliers: Asked = query(
  (_, { keys }, { keysOf }) => sql`${andMade(sql`select j.code, n.to_unit_id
    from ${keysOf(keys, ['code'])} j cross join partner s cross join movement n cross join unit f cross join unit t
    where s.code = j.code and n.from_unit_id > 0 and f.id = n.from_unit_id and t.id = n.to_unit_id
      and ${isSplit('n', 'f', 't')} and ${isDelivered('f')}`)}
  select ${stock('code')}
  from ${keysOf(keys, ['code'])} j cross join partner s cross join balance b cross join unit u cross join product p cross join place l
  where s.code = j.code and ${lies}
    and (${isDelivered('u')} or b.unit_id in (select c.unit_id from came c where c.code = j.code))`,
);
const atLocations: Asked = query(
  (_, { keys }, { keysOf }) => sql`select ${stock('code')}
  from ${keysOf(keys, ['code'])} j cross join place l cross join balance b cross join unit u cross join product p
  where l.code = j.code and ${lies}`,
);

const names = new Map<Asked, string>([
  [ofLots, 'lot'],
  [ofSerials, 'serials'],
  [ofOrders, 'order'],
  [ofSuppliers, 'supplier'],
  [atLocations, 'location'],
]);

/** Of each kind of name, those that the store has not: what is misspelt would hold nothing. */
export async function unknownIn(read: Read, scopes: readonly HoldScope[]): Promise<Unknown | undefined> {
  for (const [field, keyOf, select] of checks) {
    const keys = scopes.flatMap((scope): string[][] => {
      const key = keyOf(scope);
      return key.includes('') ? [] : [[...key]];
    });
    const there = new Set((await askFor(read, select, keys)).map(({ asked }) => asked));
    const missing = keys.find((key) => !there.has(key.join(partSeparator)));
    if (missing !== undefined) return { field, name: missing.at(-1) ?? '', product: missing[0] ?? '' };
  }
  return undefined;
}

export type Unknown = {
  field: 'product' | 'lot' | 'serialFrom' | 'supplier' | 'workOrder' | 'location';
  name: string;
  product: string;
};

const there = (table: 'product' | 'partner' | 'place'): Query<{ keys: string }, { asked: string }> =>
  query(
    (
      _,
      { keys },
      { keysOf },
    ) => sql`select t.code as asked from ${keysOf(keys, ['code'])} j cross join ${sql.table(table)} t
    where t.code = j.code`,
  );
const lotsThere: KeyedQuery<{ asked: string }> = query(
  (_, { keys }, { keysOf }) => sql`select ${between('product', 'lot')} as asked
  from ${keysOf(keys, ['product', 'lot'])} j cross join product p where p.code = j.product
    and (exists (select 1 from unit u where u.product_id = p.id and u.lot = j.lot)
      or exists (select 1 from lot t where t.product_id = p.id and t.lot = j.lot))`,
);
const serialsThere: KeyedQuery<{ asked: string }> = query(
  (_, { keys }, { keysOf }) => sql`select ${between('product', 'first', 'last')} as asked
  from ${keysOf(keys, ['product', 'first', 'last'])} j cross join product p where p.code = j.product
    and exists (select 1 from unit u where u.product_id = p.id and u.serial between j.first and j.last)`,
);
const ordersThere: KeyedQuery<{ asked: string }> = query(
  (_, { keys }, { keysOf }) => sql`select j.code as asked from ${keysOf(keys, ['code'])} j
  where exists (select 1 from run r where r.work_order = j.code)`,
);

const checks = [
  ['product', ({ product }: HoldScope) => [product], there('product')],
  ['supplier', ({ supplier }: HoldScope) => [supplier], there('partner')],
  ['location', ({ location }: HoldScope) => [location], there('place')],
  ['workOrder', ({ workOrder }: HoldScope) => [workOrder], ordersThere],
  ['lot', ({ product, lot }: HoldScope) => [product, lot], lotsThere],
  [
    'serialFrom',
    ({ product, serialFrom, serialTo }: HoldScope) => [product, serialFrom, serialTo || serialFrom],
    serialsThere,
  ],
] as const;
