import type { Database } from 'better-sqlite3';
import type { QueriesOf } from '#main/context/context.ts';
import type { IndexedSource } from '#main/store/indexedList.ts';
import { idsOf, inCodes, inMasters, textFilter } from '#main/store/listFilters.ts';
import { askList } from '#main/store/lists.ts';
import { momentMeant, pastGoods, readPastGoods } from '#main/features/lots/pastGoods.queries.ts';
import { query } from '#main/store/query.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { cellsOfKeys } from '#shared/kernel/defineList.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { type Unit, unit } from '#shared/kernel/unit.ts';
import type { ServiceEvent } from '#shared/serials/contract.ts';
import { type ListedSerial, serialList } from '#shared/serials/vocabulary.ts';
import { livesOf, nameOfPiece, type Piece, pieceNamed } from './lives.queries.ts';
import { idsMissingThen, pastSerials } from './pastSerials.queries.ts';
import { missingNow, missingOf, partsOf, serviceOf } from './service.queries.ts';
import { saidEnds, warrantyNow, warrantyRules } from './warranty.queries.ts';

export const serialQueries: QueriesOf<'serials'> = {
  list: (question, context) => askList(serialSource, question, context),

  async get(piece, { read, now, offsetMinutes }) {
    const known = await read.one(pieceNamed, piece);
    if (known === undefined)
      throw new LotlineError(
        'NOT_FOUND',
        msg`There is no serial ${piece.serial} of ${piece.product}. Check the product and the number.`,
        { field: 'serial' },
      );
    const life = (await livesOf(read, [piece])).get(nameOfPiece(piece));
    const [said] = await read.all(saidEnds, piece);
    const { category, madeOn } = known;
    const about = { code: piece.product, category, life, madeOn: madeOn ?? '', endsOn: said?.endsOn ?? null };
    return {
      where: life?.where ?? 'nowhere',
      since: life?.since ?? '',
      deliveries: life?.deliveries ?? [],
      returns: life?.returns ?? [],
      warranty: {
        ...(await warrantyNow(read, about, dateOf(now, offsetMinutes))),
        version: said?.version ?? 0,
      },
      service: (await serviceOf(read, [piece.serial])).filter((event) => isAbout(event, piece)),
      missing: await missingOf(read, piece),
      ...(await partsOf(read, piece)),
    };
  },

  listMissing: async (_, { read }) => ({ serials: await missingNow(read) }),

  listWarrantyRules: async (_, { read }) => ({ rules: await read.all(warrantyRules) }),
};

/** Whether something was done to a serial, or with it as a part. */
const isAbout = (event: ServiceEvent, { product, serial }: Piece): boolean =>
  (event.product === product && event.serial === serial) ||
  (event.partInProduct === product && event.partInSerial === serial) ||
  (event.partOutProduct === product && event.partOutSerial === serial);

const isSerial = "serial <> ''";
const inPlant = 'select 1 from balance b where b.unit_id = unit.id';

const ofSerials = {
  table: 'unit',
  rows: "t.serial <> ''",
  joins: 'join product p on p.id = t.product_id',
} as const;

/** How the list of serials is read. */
export const serialSource: IndexedSource<typeof serialList> = {
  ...ofSerials,
  rows: isSerial,
  list: serialList,
  async prepare({ read, reader: { db } }, { asOf = '', missing = [] }) {
    if (asOf.length === 0) return;
    await readPastGoods({ read, db }, 'serial', String(asOf));
    if (missing.length > 0) missingIds.set(db, await idsMissingThen(read, momentMeant(db, String(asOf))));
  },
  read: ({ read, reader: { db } }, ids, asOf) =>
    asOf === '' ? readSerials(db, ids) : pastSerials({ read, db }, { ids, serials: readSerials(db, ids), asOf }),
  async named({ read }, keys) {
    const found = await Promise.all(cellsOfKeys(unit, keys).map((one) => read.one(serialNamed, one)));
    return found.flatMap((serial) => serial?.id ?? []);
  },
  orders: {
    serial: { natural: { ...ofSerials, codes: ['t.serial', 'p.code'] } },
    product: { natural: { ...ofSerials, codes: ['p.code', 't.lot', 't.sublot', 't.serial'] } },
  },
  filters: {
    text: textFilter(
      inCodes(
        'unit',
        (holds) => `select id from unit where ${isSerial} and ${holds('serial')}`,
        (holds) => `select id from unit where ${isSerial} and ${holds('lot')}`,
      ),
    ),
    product: textFilter(
      inMasters(
        (holds) =>
          `select id from unit where product_id in (select id from product where ${holds('code')} or ${holds('name')}) and ${isSerial}`,
      ),
    ),
    lot: textFilter(
      inCodes(
        'unit',
        (holds) => `select id from unit where ${isSerial} and ${holds('lot')}`,
        (holds) => `select id from unit where ${isSerial} and ${holds('sublot')}`,
      ),
    ),
    asOf: (db) => pastGoods(db, 'serial').known,
    where(db, value, asOf) {
      const past = asOf === '' ? undefined : pastGoods(db, 'serial');
      const now = (isHere: string): number[] =>
        idsOf(db, `select id from unit where ${isSerial} and ${isHere} (${inPlant})`);
      return [
        ...(value.includes('plant') ? (past?.lying ?? now('exists')) : []),
        ...(value.includes('elsewhere') ? (past?.away ?? now('not exists')) : []),
      ];
    },
    status: (db, value, asOf) =>
      asOf === ''
        ? idsOf(
            db,
            `select u.id from balance b cross join unit u on u.id = b.unit_id
             where substr(b.status, 1, 1) in (select value from json_each(@letters)) and u.serial <> ''`,
            { letters: JSON.stringify(value) },
          )
        : pastGoods(db, 'serial').lyingIn([...value]),
    missing: (db, _value, asOf) =>
      asOf === ''
        ? idsOf(
            db,
            `select u.id from missing_serial m cross join product p on p.code = m.product
               cross join unit u on u.product_id = p.id and u.serial = m.serial
             where m.found_at is null and m.serial <> ''`,
          )
        : (missingIds.get(db) ?? []),
  },
};

/** The serials that were missing at a past moment, as of the question that is being answered. */
const missingIds = new WeakMap<Database, readonly number[]>();

const serialNamed = query((tables, { product, lot, sublot, serial }: Unit) =>
  tables
    .selectFrom('unit')
    .innerJoin('product', 'product.id', 'unit.product_id')
    .select('unit.id')
    .where('product.code', '=', product)
    .where('unit.lot', '=', lot)
    .where('unit.sublot', '=', sublot)
    .where('unit.serial', '=', serial),
);

type Row = Omit<ListedSerial, 'customer' | 'parent' | 'location' | 'status' | 'missing'> & {
  isMissing: 0 | 1;
  location: string | null;
  status: string | null;
  customer: string | null;
  parentId: number | null;
};
type ParentRow = Unit & { id: number };

/** The rows of some serials, in the order of their ids; where each is, is read for these alone. */
function readSerials(db: Database, ids: readonly number[]): ListedSerial[] {
  const rows = db.prepare<[string], Row>(selectRows).all(JSON.stringify(ids));
  const parents = new Map(
    db
      .prepare<[string], ParentRow>(selectParents)
      .all(JSON.stringify(rows.flatMap(({ parentId }) => parentId ?? [])))
      .map(({ id, ...unit }) => [id, unit]),
  );
  return rows.map(({ parentId, location, status, customer, isMissing, ...row }) => {
    const parent = parentId === null ? undefined : parents.get(parentId);
    return {
      ...row,
      location: location ?? '',
      status: status ?? '',
      customer: location === null && parent === undefined ? (customer ?? '') : '',
      parent: location === null ? (parent ?? null) : null,
      missing: isMissing === 1 ? 'missing' : '',
    };
  });
}

// A serial that lies nowhere is where its last movement took it: to a customer, or into what it was built into.
const selectRows = `
  select p.code as product, p.name as productName, u.lot, u.sublot, u.serial, b.location, b.status,
    (select q.code from movement m join partner q on q.id = m.partner_id
     where m.id = (select n.id from movement n where n.to_unit_id = u.id order by n.at desc, n.id desc limit 1) and m.kind = 'shipment') as customer,
    (select k.parent_unit_id from serial_link k where k.component_unit_id = u.id order by k.at desc, k.id desc limit 1) as parentId,
    exists (select 1 from missing_serial x where x.product = p.code and x.serial = u.serial and x.found_at is null) as "isMissing"
  from json_each(?) j cross join unit u on u.id = j.value join product p on p.id = u.product_id
    left join (select b.unit_id, l.code as location, b.status from balance b join place l on l.id = b.place_id) b on b.unit_id = u.id
  group by j.key order by j.key`;

const selectParents = `
  select u.id, p.code as product, u.lot, u.sublot, u.serial
  from json_each(?) j cross join unit u on u.id = j.value join product p on p.id = u.product_id`;
