import Database from 'better-sqlite3';
import { canonical, runOn, sha256, versionText } from '#main/store/chain.ts';

type Handle = Database.Database;

/**
 * Changes a store file as its owner could with any SQLite tool: through a connection of their own, with the
 * triggers put aside and back again, so that only the content gives it away.
 */
export function tamper(file: string, change: (db: Handle) => void): void {
  const db = new Database(file, { timeout: 5000 });
  try {
    // Nobody waits for the disk here.
    db.pragma('synchronous = off');
    db.pragma('foreign_keys = off');
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = 'trigger' order by rowid",
      )
      .all();
    for (const { name } of triggers) db.exec(`drop trigger ${name}`);
    change(db);
    for (const { sql } of triggers) db.exec(sql);
  } finally {
    db.close();
  }
}

/** Changes a store file with its triggers in force; throws what they say. */
export function editPlainly(file: string, change: (db: Handle) => void): void {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('synchronous = off');
    change(db);
  } finally {
    db.close();
  }
}

/** Recomputes the hashes of some entries over what they say now, as a forger would. */
export function rehash(db: Handle, from: number, to: number): void {
  for (let seq = from; seq <= to; seq += 1) {
    const body = db.prepare<[number], string>('select body from audit_entry where seq = ?').pluck().get(seq) ?? '';
    db.prepare('update audit_entry set hash = ? where seq = ?').run(sha256(body), seq);
  }
}

type Version = { id: number; entrySeq: number; record: string; key: string; version: number; content: string };

/** Sets a field in what a version says; with `redigest` its own digest is made to fit too. */
export function editVersion(db: Handle, id: number, values: Record<string, string>, redigest = false): void {
  const row = db
    .prepare<[number], Version>(
      'select id, entry_seq as entrySeq, record, record_key as key, version, content from record_version where id = ?',
    )
    .get(id);
  if (row === undefined) throw new Error(`no version ${id}`);
  const content = canonical({ ...(JSON.parse(row.content) as object), ...values }); // the version's own content
  db.prepare('update record_version set content = ? where id = ?').run(content, id);
  if (!redigest) return;
  const before =
    db
      .prepare<[number], Buffer>('select digest from record_version where id = ?')
      .pluck()
      .get(id - 1) ?? Buffer.alloc(32);
  db.prepare('update record_version set digest = ? where id = ?').run(
    runOn(before, versionText({ ...row, content })),
    id,
  );
}

/** Leaves rows of a table out of one of its indexes: questions that go along it do not see them, their table has them. */
export function withoutIndex(db: Handle, index: string, where: string): void {
  const schema = db
    .prepare<[string], { rowid: number; tbl_name: string }>(
      "select rowid, * from sqlite_schema where type = 'index' and name = ?",
    )
    .get(index);
  if (schema === undefined) throw new Error(`no index ${index}`);
  const { tbl_name: table } = schema;
  db.exec(`create temp table hidden as select rowid as its_row, * from ${table} where ${where};
    create temp table known as select rowid as its_row, * from sqlite_schema where name = '${index}'`);
  const columns = db.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all().join(', ');
  db.unsafeMode(true);
  db.pragma('writable_schema = on');
  db.exec(`delete from ${table} where ${where}; delete from sqlite_schema where name = '${index}'`);
  db.pragma('writable_schema = reset');
  db.exec(`insert into ${table} (rowid, ${columns}) select its_row, ${columns} from hidden`);
  db.pragma('writable_schema = on');
  db.exec('insert into sqlite_schema (rowid, type, name, tbl_name, rootpage, sql) select * from known');
  db.pragma('writable_schema = reset');
  db.unsafeMode(false);
  db.exec('drop table hidden; drop table known');
}
