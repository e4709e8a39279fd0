import type { Database } from 'better-sqlite3';
import { brokenTexts } from '#main/store/brokenTexts.ts';
import { isOwnSchema } from '#main/store/schemaDigest.ts';
import { msg } from '#shared/kernel/message.ts';
import type { Say, Step } from './verifySteps.queries.ts';

/** Tables, indexes and triggers must be those we made. */
export function checkSchema(db: Database, say: Say): void {
  if (isOwnSchema(db)) return;
  const message = msg`Tables, indexes or triggers were changed outside Lotline.`;
  say({ code: 'SCHEMA_CHANGED', seq: 0, where: 'schema', message });
}

/**
 * The file as SQLite reads it: its pages, the types of its columns, and every index against its table, because a
 * question answered from a damaged index misses rows that are there. Table by table, so that it can be seen to go on.
 */
export function checkPages(db: Database, say: Say, step: Step): void {
  tell(db.pragma('quick_check(1)', { simple: true }), say);
  for (const { name, rows } of countTables(db)) {
    tell(db.pragma(`integrity_check("${name}")`, { simple: true }), say);
    checkTexts(db, name, say);
    step(rows);
  }
  const foreign = db.pragma('foreign_key_check');
  if (Array.isArray(foreign) && foreign.length > 0) {
    const message = msg`${foreign.length} rows point at records that are not there.`;
    say({ code: 'PAGES_DAMAGED', seq: 0, where: 'file', message });
  }
}

/** Texts are digested as they are read, and whatever is no text reads as one sign: no digest shows what stands for it. */
function checkTexts(db: Database, table: string, say: Say): void {
  for (const id of brokenTexts(db, table)) {
    const message = msg`${table} ${id} holds bytes that are no text: they were changed outside Lotline.`;
    say({ code: 'PAGES_DAMAGED', seq: 0, where: `${table} ${id}`, message });
  }
}

function tell(found: unknown, say: Say): void {
  if (found === 'ok') return;
  // What SQLite says of it names pages and cells, and tells a person nothing.
  const message = msg`The file is damaged: its pages do not fit together. Restore a backup.`;
  say({ code: 'PAGES_DAMAGED', seq: 0, where: 'file', message });
}

/** Every table and how many rows it has. */
export function countTables(db: Database): { name: string; rows: number }[] {
  const names = db
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and name glob '[a-z]*' order by name")
    .pluck()
    .all()
    // A name out of a tampered schema becomes no part of a statement; the schema's digest tells of it.
    .filter((name) => /^[a-z_]+$/.test(name));
  return names.map((name) => ({
    name,
    rows: db.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0,
  }));
}

/** How many rows all parts of a verification go through: the journals once for the chain, and every table for its pages. */
export function countRows(db: Database): number {
  const tables = countTables(db);
  const journals = tables.filter(({ name }) => journaled.has(name));
  return [...tables, ...journals].reduce((sum, { rows }) => sum + rows, 0);
}

const journaled: ReadonlySet<string> = new Set(['audit_entry', 'movement', 'record_version']);
