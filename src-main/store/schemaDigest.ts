import type { Database as Handle } from 'better-sqlite3';
import { hex, sha256 } from './chain.ts';
import { migrations } from './migrations/index.ts';

/**
 * The digest of the tables, indexes and triggers of each schema version, taken from its migration; a test keeps it in
 * step.
 */
export const schemaDigests: Readonly<Record<number, string>> = Object.fromEntries(
  migrations.map(({ schema }, index) => [index + 1, schema]),
);

/** The schema this program works with: the number of its migrations. */
export const schemaVersion = migrations.length;

/** The tables SQLite makes for itself, as it makes them: they come and go with its use. */
const ofSqlite: readonly string[] = [
  'CREATE TABLE sqlite_sequence(name,seq)',
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
];

/** Digest over every table, index, view and trigger as SQLite keeps them, but for the tables it makes for itself. */
export function schemaDigest(db: Handle): string {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "select type, name, coalesce(sql, '') as sql from sqlite_schema order by type, name",
    )
    .all()
    .filter(({ type, name, sql }) => !(type === 'table' && ofSqlite.includes(sql) && sql.includes(` ${name}(`)));
  return hex(sha256(rows.map(({ type, name, sql }) => [type, name, sql].join('\u001f')).join('\u001e')));
}

/** Whether a store has the schema its version had, by the migrations it had. */
export function isOwnSchema(db: Handle): boolean {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (schemaDigest(db) !== schemaDigests[version]) return false;
  const done = db.prepare<[], string>('select name from mikro_orm_migrations order by id').pluck().all();
  return (
    done.join() ===
    migrations
      .slice(0, version)
      .map(({ name }) => name)
      .join()
  );
}
