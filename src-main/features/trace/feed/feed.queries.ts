import type { Database } from 'better-sqlite3';
import { type MovementKind, movementKinds } from '#shared/movements/vocabulary.ts';
import { type NumberSlice, readNumbers } from './numbers.queries.ts';
import { notReversed, prepared, readByIds, readInSpans } from '../wanted.queries.ts';

/** Every unit registered after a node, in order of ids. */
export const readUnits = (db: Database, after: number) =>
  readNumbers(db, { table: 'unit', columns: { id: 'id', product: 'product_id', leaf: 'leaf' } }, after);

/** Every run registered after a node, in order of ids. */
export const readRuns = (db: Database, after: number) =>
  readNumbers(db, { table: 'run', columns: { id: 'id' } }, after);

/** A kind as its place in movementKinds. The store compares texts one after another: those that most rows have come first. */
const commonest: readonly MovementKind[] = ['consumption', 'output', 'shipment', 'put-away', 'transfer', 'receipt'];
const kindPlace = `case kind ${[...new Set([...commonest, ...movementKinds])]
  .map((kind) => `when '${kind}' then ${movementKinds.indexOf(kind)}`)
  .join(' ')} end`;
const journal = {
  /** As whatOf has it. */
  what: `(${kindPlace}) * 4 + (to_place_id is null) * 2 + (reverses_id is not null)`,
  target: 'to_unit_id',
  /** From target to source: mostly 0, which is read more quickly than an id. */
  shift: 'from_unit_id - to_unit_id',
  quantity: 'quantity',
  at: 'at',
  run: 'coalesce(run_id, 0)',
  partner: 'coalesce(partner_id, 0)',
};
export type JournalSlice = NumberSlice<keyof typeof journal>;

/** Every movement in order of posting, undone ones and those that undo among them. Run and partner are 0 for none. */
export const readJournal = (db: Database): Generator<JournalSlice> =>
  readNumbers(db, { table: 'movement', columns: journal });

/**
 * The orders that need the full rules: with serial links, with movements undone, or with rows with and
 * without a run. Orders with production returns are found while their rows are read.
 */
export function readTangledOrders(db: Database): Set<string> {
  const rows = prepared<{ workOrder: string }>(
    db,
    `select distinct work_order as workOrder from serial_link
      union select r.work_order from movement m cross join run r where m.reverses_id is not null and r.id = m.run_id
      union select blank.work_order from run blank where blank.run = ''
        and exists (select 1 from run named where named.work_order = blank.work_order and named.run > '')`,
  ).all();
  return new Set(rows.map((row) => row.workOrder));
}

export type NamingRow = { source: number; target: number; at: number };

const namingColumns = 'm.from_unit_id as source, m.to_unit_id as target, m.at';
/** Goods that get a name. What comes back under one loses it, and is no link. */
const isNaming = "m.from_unit_id <> m.to_unit_id and m.kind not in ('customer-return', 'production-return')";

/**
 * The condition that ids are above zero excludes nothing, but makes SQLite use the small index of movements with two
 * units.
 */
export const readNamings = (db: Database): NamingRow[] =>
  prepared<NamingRow>(
    db,
    `select ${namingColumns} from movement m where m.from_unit_id > 0 and ${isNaming} and ${notReversed}`,
  ).all();

/** How far an index has been fed. */
export type Marks = { node: number; movement: number; link: number };

export function readMarks(db: Database): Marks {
  const row = prepared<Marks>(
    db,
    `select max(coalesce((select id + leaf from unit order by id desc limit 1), 0), coalesce((select max(id) from run), 0)) as node,
      coalesce((select max(id) from movement), 0) as movement, coalesce((select max(id) from serial_link), 0) as link`,
  ).get();
  return row ?? { node: 0, movement: 0, link: 0 };
}

/** The marks of the store as it was after an entry, for an index of that time with so many nodes. */
export function readMarksAt(db: Database, seq: number, node: number): Marks {
  const body = prepared<{ body: string }>(db, 'select body from audit_entry where seq = ?').get(seq)?.body;
  // Written by the unit of work alone, and sealed.
  const movement =
    body === undefined ? 0 : (JSON.parse(body) as { journals: { movement: { last: number } } }).journals.movement.last;
  const link = prepared<{ last: number }>(
    db,
    "select coalesce(max(cast(record_key as integer)), 0) as last from record_version where record = 'serial_link' and entry_seq <= ?",
  ).get(seq)?.last;
  return { node, movement, link: link ?? 0 };
}

/** A movement posted since the index was fed, and when the movement it undoes happened; null for one that undoes none. */
export type PostedMovementRow = {
  id: number;
  at: number;
  kind: MovementKind;
  source: number;
  target: number;
  quantity: number;
  runId: number | null;
  partnerId: number | null;
  fromPlaceId: number | null;
  toPlaceId: number | null;
  statusFrom: string;
  statusTo: string;
  undoneAt: number | null;
};

/** Movements in order of posting. */
export const readPosted = (db: Database, after: number): PostedMovementRow[] =>
  prepared<PostedMovementRow>(
    db,
    `select m.id, m.at, m.kind, m.from_unit_id as source, m.to_unit_id as target, m.quantity, m.run_id as runId, m.partner_id as partnerId,
        m.from_place_id as fromPlaceId, m.to_place_id as toPlaceId, m.status_from as statusFrom, m.status_to as statusTo,
        (select undone.at from movement undone where undone.id = m.reverses_id) as undoneAt
      from movement m where m.id > ? order by m.id`,
  ).all(after);

/** Orders that got serial links since. */
export const readNewlyLinked = (db: Database, after: number): string[] =>
  prepared<{ workOrder: string }>(db, 'select distinct work_order as workOrder from serial_link where id > ?')
    .all(after)
    .map(({ workOrder }) => workOrder);

/** Of these runs, those whose orders need the full rules: see readTangledOrders. */
export function readTangledRuns(db: Database, runs: readonly number[]): Set<number> {
  const rows = readByIds<{ id: number }>(
    db,
    (list) => `select r.id from run r where r.id in ${list} and (
      exists (select 1 from serial_link l where l.work_order = r.work_order)
      or exists (select 1 from run other where other.work_order = r.work_order and (other.run = '') <> (r.run = ''))
      or exists (select 1 from movement m where m.run_id = r.id and m.kind = 'production-return')
      or exists (select 1 from movement m where m.run_id = r.id and m.reverses_id is not null))`,
    runs,
  );
  return new Set(rows.map((row) => row.id));
}

/** These units, and those that got names from their goods from these moments on, through any number of namings. */
export function readNamedAfter(db: Database, units: ReadonlyMap<number, number>): number[] {
  const known = new Set(units.keys());
  // One moment for all: to look at too many does no harm.
  const span = { since: Math.min(...units.values()), until: Number.POSITIVE_INFINITY };
  for (let frontier = [...known]; frontier.length > 0; ) {
    const rows = readInSpans<{ id: number }>(
      db,
      (wanted) => `with wanted (id, since, until) as ${wanted}
        select distinct m.to_unit_id as id from wanted w cross join movement m
          where m.from_unit_id = w.id and m.from_unit_id <> m.to_unit_id and m.at >= w.since and m.at <= w.until`,
      frontier.map((id) => ({ id, ...span })),
    );
    frontier = rows.map((row) => row.id).filter((id) => !known.has(id));
    for (const id of frontier) known.add(id);
  }
  return [...known];
}
