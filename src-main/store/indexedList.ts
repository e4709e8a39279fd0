import type { Database } from 'better-sqlite3';
import type { Moment } from '#shared/kernel/dates.ts';
import type { List, RowOf } from '#shared/kernel/defineList.ts';
import { both, idsDown, idsOfOrder, type IdSet, idsUp, setOf } from './idSets.ts';
import { idsInOrder, type NaturalOrder, prepareOrder } from './naturalOrder.ts';
import type { ListedTable } from './rowState.ts';
import { storeOf } from './storeOf.ts';
import type { Read } from './views.ts';

/**
 * Rows that stand together in a list sorted one way: some of a table in the order of an index, ids in the order of
 * their codes or in their own.
 */
export type Span =
  | { where: string; parameters?: readonly unknown[]; keys: readonly string[] }
  | { ids: Uint32Array }
  | { blank: string }
  | { newest: true };

/**
 * A way to sort: by codes, with a condition for those rows that have none; by what is counted of all rows; or its spans
 * going up, and the order of a few rows (`t`) that were found by other means, where "±" is its direction.
 */
export type Order =
  | { natural: NaturalOrder; blank?: string }
  | { counted: string }
  | { spans: (db: Database, question: Question) => readonly Span[]; few: string };

/** Answers the ids that fit a filter's value, in any order, some perhaps twice; `asOf` is the past moment that is asked, "" for now. */
type Find = (db: Database, value: string | readonly string[], asOf: string) => Iterable<number>;

/** Rows of a table as a list, and how it is sorted and filtered. */
export type ListTable = {
  table: ListedTable;
  /** Which rows of the table are in the list, as a condition; "true" for all of them. A row once in it stays. */
  rows: string;
  /** How all of them are found at first, where that is quicker than by the condition. */
  all?: string;
  /** What the order of a few rows needs beside the table, which is `t` in it. */
  joins: string;
  orders: Readonly<Record<string, Order>>;
  filters: Readonly<Record<string, Find>>;
};

/**
 * How a list of up to millions of rows is read: ids first, sorted along indexes and filtered by sets of ids, then the
 * rows of a page alone.
 */
export type IndexedSource<L extends List> = ListTable & {
  list: L;
  orders: Readonly<Record<L['sorts'][number], Order>>;
  filters: Readonly<Record<'text' | (keyof L['filters'] & string), Find>>;
  /** Reads what filters need at hand beside the tables. */
  prepare?: (asking: ListAsking, question: Question) => Promise<void>;
  /** The rows of some ids, in the order of these. */
  read: (asking: ListAsking, ids: readonly number[], asOf: string) => RowOf<L>[] | Promise<RowOf<L>[]>;
  /** The ids of rows by their keys. */
  named: (asking: ListAsking, keys: readonly string[]) => Promise<number[]>;
};

export type Question = Readonly<Record<string, string | readonly string[]>>;

/** Who asks a list: a view of the store, and the site's clock. */
export type ListAsking = { read: Read; reader: { db: Database }; now: Moment; offsetMinutes: number };

/** Up to so many matches are sorted as rows; more are met by going along the index of the sort. */
export const mostSortedUsually = 20_000;

/** One page of a list: how many rows fit, and the ids of the page's in their order. */
export function listPage(
  db: Database,
  source: ListTable,
  question: Question & { sort: string },
  page: { offset: number; limit: number },
  mostSorted = mostSortedUsually,
): { total: number; ids: readonly number[] } {
  const fits = fitting(db, source, question);
  const total = fits?.count ?? allRows(db, source).count;
  if (fits !== undefined && fits.count <= mostSorted) {
    return { total, ids: sortedFew(db, source, question, fits).slice(page.offset, page.offset + page.limit) };
  }
  // Far down in what was filtered, the whole order is worth keeping: the pages around it are asked for next.
  if (fits !== undefined && page.offset > mostSorted) {
    const whole = memo(db, JSON.stringify(['whole', source.table, question]), () =>
      listIds(db, source, question, mostSorted),
    );
    return { total, ids: whole.slice(page.offset, page.offset + page.limit) };
  }
  const ids: number[] = [];
  let skip = page.offset;
  const sizes = memo(db, JSON.stringify(['sizes', source.table, question]), () => new Map<number, number>());
  for (const [index, span] of spansOf(db, source, question).entries()) {
    if (ids.length === page.limit) break;
    if (skip > 0) {
      const size = sizes.get(index) ?? sizeOf(db, source, span, fits);
      sizes.set(index, size);
      if (skip >= size) {
        skip -= size;
        continue;
      }
    }
    for (const id of readSpan(db, source, span, fits, { skip, limit: page.limit - ids.length })) ids.push(id);
    skip = 0;
  }
  return { total, ids };
}

/** Sorts by codes what was not sorted yet, between other calls; comes before a question to a long list. */
export async function prepareSort(db: Database, { orders }: ListTable, { sort }: { sort: string }): Promise<void> {
  const order = orders[sort.replace(/^-/, '')];
  if (order !== undefined && 'natural' in order) await prepareOrder(db, order.natural);
}

/** The ids of the whole list in its order. */
export function listIds(
  db: Database,
  source: ListTable,
  question: Question & { sort: string },
  mostSorted = mostSortedUsually,
): readonly number[] {
  const fits = fitting(db, source, question);
  if (fits !== undefined && fits.count <= mostSorted) return sortedFew(db, source, question, fits);
  return spansOf(db, source, question).flatMap((span) => {
    const ids = readSpan(db, source, span, undefined, everything);
    return fits === undefined ? ids : ids.filter((id) => fits.has[id] === 1);
  });
}

/** Some rows by their ids, in the order of the list. */
export const idsAmong = (
  db: Database,
  source: ListTable,
  question: Question & { sort: string },
  ids: readonly number[],
): readonly number[] => sorted(db, source, question, setOf(lastId(db, source), ids));

/** The past moment that a list is asked as of; "" for now. */
export const asOfIn = ({ asOf = '' }: Question): string => String(asOf);

/** What all filters let through together; undefined when nothing is filtered. */
function fitting(db: Database, source: ListTable, question: Question): IdSet | undefined {
  const asked = Object.entries(source.filters).filter(([name]) => (question[name]?.length ?? 0) > 0);
  if (asked.length === 0) return undefined;
  const asOf = asOfIn(question);
  const keyOf = (...parts: unknown[]): string => JSON.stringify(['fits', source.table, ...parts]);
  return memo(db, keyOf(asked.map(([name]) => [name, question[name]])), () => {
    const sets = asked.map(([name, find]) => {
      const value = question[name] ?? '';
      return memo(db, keyOf(name, value, asOf), () => setOf(lastId(db, source), find(db, value, asOf)));
    });
    return (source.rows === 'true' ? sets : [allRows(db, source), ...sets]).reduce(both);
  });
}

type Rows = IdSet & { last: number };
const known = new WeakMap<object, Map<string, Rows>>();

/** Every row of the list, kept for a store: rows are only added, so those that came since are looked at alone. */
function allRows(db: Database, source: ListTable): IdSet {
  const { table, rows, all: first } = source;
  const last = lastId(db, source);
  const ofStore = known.get(storeOf(db)) ?? new Map<string, Rows>();
  known.set(storeOf(db), ofStore);
  const before = ofStore.get(`${table} ${rows}`);
  if (before?.last === last) return before;
  // What another connection read may be of a later state than this one sees.
  const since = before !== undefined && before.last < last ? before : undefined;
  const has = new Uint8Array(last + 1);
  if (since !== undefined) has.set(since.has);
  let count = since?.count ?? 0;
  // Where no id is missing, none has to be read.
  if (rows === 'true' && read(db, `select count(*) from ${table}`)[0] === last) {
    has.fill(1, 1);
    count = last;
  } else {
    const found =
      since === undefined && first !== undefined
        ? read(db, first)
        : read(db, `select id from ${table} where id > ? and ${rows}`, since?.last ?? 0);
    for (const id of found) {
      has[id] = 1;
      count += 1;
    }
  }
  const all = { has, count, last };
  if (before === undefined || before.last < last) ofStore.set(`${table} ${rows}`, all);
  return all;
}

const lastId = (db: Database, { table }: ListTable): number =>
  read(db, `select coalesce(max(id), 0) from ${table}`)[0] ?? 0;

/** The spans of a sort, blanks last whichever way it goes. */
function spansOf(db: Database, { orders }: ListTable, question: Question & { sort: string }): readonly Span[] {
  const { sort } = question;
  const order = orders[sort.replace(/^-/, '')];
  if (order === undefined) return [{ newest: true }];
  if ('natural' in order) {
    const ids = idsInOrder(db, order.natural);
    const inOrder = { ids: sort.startsWith('-') ? ids.toReversed() : ids };
    return order.blank === undefined ? [inOrder] : [inOrder, { blank: order.blank }];
  }
  if ('counted' in order) {
    const ids = memo(db, `counted ${order.counted}`, () => Uint32Array.from(read(db, order.counted)));
    return [{ ids: sort.startsWith('-') ? ids.toReversed() : ids }];
  }
  const spans = order.spans(db, question);
  if (!sort.startsWith('-')) return spans;
  const down = spans.flatMap((span) =>
    'where' in span ? [{ ...span, keys: span.keys.map((key) => `${key} desc`) }] : [],
  );
  return [...down.toReversed(), ...spans.filter((span) => !('where' in span))];
}

function sizeOf(db: Database, source: ListTable, span: Span, fits: IdSet | undefined): number {
  if ('ids' in span) return fits === undefined ? span.ids.length : idsOfOrder(span.ids, fits, everything).length;
  if (!('where' in span))
    return (fits === undefined ? rowsOf(db, source, span) : both(rowsOf(db, source, span), fits)).count;
  return (
    read(
      db,
      `select count(*) from ${source.table} where ${span.where}${probe(db, fits ?? listed(db, source))}`,
      ...(span.parameters ?? []),
    )[0] ?? 0
  );
}

function readSpan(
  db: Database,
  source: ListTable,
  span: Span,
  fits: IdSet | undefined,
  { skip, limit }: { skip: number; limit: number },
): number[] {
  if ('ids' in span) return idsOfOrder(span.ids, fits, { skip, limit });
  if (!('where' in span)) {
    const { has } = rowsOf(db, source, span);
    return 'newest' in span ? idsDown(has, fits, skip, limit) : idsUp(has, fits, skip, limit);
  }
  const sql = `select id from ${source.table} where ${span.where}${probe(db, fits ?? listed(db, source))} order by ${span.keys.join(', ')} limit ? offset ?`;
  return read(db, sql, ...(span.parameters ?? []), limit, skip);
}

/** The rows of a list that are not all of its table. */
const listed = (db: Database, source: ListTable): IdSet | undefined =>
  source.rows === 'true' ? undefined : allRows(db, source);

/** The rows of a span that has no order but its ids'. */
const rowsOf = (db: Database, source: ListTable, span: { blank: string } | { newest: true }): IdSet =>
  'newest' in span
    ? allRows(db, source)
    : memo(db, `blank ${source.table} ${span.blank}`, () => {
        const all = allRows(db, source);
        const has = all.has.slice();
        let { count } = all;
        for (const id of read(db, `select id from ${source.table} where not (${span.blank})`)) {
          count -= has[id] ?? 0;
          has[id] = 0;
        }
        return { has, count };
      });

const everything = { skip: 0, limit: Number.MAX_SAFE_INTEGER };

const sortedFew = (db: Database, source: ListTable, question: Question & { sort: string }, fits: IdSet): number[] =>
  memo(db, JSON.stringify(['few', source.table, question]), () => sorted(db, source, question, fits));

function sorted(db: Database, source: ListTable, question: Question & { sort: string }, fits: IdSet): number[] {
  const by = source.orders[question.sort.replace(/^-/, '')];
  if (by !== undefined && !('few' in by))
    return spansOf(db, source, question).flatMap((span) => readSpan(db, source, span, fits, everything));
  const ids = idsUp(fits.has, undefined, 0, fits.count);
  const few = by?.few ?? 't.id desc';
  const order = few.replaceAll('±', question.sort.startsWith('-') ? 'desc' : 'asc');
  return read(
    db,
    `select t.id from json_each(?) j cross join ${source.table} t on t.id = j.value ${source.joins} order by ${order}`,
    JSON.stringify(ids),
  );
}

const read = (db: Database, sql: string, ...parameters: unknown[]): number[] =>
  db
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...parameters);

const probed = new WeakMap<Database, { set: Uint8Array }>();

/** The part of a condition that asks a set: an index of the sort alone can be gone along then, without a look at the rows. */
function probe(db: Database, fits: IdSet | undefined): string {
  if (fits === undefined) return '';
  const known = probed.get(db);
  if (known !== undefined) known.set = fits.has;
  else {
    const asked = { set: fits.has };
    probed.set(db, asked);
    db.function('list_fits', (id) => asked.set[Number(id)] ?? 0);
  }
  return ' and list_fits(id)';
}

/** What was found out about the store as it stands; the next entry of the audit chain makes all of it outdated. */
type Memo = { seq: number; found: Map<string, unknown> };
const memos = new WeakMap<Database, Memo>();
/** A set takes a byte a row, a whole order eight. */
const mostKept = 16;

export function memo<T>(db: Database, key: string, make: () => T): T {
  const seq = read(db, 'select seq from head where id = 1')[0] ?? 0;
  let known = memos.get(db);
  if (known === undefined || known.seq !== seq) {
    known = { seq, found: new Map() };
    memos.set(db, known);
  }
  const { found } = known;
  // A key says what it stands for, so what stands under it is of its type.
  const value = found.has(key) ? (found.get(key) as T) : make();
  found.delete(key);
  found.set(key, value);
  for (const oldest of found.keys()) {
    if (found.size <= mostKept) break;
    found.delete(oldest);
  }
  return value;
}
