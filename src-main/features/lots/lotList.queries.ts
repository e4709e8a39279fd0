import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { type LotHeld, type LotName, lotsOnHold } from '#main/features/holds/lotsOnHold.queries.ts';
import { askFor, type KeyedQuery } from '#main/store/askFor.ts';
import type { IndexedSource, Order } from '#main/store/indexedList.ts';
import { dateFilter, inCodes, inMasters, textFilter } from '#main/store/listFilters.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { cellsOfKeys } from '#shared/kernel/defineList.ts';
import { readDateSpan } from '#shared/kernel/list.ts';
import { exactSum, readSum } from '#main/store/exactSum.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { type Unit, unit } from '#shared/kernel/unit.ts';
import { type ListedLot, lotList } from '#shared/lots/vocabulary.ts';
import { pastGoods, readPastGoods } from './pastGoods.queries.ts';
import { idsHeldThen, pastLots } from './pastLots.queries.ts';
import { letterBits, lotsInStock, readLotStock } from './lotStock.queries.ts';

const allBits = 0xff;

const dateOrder = (name: 'manufacturedOn' | 'expiresOn' | 'retestOn', column: string): Order => ({
  spans: (_db, question) => {
    const { from, to } = readDateSpan(String(question[name] ?? '')) ?? { from: '', to: '' };
    if (from === '' && to === '')
      return [{ where: `${column} is not null`, keys: [column, 'id'] }, { blank: `${column} is null` }];
    // Filtered by the very dates it is sorted by: only their part of the index is gone along.
    const bounds = [from === '' ? `${column} is not null` : `${column} >= ?`, ...(to === '' ? [] : [`${column} <= ?`])];
    return [{ where: bounds.join(' and '), parameters: [from, to].filter((day) => day !== ''), keys: [column, 'id'] }];
  },
  few: `t.${column} is null, t.${column} ±, iif(t.${column} is null, t.id, 0), t.id ±`,
});

const ofLots = {
  table: 'lot',
  rows: 'true',
  joins: 'join product p on p.id = t.product_id left join partner s on s.id = t.supplier_id',
} as const;

/** How the list of lots is read. */
export const lotSource: IndexedSource<typeof lotList> = {
  ...ofLots,
  list: lotList,
  // The stock of all lots is not in any index; it is read before a question about it.
  async prepare({ read, reader: { db } }, { asOf = '', onHand = [], status = [], held = [] }) {
    if (asOf.length > 0) {
      await readPastGoods({ read, db }, 'lot', String(asOf));
      if (held.length > 0) heldIds.set(db, await idsHeldThen({ read, db }, String(asOf)));
      return;
    }
    if (onHand.length > 0 || status.length > 0) await readLotStock(db);
    if (held.length > 0) heldIds.set(db, await idsOnHold(read, db));
  },
  async read({ read, reader: { db } }, ids, asOf) {
    if (asOf !== '') return await pastLots({ read, db }, { ids, lots: readLots(db, ids), asOf });
    const onHold = await lotsOnHold(read, db);
    return readLots(db, ids).map((lot) => ({ ...lot, held: onHold.of(lot) }));
  },
  async named({ read }, keys) {
    const found = await Promise.all(cellsOfKeys(unit, keys).map((one) => read.one(lotNamed, one)));
    return found.flatMap((lot) => lot?.id ?? []);
  },
  orders: {
    product: { natural: { ...ofLots, codes: ['p.code', 't.lot', 't.sublot'] } },
    lot: { natural: { ...ofLots, codes: ['t.lot', 't.sublot'] } },
    supplier: {
      natural: { ...ofLots, rows: 't.supplier_id is not null', codes: ['s.code'] },
      blank: 'supplier_id is null',
    },
    supplierLot: {
      natural: { ...ofLots, rows: "t.supplier_lot <> ''", codes: ['t.supplier_lot', "coalesce(s.code, '')"] },
      blank: "supplier_lot = ''",
    },
    manufacturedOn: dateOrder('manufacturedOn', 'manufactured_on'),
    expiresOn: dateOrder('expiresOn', 'expires_on'),
    retestOn: dateOrder('retestOn', 'retest_on'),
  },
  filters: {
    text: textFilter(
      inCodes(
        'lot',
        (holds) => `select id from lot where ${holds('lot')}`,
        (holds) => `select id from lot where sublot <> '' and ${holds('sublot')}`,
        (holds) => `select id from lot where supplier_lot <> '' and ${holds('supplier_lot')}`,
        (holds) => `select id from lot where manufacturer_lot <> '' and ${holds('manufacturer_lot')}`,
        (holds) => `select id from lot where reference <> '' and ${holds('reference')}`,
      ),
    ),
    product: textFilter(
      inMasters(
        (holds) =>
          `select id from lot where product_id in (select id from product where ${holds('code')} or ${holds('name')})`,
      ),
    ),
    supplier: textFilter(
      inMasters(
        (holds) =>
          `select id from lot where supplier_id in (select id from partner where ${holds('code')} or ${holds('name')})`,
      ),
    ),
    supplierLot: textFilter(
      inCodes('lot', (holds) => `select id from lot where supplier_lot <> '' and ${holds('supplier_lot')}`),
    ),
    manufacturedOn: dateFilter('lot', 'manufactured_on'),
    expiresOn: dateFilter('lot', 'expires_on'),
    retestOn: dateFilter('lot', 'retest_on'),
    held: (db, value) => (heldIds.get(db) ?? []).flatMap(({ id, held }) => (value.includes(held) ? [id] : [])),
    asOf: (db) => pastGoods(db, 'lot').known,
    onHand(db, value, asOf) {
      const past = asOf === '' ? undefined : pastGoods(db, 'lot');
      return [
        ...(value.includes('yes') ? (past?.lying ?? lotsInStock(db, (bits) => (bits & allBits) !== 0)) : []),
        ...(value.includes('no') ? (past?.away ?? lotsInStock(db, (bits) => bits === 0)) : []),
      ];
    },
    status: (db, value, asOf) => {
      if (asOf !== '') return pastGoods(db, 'lot').lyingIn([...value]);
      const wanted = [...value].reduce((bits, letter) => bits | (letterBits[letter] ?? 0), 0);
      return lotsInStock(db, (bits) => (bits & wanted) !== 0);
    },
  },
};

/** The lots that are on hold, as of the question that is being answered. */
const heldIds = new WeakMap<Database, { id: number; held: LotHeld }[]>();

async function idsOnHold(read: Read, db: Database): Promise<{ id: number; held: LotHeld }[]> {
  const onHold = await lotsOnHold(read, db);
  return (await askFor(read, lotsNamed, onHold.names)).map(({ id, ...lot }) => ({ id, held: onHold.of(lot) }));
}

const lotsNamed: KeyedQuery<LotName & { id: number }> = query(
  (_, { keys }, { keysOf }) => sql`select l.id, p.code as product, l.lot, l.sublot
  from ${keysOf(keys, ['product', 'lot'])} j cross join product p cross join lot l
  where p.code = j.product and l.product_id = p.id and l.lot = j.lot`,
);

const lotNamed = query((tables, { product, lot, sublot }: Unit) =>
  tables
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.product_id')
    .select('lot.id')
    .where('product.code', '=', product)
    .where('lot.lot', '=', lot)
    .where('lot.sublot', '=', sublot),
);

type Row = Omit<ListedLot, 'onHand' | 'statuses'> & { id: number };
type StockRow = { id: number; status: string; quantity: string };

/** The rows of some lots, in the order of their ids in `ids`; what lies where is read for these alone. */
export function readLots(db: Database, ids: readonly number[]): ListedLot[] {
  const asked = JSON.stringify(ids);
  const stock = new Map<number, { quantity: bigint; statuses: string[] }>();
  for (const { id, status, quantity } of db.prepare<[string], StockRow>(selectStock).all(asked)) {
    const lot = stock.get(id) ?? { quantity: 0n, statuses: [] };
    lot.quantity += readSum(quantity);
    lot.statuses.push(status);
    stock.set(id, lot);
  }
  return db
    .prepare<[string], Row>(selectRows)
    .all(asked)
    .map(({ id, ...row }) => {
      const lot = stock.get(id);
      return { ...row, onHand: formatQuantity(lot?.quantity ?? 0n), statuses: lot?.statuses ?? [] };
    });
}

const selectRows = `
  select l.id, p.code as product, p.name as productName, p.unit as unitOfMeasure, l.lot, l.sublot, coalesce(s.code, '') as supplier,
    l.supplier_lot as supplierLot, coalesce(l.manufactured_on, '') as manufacturedOn, coalesce(l.expires_on, '') as expiresOn,
    coalesce(l.retest_on, '') as retestOn
  from json_each(?) j cross join lot l on l.id = j.value join product p on p.id = l.product_id left join partner s on s.id = l.supplier_id
  order by j.key`;

const selectStock = `
  select l.id, substr(b.status, 1, 1) as status, ${exactSum('b.quantity')} as quantity
  from json_each(?) j cross join lot l on l.id = j.value
    cross join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
    cross join balance b on b.unit_id = u.id
  group by l.id, 2`;
