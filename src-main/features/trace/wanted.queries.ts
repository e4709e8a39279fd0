import type { Database, Statement } from 'better-sqlite3';
import { prepared } from '#main/store/statements.ts';

export { prepared };

/** A unit a question is about, and the span of moments (both ends included) in which its movements count. */
export type Span = { id: number; since: number; until: number };

/** SQL for a list of so many records: `places` is their placeholder, as `(?, ?)` or `(values (?, ?, ?), …)`. */
export type SqlFor = (places: string) => string;

/** A wide answer needs hundreds of records at once, a narrow one few: one statement is prepared for each size. */
const largestSize = 512;
const sizes = [1, 8, 64, largestSize];

/** Leaves out movements that were undone, and those that undo. `m` is the movement. */
export const notReversed =
  'm.reverses_id is null and not exists (select 1 from movement undone where undone.reverses_id = m.id)';

/** Reads rows for any number of ids, or codes; `sql` gets a list for `in`. The rows come in no promised order. */
export function readByIds<Row>(db: Database, sql: SqlFor, keys: readonly (number | string)[]): Row[] {
  const inOrder = keys.length < 2 ? keys : keys.toSorted((a, b) => (a < b ? -1 : 1));
  return readInSlices(db, {
    sql: (size) => sql(`(${repeat('?', size)})`),
    items: inOrder,
    bind: (key) => [key],
    blank: [null],
  });
}

/** Reads rows for units and their spans; `sql` gets the rows of a table expression with id, since and until. */
export function readInSpans<Row>(db: Database, sql: SqlFor, spans: readonly Span[]): Row[] {
  return readInSlices(db, {
    sql: (size) => sql(`(values ${repeat('(?, ?, ?)', size)})`),
    items: spans.length < 2 ? spans : spans.toSorted((a, b) => a.id - b.id),
    bind: ({ id, since, until }) => [id, since, until],
    blank: [null, null, null],
  });
}

type Reading<Item> = {
  sql: (size: number) => string;
  /** In order of their ids: rows lie in about that order, so a wide answer finds most of them in the cache. */
  items: readonly Item[];
  bind: (item: Item) => (number | string | null)[];
  blank: null[];
};

function readInSlices<Row, Item>(db: Database, { sql, items, bind, blank }: Reading<Item>): Row[] {
  const slices: Row[][] = [];
  const ready = new Map<number, Statement<unknown[], Row>>();
  for (let first = 0; first < items.length; ) {
    const size = sizes.find((fitting) => fitting >= items.length - first) ?? largestSize;
    const statement = ready.get(size) ?? prepared<Row>(db, sql(size));
    ready.set(size, statement);
    const slice = items.slice(first, first + size);
    const binds = slice.flatMap(bind);
    for (let open = slice.length; open < size; open += 1) binds.push(...blank);
    slices.push(statement.all(...binds));
    first += size;
  }
  return slices.length === 1 ? (slices[0] ?? []) : slices.flat();
}

const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join(', ');
