import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';

/** So many of one table are told of. */
const most = 50;

/** The rows of a table in which a text is none: its bytes are not UTF-8. Only those beyond ASCII have to be looked at. */
export function brokenTexts(db: Database, table: string): number[] {
  const texts = db
    .prepare<[string], string>("select name from pragma_table_info(?) where lower(type) = 'text'")
    .pluck()
    .all(table)
    .filter((column) => /^[a-z_]+$/.test(column));
  if (texts.length === 0) return [];
  const beyondAscii = texts.map((column) => `"${column}" glob '*[^' || char(1) || '-' || char(127) || ']*'`);
  const rows = db.prepare<[], [id: number, bytes: Buffer]>(
    `select rowid, cast(concat(${texts.map((column) => `"${column}", ' '`).join(', ')}) as blob) from "${table}"
     where ${beyondAscii.join(' or ')}`,
  );
  const broken: number[] = [];
  for (const [id, bytes] of rows.raw().iterate()) {
    if (!isUtf8(bytes)) broken.push(id);
    if (broken.length === most) break;
  }
  return broken;
}
