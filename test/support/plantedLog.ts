import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { loadEntities } from '#main/app/loadEntities.ts';
import { openStore, type Store } from '#main/store/store.ts';

/** A log that changes a closed store when it is opened with it; answers its file. */
export function logThat(file: string, sql: string): string {
  const copy = `${file}-copy`;
  const log = `${file}-prepared-log`;
  copyFileSync(file, copy);
  const db = new Database(copy);
  try {
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = 'trigger' order by rowid",
      )
      .all();
    for (const { name } of triggers) db.exec(`drop trigger ${name}`);
    db.exec(sql);
    for (const trigger of triggers) db.exec(trigger.sql);
    copyFileSync(`${copy}-wal`, log);
  } finally {
    db.close();
  }
  return log;
}

/** Opens a store for writing; `between` happens after the first look at its files and before SQLite opens them. */
export const openKept = (file: string, heads: string, between: () => void): Promise<Store> => {
  let isDone = false;
  return openStore({
    file,
    entities: loadEntities,
    mode: 'write',
    holder: { person: 'tester', workstation: 'BENCH', host: 'test', pid: process.pid, since: '2026-06-01T08:00:00Z' },
    now: 1,
    newId: () => 'none',
    // Asked for the first time by the gate.
    get heads() {
      if (!isDone) between();
      isDone = true;
      return heads;
    },
  });
};
