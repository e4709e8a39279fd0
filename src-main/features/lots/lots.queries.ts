import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { singlePersonOf } from '#main/features/security/siteSettings.queries.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { questionOn, readDateSpan } from '#shared/kernel/list.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import type { ListedLot, LotListQuestion } from '#shared/lots/contract.ts';
import { judgeDecision, meaningOf, needsWitness } from '#shared/lots/statusDecision.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { inEnglish } from '#shared/kernel/message.ts';
import { goodsOf, sentenceOf } from './decisions.queries.ts';
import { dateFilter, masterFilter, textFilter } from './listFilters.queries.ts';
import { listIds, listPage, type ListSource, type Order, prepareSort } from './listing.queries.ts';
import { letterBits, lotsInStock, readLotStock } from './lotStock.queries.ts';

export const lotQueries: QueriesOf<'lots'> = {
  async list({ offset, limit, ...asked }, { reader: { db }, now, offsetMinutes }) {
    const question = questionOn(lotList, asked, dateOf(now, offsetMinutes));
    await prepareFor(db, question);
    const { total, ids } = listPage(db, lotSource, question, { offset, limit });
    return { total, rows: readLots(db, ids) };
  },

  async previewStatus(decided, context) {
    const goods = goodsOf(context.reader.db, decided, context);
    const verdict = judgeDecision({ ...decided, ...goods });
    const places = new Map<string, bigint>();
    for (const { location, quantity } of goods.lines)
      places.set(location, (places.get(location) ?? 0n) + BigInt(quantity));
    return {
      quantity: formatQuantity(goods.quantity),
      unitOfMeasure: goods.unitOfMeasure,
      places: [...places].map(([location, quantity]) => ({ location, quantity: formatQuantity(quantity) })),
      serials: goods.lines.filter(({ serial }) => serial !== '').length,
      meaning: meaningOf(decided),
      needsWitness: needsWitness({ ...decided, ...goods }) && singlePersonOf(context.reader.db) === '',
      // In the language of the command line; screens have theirs from signing.prepare.
      statement: inEnglish(sentenceOf(decided, goods, '')).trim(),
      ...(verdict.ok ? { code: '', message: '' } : { code: verdict.code, message: verdict.message }),
    };
  },
};

/** So many rows are read with one statement where a whole list is read. */
const rowsPerStep = 2_000;

/** The whole list, step by step. `stepped` runs between two steps, and may throw to end it. */
export async function readLotList(
  db: Database,
  question: LotListQuestion,
  stepped: (done: number, total: number) => Promise<void>,
): Promise<ListedLot[]> {
  await prepareFor(db, question);
  const ids = listIds(db, lotSource, question);
  const rows: ListedLot[] = [];
  for (let start = 0; start < ids.length; start += rowsPerStep) {
    for (const row of readLots(db, ids.slice(start, start + rowsPerStep))) rows.push(row);
    await stepped(rows.length, ids.length);
  }
  return rows;
}

/** The stock of all lots is not in any index; it is read before a question about it. */
export async function prepareFor(db: Database, { onHand, status, sort }: LotListQuestion): Promise<void> {
  await prepareSort(db, lotSource, { sort });
  if (onHand.length > 0 || status.length > 0) await readLotStock(db);
}

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
export const lotSource: ListSource = {
  ...ofLots,
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
      'lot',
      (holds) => `select id from lot where ${holds('lot')}`,
      (holds) => `select id from lot where sublot <> '' and ${holds('sublot')}`,
      (holds) => `select id from lot where supplier_lot <> '' and ${holds('supplier_lot')}`,
      (holds) => `select id from lot where manufacturer_lot <> '' and ${holds('manufacturer_lot')}`,
      (holds) => `select id from lot where reference <> '' and ${holds('reference')}`,
    ),
    product: masterFilter(
      (holds) =>
        `select id from lot where product_id in (select id from product where ${holds('code')} or ${holds('name')})`,
    ),
    supplier: masterFilter(
      (holds) =>
        `select id from lot where supplier_id in (select id from partner where ${holds('code')} or ${holds('name')})`,
    ),
    supplierLot: textFilter(
      'lot',
      (holds) => `select id from lot where supplier_lot <> '' and ${holds('supplier_lot')}`,
    ),
    manufacturedOn: dateFilter('lot', 'manufactured_on'),
    expiresOn: dateFilter('lot', 'expires_on'),
    retestOn: dateFilter('lot', 'retest_on'),
    onHand: (db, value) => [
      ...(value.includes('yes') ? lotsInStock(db, (bits) => (bits & allBits) !== 0) : []),
      ...(value.includes('no') ? lotsInStock(db, (bits) => bits === 0) : []),
    ],
    status: (db, value) => {
      const wanted = [...value].reduce((bits, letter) => bits | (letterBits[letter] ?? 0), 0);
      return lotsInStock(db, (bits) => (bits & wanted) !== 0);
    },
  },
};

type Row = Omit<ListedLot, 'onHand' | 'statuses'> & { id: number };
type StockRow = { id: number; status: string; quantity: string };

/** The rows of some lots, in the order of their ids in `ids`; what lies where is read for these alone. */
export function readLots(db: Database, ids: readonly number[]): ListedLot[] {
  const asked = JSON.stringify(ids);
  const stock = new Map<number, { quantity: bigint; statuses: string[] }>();
  for (const { id, status, quantity } of db.prepare<[string], StockRow>(selectStock).all(asked)) {
    const lot = stock.get(id) ?? { quantity: 0n, statuses: [] };
    lot.quantity += BigInt(quantity);
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

// As text, since a sum may pass what a number holds exactly.
const selectStock = `
  select l.id, substr(b.status, 1, 1) as status, cast(sum(b.quantity) as text) as quantity
  from json_each(?) j cross join lot l on l.id = j.value
    cross join unit u on u.product_id = l.product_id and u.lot = l.lot and u.sublot = l.sublot
    cross join balance b on b.unit_id = u.id
  group by l.id, 2`;
