import { sql } from 'kysely';
import type { Book } from '#main/ledger/book.ts';
import type { Move, UnitFacts } from '#main/ledger/facts.ts';
import type { Keys, SerialNamed } from '#main/ledger/gather.ts';
import { keyOfUnit, keyText, type RunKey, type UnitKey } from '#main/ledger/keys.ts';
import { serialStateOf } from '#main/ledger/serialState.ts';
import { askFor } from '#main/store/askFor.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import { historiesOf } from './histories.ts';

type Asks = Pick<Read, 'all'>;

/** Loads into a book what some movements may need and it does not know yet: a few questions, however many there are. */
export async function loadFacts(read: Asks, keys: Keys, book: Book): Promise<void> {
  await loadUnits(read, [...keys.units, ...(await lotsOfReturned(read, keys.returned))], book);
  await loadSerials(read, keys.serials, book);
  await loadRuns(read, keys.runs, book);
  await loadMoves(read, keys.dated, book);
}

type UnitRow = Omit<UnitFacts, 'leaf'> & {
  leaf: number;
  placeId: number | null;
  status: string | null;
  quantity: number | null;
};

/** Units with all they hold; a row for each line, or one without a line. */
const selectUnits = query<{ keys: string }, UnitRow>(
  (_, { keys }) => sql`select u.id, u.product_id as "productId", p.code as product, u.lot, u.sublot, u.serial, u.leaf,
    b.place_id as "placeId", b.status, b.quantity
  from json_each(${keys}) j cross join unit u cross join product p left join balance b on b.unit_id = u.id
  where u.product_id = cast(j.value->>0 as bigint) and u.lot = j.value->>1 and u.sublot = j.value->>2 and u.serial = j.value->>3
    and p.id = u.product_id`,
);

/** Loads units by their names. */
export async function loadUnits(read: Asks, units: readonly UnitKey[], book: Book): Promise<void> {
  const wanted = units.filter((unit) => book.units.want(keyText(unit)));
  for (const row of await askFor(read, selectUnits, wanted)) {
    const lines = book.lines.get(row.id) ?? noteUnit(book, row);
    const { placeId, status, quantity } = row;
    if (placeId !== null && status !== null && quantity !== null) lines.push({ placeId, status, quantity });
  }
}

function noteUnit(book: Book, { id, productId, product, lot, sublot, serial, leaf }: UnitRow) {
  const unit: UnitFacts = { id, productId, product, lot, sublot, serial, leaf: leaf === 1 };
  book.units.set(keyOfUnit(unit), unit);
  const lines: ReturnType<typeof book.lines.get> = [];
  book.lines.set(id, lines);
  return lines;
}

type UnitName = Pick<UnitFacts, 'productId' | 'lot' | 'sublot' | 'serial'>;

const selectLotsOfSerials = query<{ keys: string }, UnitName>(
  (_, { keys }) => sql`select u.product_id as "productId", u.lot, u.sublot, u.serial
  from json_each(${keys}) j cross join unit u
  where u.serial = j.value->>1 and u.serial <> '' and u.product_id = cast(j.value->>0 as bigint)`,
);

/** A serial that comes back goes to a lot it was named with: the units of those lots, with and without the serial. */
async function lotsOfReturned(read: Asks, returned: readonly SerialNamed[]): Promise<UnitKey[]> {
  const keys = returned.map(({ product, serial }) => [product.id, serial] as const);
  return (await askFor(read, selectLotsOfSerials, keys)).flatMap(({ productId, lot, sublot, serial }): UnitKey[] => [
    [productId, lot, sublot, serial],
    [productId, lot, sublot, ''],
  ]);
}

async function loadSerials(read: Asks, serials: readonly SerialNamed[], book: Book): Promise<void> {
  const wanted = serials.filter(({ product, serial }) => book.serials.want(keyText([product.id, serial])));
  for (const { product, serial, history } of await historiesOf(read, wanted))
    book.serials.set(keyText([product.id, serial]), serialStateOf(product, history));
}

const selectRuns = query<{ keys: string }, { id: number; workOrder: string; run: string }>(
  (_, { keys }) => sql`select r.id, r.work_order as "workOrder", r.run from json_each(${keys}) j cross join run r
  where r.work_order = j.value->>0 and r.run = j.value->>1`,
);

async function loadRuns(read: Asks, runs: readonly RunKey[], book: Book): Promise<void> {
  const wanted = runs.filter((run) => book.runs.want(keyText(run)));
  for (const { id, workOrder, run } of await askFor(read, selectRuns, wanted))
    book.runs.set(keyText([workOrder, run]), id);
}

type UnitMove = Move & { unitId: number };

const moveColumns = sql`m.at, m.from_unit_id as "fromUnitId", m.to_unit_id as "toUnitId", m.from_place_id as "fromPlaceId",
  m.to_place_id as "toPlaceId", m.status_from as "statusFrom", m.status_to as "statusTo", m.quantity`;
const selectArrivals = query<{ keys: string }, UnitMove>(
  (_, { keys }) => sql`select m.to_unit_id as "unitId", ${moveColumns} from json_each(${keys}) j cross join movement m
  where m.to_unit_id = cast(j.value->>0 as bigint)`,
);
const selectDepartures = query<{ keys: string }, UnitMove>(
  (_, { keys }) => sql`select m.from_unit_id as "unitId", ${moveColumns} from json_each(${keys}) j cross join movement m
  where m.from_unit_id = cast(j.value->>0 as bigint) and m.from_unit_id <> m.to_unit_id`,
);

/** Every movement of some units, up to the last that was written. */
async function loadMoves(read: Asks, dated: readonly UnitKey[], book: Book): Promise<void> {
  const units = dated
    .filter((unit) => book.moves.want(keyText(unit)))
    .flatMap((unit) => book.units.get(keyText(unit)) ?? []);
  const keys = new Map(units.map((unit) => [unit.id, keyOfUnit(unit)]));
  const ids = units.map(({ id }) => [id]);
  for (const select of [selectArrivals, selectDepartures])
    for (const { unitId, ...move } of await askFor(read, select, ids)) {
      const key = keys.get(unitId) ?? '';
      const known = book.moves.get(key);
      if (known === undefined) book.moves.set(key, [move]);
      else known.push(move);
    }
}
