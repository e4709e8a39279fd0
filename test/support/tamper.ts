import Database from 'better-sqlite3';

type Handle = Database.Database;

/**
 * Changes a store file as its owner could with any SQLite tool: through a connection of their own, with the
 * triggers put aside and back again, so that only the content gives it away.
 */
export function tamper(file: string, change: (db: Handle) => void): void {
  const db = new Database(file, { timeout: 5000 });
  try {
    db.pragma('foreign_keys = off');
    const triggers = db.prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger' order by rowid").all();
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
    change(db);
  } finally {
    db.close();
  }
}
