import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Moment } from '#shared/kernel/dates.ts';
import { hex, sha256 } from './chain.ts';
import { insistOnOwnFile } from './lock.ts';

/**
 * Wrong passwords that the store's own trail cannot count: those tried while another program writes to the store, or for
 * a name that nobody has. They lie beside the store, so that every program that opens it counts them; names are digested,
 * so that nothing that was typed is written. The file's holder could remove it, as they could read the store without a password.
 */
const fileOf = (storeFile: string): string => `${storeFile}-attempts`;

/** So many are kept; the oldest go first. */
const mostKept = 2_000;

/** How many there were for a name after a moment, and when the last was. */
export function attemptsAfter(storeFile: string, name: string, since: Moment): { count: number; lastAt: Moment } {
  const none = { count: 0, lastAt: 0 };
  if (!existsSync(fileOf(storeFile))) return none;
  return withFile(storeFile, (db) => {
    const asked = db.prepare<[string, Moment], { count: number; lastAt: Moment }>(
      'select count(*) as count, coalesce(max(at), 0) as lastAt from attempt where name = ? and at > ?',
    );
    return asked.get(keyOf(name), since) ?? none;
  });
}

export function noteAttempt(storeFile: string, name: string, at: Moment): void {
  withFile(storeFile, (db) => {
    db.prepare('insert into attempt (name, at) values (?, ?)').run(keyOf(name), at);
    db.prepare('delete from attempt where id <= (select max(id) from attempt) - ?').run(mostKept);
  });
}

/** A name's own, and nobody else's. */
export function clearAttempts(storeFile: string, name: string): void {
  if (!existsSync(fileOf(storeFile))) return;
  withFile(storeFile, (db) => db.prepare('delete from attempt where name = ?').run(keyOf(name)));
}

const keyOf = (name: string): string => hex(sha256(name.trim().toLowerCase()));

/** Each use is one transaction under the file's own lock; programs wait for one another. */
function withFile<T>(storeFile: string, use: (db: Database.Database) => T): T {
  const file = fileOf(storeFile);
  insistOnOwnFile(file);
  const db = new Database(file, { timeout: 5_000 });
  try {
    return db
      .transaction(() => {
        db.exec(
          'create table if not exists attempt (id integer primary key, name text not null, at integer not null) strict',
        );
        return use(db);
      })
      .immediate();
  } finally {
    db.close();
  }
}
