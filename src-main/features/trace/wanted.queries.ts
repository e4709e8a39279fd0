import type { Database, Statement } from 'better-sqlite3';

/** A unit a question is about, and the span of moments (both ends included) in which its movements count. */
export type Span = { id: number; since: number; until: number };

/** SQL for a list of so many records: `places` stands for them, as `(?, ?)` or `(values (?, ?, ?), …)`. */
export type SqlFor = (places: string) => string;

/** A wide answer asks for hundreds of records at once, a narrow one for few: one statement is prepared for each size. */
const sizes = [1, 8, 64, 512];

/** Leaves out movements that were undone, and those that undo. `m` is the movement. */
export const notReversed = 'm.reverses_id is null and not exists (select 1 from movement undone where undone.reverses_id = m.id)';

/** Reads rows for any number of ids; `sql` gets a list for `in`. The rows come in no promised order. */
export function readByIds<Row>(db: Database, sql: SqlFor, ids: readonly number[]): Row[] {
  return readInSlices(db, (size) => sql(`(${repeat('?', size)})`), inOrder(ids, (id) => id), (id) => [id], [null]);
}

/** Reads rows for units and their spans; `sql` gets the rows of a table expression with id, since and until. */
export function readInSpans<Row>(db: Database, sql: SqlFor, spans: readonly Span[], options: { exact?: boolean } = {}): Row[] {
  return readInSlices(
    db,
    (size) => sql(`(values ${repeat('(?, ?, ?)', size)})`),
    inOrder(spans, (span) => span.id),
    (span) => [span.id, span.since, span.until],
    [null, null, null],
    options,
  );
}

/** Rows lie in about the order of their ids, so that a wide answer read in this order finds most of them in the cache. */
const inOrder = <Item>(items: readonly Item[], idOf: (item: Item) => number): readonly Item[] =>
  items.length < 2 ? items : [...items].sort((a, b) => idOf(a) - idOf(b));

function readInSlices<Row, Item>(
  db: Database,
  sqlOfSize: (size: number) => string,
  items: readonly Item[],
  bind: (item: Item) => (number | null)[],
  blank: null[],
  { exact = false }: { exact?: boolean } = {},
): Row[] {
  const slices: Row[][] = [];
  for (let first = 0; first < items.length; ) {
    const size = sizes.find((fitting) => fitting >= items.length - first) ?? 512;
    const slice = items.slice(first, first + size);
    const binds = slice.flatMap(bind);
    for (let open = slice.length; open < size; open += 1) binds.push(...blank);
    slices.push(prepared<Row>(db, sqlOfSize(size), exact).all(...binds));
    first += size;
  }
  return slices.length === 1 ? (slices[0] ?? []) : slices.flat();
}

const repeat = (text: string, times: number): string => Array.from({ length: times }, () => text).join(', ');

const statements = new WeakMap<Database, Map<string, Statement<unknown[]>>>();

/** A statement prepared once for each connection. With `exact`, whole numbers come as bigint. */
export function prepared<Row>(db: Database, sql: string, exact = false): Statement<unknown[], Row> {
  const known = statements.get(db) ?? new Map<string, Statement<unknown[]>>();
  statements.set(db, known);
  const key = exact ? `exact ${sql}` : sql;
  const statement = known.get(key) ?? db.prepare<unknown[]>(sql).safeIntegers(exact);
  known.set(key, statement);
  // The row's shape is what the SQL selects; the driver cannot know it.
  return statement as Statement<unknown[], Row>;
}
