import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import { idsOf, masterFilter, textFilter } from '#main/features/lots/listFilters.queries.ts';
import { listIds, listPage, type ListSource, prepareSort } from '#main/features/lots/listing.queries.ts';
import type { ListedSerial, SerialListQuestion } from '#shared/serials/contract.ts';

export const serialQueries: QueriesOf<'serials'> = {
  async list({ offset, limit, ...question }, { reader: { db } }) {
    await prepareSort(db, serialSource, question);
    const { total, ids } = listPage(db, serialSource, question, { offset, limit });
    return { total, rows: readSerials(db, ids) };
  },
};

/** So many rows are read with one statement where a whole list is read. */
const rowsPerStep = 2_000;

/** The whole list, step by step. `stepped` runs between two steps, and may throw to end it. */
export async function readSerialList(
  db: Database,
  question: SerialListQuestion,
  stepped: (done: number, total: number) => Promise<void>,
): Promise<ListedSerial[]> {
  await prepareSort(db, serialSource, question);
  const ids = listIds(db, serialSource, question);
  const rows: ListedSerial[] = [];
  for (let start = 0; start < ids.length; start += rowsPerStep) {
    for (const row of readSerials(db, ids.slice(start, start + rowsPerStep))) rows.push(row);
    await stepped(rows.length, ids.length);
  }
  return rows;
}

const isSerial = "serial <> ''";
const inPlant = 'select 1 from balance b where b.unit_id = unit.id';

const ofSerials = {
  table: 'unit',
  rows: "t.serial <> ''",
  joins: 'join product p on p.id = t.product_id',
} as const;

/** How the list of serials is read. */
export const serialSource: ListSource = {
  table: 'unit',
  rows: isSerial,
  joins: 'join product p on p.id = t.product_id',
  orders: {
    serial: { natural: { ...ofSerials, codes: ['t.serial', 'p.code'] } },
    product: { natural: { ...ofSerials, codes: ['p.code', 't.lot', 't.sublot', 't.serial'] } },
  },
  filters: {
    text: textFilter(
      'unit',
      (holds) => `select id from unit where ${isSerial} and ${holds('serial')}`,
      (holds) => `select id from unit where ${isSerial} and ${holds('lot')}`,
    ),
    product: masterFilter(
      (holds) =>
        `select id from unit where product_id in (select id from product where ${holds('code')} or ${holds('name')}) and ${isSerial}`,
    ),
    lot: textFilter(
      'unit',
      (holds) => `select id from unit where ${isSerial} and ${holds('lot')}`,
      (holds) => `select id from unit where ${isSerial} and ${holds('sublot')}`,
    ),
    where: (db, value) => [
      ...(value.includes('plant') ? idsOf(db, `select id from unit where ${isSerial} and exists (${inPlant})`) : []),
      ...(value.includes('elsewhere')
        ? idsOf(db, `select id from unit where ${isSerial} and not exists (${inPlant})`)
        : []),
    ],
    status: (db, value) =>
      idsOf(
        db,
        `select u.id from balance b cross join unit u on u.id = b.unit_id
         where substr(b.status, 1, 1) in (select value from json_each(@letters)) and u.serial <> ''`,
        { letters: JSON.stringify(value) },
      ),
  },
};

type Row = Omit<ListedSerial, 'customer' | 'parent' | 'location' | 'status'> & {
  location: string | null;
  status: string | null;
  customer: string | null;
  parentId: number | null;
};
type ParentRow = { id: number; product: string; lot: string; sublot: string; serial: string };

/** The rows of some serials, in the order of their ids; where each is, is read for these alone. */
function readSerials(db: Database, ids: readonly number[]): ListedSerial[] {
  const rows = db.prepare<[string], Row>(selectRows).all(JSON.stringify(ids));
  const parents = new Map(
    db
      .prepare<[string], ParentRow>(selectParents)
      .all(JSON.stringify(rows.flatMap(({ parentId }) => parentId ?? [])))
      .map(({ id, ...unit }) => [id, unit]),
  );
  return rows.map(({ parentId, location, status, customer, ...row }) => {
    const parent = parentId === null ? undefined : parents.get(parentId);
    return {
      ...row,
      location: location ?? '',
      status: status ?? '',
      customer: location === null && parent === undefined ? (customer ?? '') : '',
      parent: location === null ? (parent ?? null) : null,
    };
  });
}

// A serial that lies nowhere is where its last movement took it: to a customer, or into what it was built into.
const selectRows = `
  select p.code as product, p.name as productName, u.lot, u.sublot, u.serial, b.location, b.status,
    (select q.code from movement m join partner q on q.id = m.partner_id
     where m.id = (select n.id from movement n where n.to_unit_id = u.id order by n.at desc, n.id desc limit 1) and m.kind = 'shipment') as customer,
    (select k.parent_unit_id from serial_link k where k.component_unit_id = u.id order by k.at desc, k.id desc limit 1) as parentId
  from json_each(?) j cross join unit u on u.id = j.value join product p on p.id = u.product_id
    left join (select b.unit_id, l.code as location, b.status from balance b join place l on l.id = b.place_id) b on b.unit_id = u.id
  group by j.key order by j.key`;

const selectParents = `
  select u.id, p.code as product, u.lot, u.sublot, u.serial
  from json_each(?) j cross join unit u on u.id = j.value join product p on p.id = u.product_id`;
