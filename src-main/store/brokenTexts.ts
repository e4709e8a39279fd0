import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';

/** So many of one table are told of. */
const most = 50;

const nothing = Buffer.alloc(0);
/** So many rows are looked at together. */
const rowsPerLook = 1_000;

/**
 * The rows of a table in which a text is none: its bytes are not UTF-8. What is no text stays none beside others, so that
 * rows are looked at one by one only where many together are no text.
 */
export function brokenTexts(db: Database, table: string): number[] {
  const texts = db
    .prepare<[string], string>("select name from pragma_table_info(?) where lower(type) = 'text'")
    .pluck()
    .all(table)
    .filter((column) => /^[a-z_]+$/.test(column));
  if (texts.length === 0) return [];
  const rows = `select rowid as id, concat(${texts.map((column) => `"${column}", ' '`).join(', ')}) as said
    from "${table}" where rowid > ? order by rowid limit ${rowsPerLook}`;
  const together = db
    .prepare<[bigint], [last: bigint | null, said: Buffer | null]>(
      `select max(id), cast(group_concat(said, ' ') as blob) from (${rows})`,
    )
    .raw()
    .safeIntegers();
  const each = db
    .prepare<[bigint], [id: bigint, said: Buffer]>(`select id, cast(said as blob) from (${rows})`)
    .raw()
    .safeIntegers();
  const broken: number[] = [];
  // A number in a file that was tampered with may be any.
  for (let after: bigint | null = -(2n ** 63n); after !== null && broken.length < most; ) {
    const start: bigint = after;
    const look = together.get(start);
    if (!isUtf8(look?.[1] ?? nothing))
      for (const [id, said] of each.all(start)) if (!isUtf8(said)) broken.push(Number(id));
    const last = look?.[0] ?? null;
    // In a damaged tree rows come out of order: what does not go on would go round for ever, and the pages tell of it.
    after = last !== null && last > start ? last : null;
  }
  return broken.slice(0, most);
}
