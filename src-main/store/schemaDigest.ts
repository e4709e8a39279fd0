import type { Database as Handle } from 'better-sqlite3';
import { hex, sha256 } from './chain.ts';

/** What the tables, indexes and triggers of each schema version come to; a test keeps it in step. */
export const schemaDigests: Readonly<Record<number, string>> = {
  1: 'f0f6cd316a598b39fd63a5f89afe32ce059ee354c2de63d7f0379a864e5fee59',
  2: '7c889e56b98a45413189d4812a4a37b0323e826e078b863eda9083a1f4813815',
  3: 'b571e4bb0cebd2e143541f4744efae5c080d401b28562cf5e4041d63f77b1c37',
  4: '9a32a4ab1924f74eebe869d4b9cb942476c8b3fe478d1db2d63d3d31ea8c090c',
};

/** The schema this program works with: the number of its migrations. */
export const schemaVersion = Math.max(...Object.keys(schemaDigests).map(Number));

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
