import { sql } from 'kysely';
import type { Book } from '#main/ledger/book.ts';
import { keyText, type UnitKey } from '#main/ledger/keys.ts';
import type { Original } from '#main/ledger/reverse.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { loadUnits } from './loadFacts.ts';

type Asks = Pick<Read, 'all'>;

type Row = Omit<Original, 'fromUnit' | 'toUnit' | 'isReversal' | 'isReversed'> & {
  wanted: string | number;
  productId: number;
  fromLot: string;
  fromSublot: string;
  fromSerial: string;
  toLot: string;
  toSublot: string;
  toSerial: string;
  reversesId: number | null;
  reversedBy: number | null;
};

const columns = sql`m.id, m.at, m.kind, m.document, m.line, m.quantity, coalesce(f.code, '') as "from", coalesce(t.code, '') as "to",
    m.status_from as "statusFrom", m.status_to as "statusTo", coalesce(r.work_order, '') as "workOrder", coalesce(r.run, '') as run, m.equipment,
    coalesce(p.code, '') as partner, m.reverses_id as "reversesId",
    (select b.id from movement b where b.reverses_id = m.id) as "reversedBy", u.product_id as "productId", u.lot as "fromLot",
    u.sublot as "fromSublot", u.serial as "fromSerial", v.lot as "toLot", v.sublot as "toSublot", v.serial as "toSerial"`;
const joined = sql`join unit u on u.id = m.from_unit_id join unit v on v.id = m.to_unit_id
  left join place f on f.id = m.from_place_id left join place t on t.id = m.to_place_id
  left join run r on r.id = m.run_id left join partner p on p.id = m.partner_id`;

// The pieces of a range of serials follow each other.
const selectOfRows = query<{ keys: string }, Row>(
  (_, { keys }) => sql`with recursive piece (wanted, first, id) as (
    select j.value->>0, o.id, o.id from json_each(${keys}) j cross join movement o where o.external_id = j.value->>0
    union all select piece.wanted, piece.first, n.id from piece cross join movement n where n.id = piece.id + 1 and n.row_start = piece.first)
  select piece.wanted, ${columns} from piece cross join movement m ${joined} where m.id = piece.id order by m.id`,
);
const selectByIds = query<{ keys: string }, Row>(
  (_, { keys }) =>
    sql`select m.id as wanted, ${columns} from json_each(${keys}) j cross join movement m ${joined} where m.id = cast(j.value->>0 as bigint)`,
);

/** Loads every movement of imported rows by the rows' ids: one, or one for each serial of a range. */
export async function loadOriginalsOfRows(read: Asks, externalIds: readonly string[], book: Book): Promise<void> {
  const wanted = externalIds.filter((id) => book.originalsOfRow.want(id));
  for (const { key, original } of await complete(read, await askFor(read, selectOfRows, wanted.map(inList)), book)) {
    const known = book.originalsOfRow.get(key);
    if (known === undefined) book.originalsOfRow.set(key, [original]);
    else known.push(original);
  }
}

/** Loads movements by their numbers. */
export async function loadOriginals(read: Asks, ids: readonly number[], book: Book): Promise<void> {
  const wanted = ids.filter((id) => book.originals.want(String(id)));
  for (const { key, original } of await complete(read, await askFor(read, selectByIds, wanted.map(inList)), book))
    book.originals.set(key, original);
}

const inList = <T>(key: T): [T] => [key];

async function complete(read: Asks, rows: readonly Row[], book: Book): Promise<{ key: string; original: Original }[]> {
  const fromKey = (row: Row): UnitKey => [row.productId, row.fromLot, row.fromSublot, row.fromSerial];
  const toKey = (row: Row): UnitKey => [row.productId, row.toLot, row.toSublot, row.toSerial];
  await loadUnits(
    read,
    rows.flatMap((row) => [fromKey(row), toKey(row)]),
    book,
  );
  return rows.map((row) => {
    const [fromUnit, toUnit] = [book.units.get(keyText(fromKey(row))), book.units.get(keyText(toKey(row)))];
    if (fromUnit === undefined || toUnit === undefined) throw new Error(`no units of movement ${row.id}`);
    const original = {
      id: row.id,
      at: row.at,
      kind: row.kind,
      document: row.document,
      line: row.line,
      quantity: row.quantity,
      from: row.from,
      to: row.to,
      statusFrom: row.statusFrom,
      statusTo: row.statusTo,
      workOrder: row.workOrder,
      run: row.run,
      equipment: row.equipment,
      partner: row.partner,
      fromUnit,
      toUnit,
      isReversal: row.reversesId !== null,
      isReversed: row.reversedBy !== null,
    };
    return { key: String(row.wanted), original };
  });
}
