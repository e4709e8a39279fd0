import type { Database } from 'better-sqlite3';

/** The numbers of one slice of rows, column by column; good until the next slice is read. */
export type NumberSlice<Name extends string> = { readonly rows: number } & Readonly<Record<Name, Float64Array>>;

/** What to read: SQL for each column, never null, of whole numbers within 2^53; `where` narrows the rows down. */
export type NumberColumns<Name extends string> = {
  table: 'movement' | 'balance' | 'unit' | 'run';
  columns: Record<Name, string>;
  where?: string;
};

const sliceRows = 8_192;
const nothing = new Uint8Array(0);
const minus = 45;
const zero = 48;
/** So many digits fit 32 bits, which are added up several times as fast as larger numbers. */
const quickDigits = 9;

/**
 * Reads numbers of every row whose id is above `after`, in order of the ids. Passing a row through the driver takes
 * several times as long as SQLite needs to find it; so SQLite joins each column of a slice of rows into one text, and
 * the numbers are parsed from the texts.
 */
export function* readNumbers<Name extends string>(
  db: Database,
  { table, columns, where = 'true' }: NumberColumns<Name>,
  after = 0,
): Generator<NumberSlice<Name>> {
  // The keys of a literal are those of its type.
  const names = Object.keys(columns) as Name[];
  const texts = names.map((name) => `cast(group_concat(${columns[name]}) || ',' as blob)`).join(', ');
  // An index would give the rows in its own order.
  const sql = `select count(*), ${texts} from ${table} not indexed where id > ? and id <= ? and (${where})`;
  const slices = db.prepare<[number, number], [number, ...(Uint8Array | null)[]]>(sql).raw();
  const ends = db.prepare<[number], { next: number | null; last: number | null }>(
    `select min(id) as next, max(id) as last from ${table} where id > ?`,
  );
  const last = ends.get(after)?.last ?? 0;
  const room = names.map((name) => [name, new Float64Array(sliceRows)] as const);
  // As above: every name has its column.
  const byName = Object.fromEntries(room) as Record<Name, Float64Array>;
  for (let first = after; first < last; first += sliceRows) {
    const [rows, ...found] = slices.get(first, first + sliceRows) ?? [0];
    room.forEach(([name, numbers], column) => {
      const read = parseNumbers(found[column] ?? nothing, numbers);
      if (read !== rows) throw new Error(`${table}: ${read} numbers of ${name} in ${rows} rows`);
    });
    if (rows > 0) yield { rows, ...byName };
    // Ids may be far apart in a file that others wrote.
    else first = Math.max(first, (ends.get(first + sliceRows)?.next ?? last) - 1 - sliceRows);
  }
}

/** Reads whole numbers out of ASCII, a comma behind each of them; returns how many. */
function parseNumbers(text: Uint8Array, numbers: Float64Array): number {
  let count = 0;
  for (let place = 0; place < text.length; ) {
    const isLess = text[place] === minus;
    if (isLess) place += 1;
    let low = 0;
    let code = text[place++]!;
    for (const end = place + quickDigits; code >= zero && place < end; code = text[place++]!)
      low = (low * 10 + code - zero) | 0;
    let number = low;
    for (; code >= zero; code = text[place++]!) number = number * 10 + (code - zero);
    numbers[count++] = isLess ? -number : number;
  }
  return count;
}
