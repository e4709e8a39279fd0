import type { Database as Handle } from 'better-sqlite3';
import { hex, sha256 } from './chain.ts';
import { migrations } from './migrations/index.ts';

/** What the tables, indexes and triggers of each schema version come to, as its migration says; a test keeps it in step. */
export const schemaDigests: Readonly<Record<number, string>> = Object.fromEntries(
  migrations.map(({ schema }, index) => [index + 1, schema]),
);

/** The schema this program works with: the number of its migrations. */
export const schemaVersion = migrations.length;

/** Digest over every table, index and trigger as SQLite keeps them, but for the tables it keeps for itself. */
export function schemaDigest(db: Handle): string {
  const rows = db
    .prepare<[], string>(
      "select type || char(31) || name || char(31) || coalesce(sql, '') from sqlite_schema where name not in ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4') order by type, name",
    )
    .pluck()
    .all();
  return hex(sha256(rows.join('\u001e')));
}
