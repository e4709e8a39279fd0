import { msg } from '#shared/kernel/message.ts';
import Driver, { type Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { registerTextSearch } from './textSearch.ts';

/** How long a connection waits for another program's lock, in milliseconds. */
const timeout = 5000;

/** The one connection that writes. */
export function openForWriting(file: string): Database {
  const db = new Driver(file, { fileMustExist: true, timeout });
  prepareWriting(db);
  return db;
}

/** A connection that only reads, for the questions of one view after the other. */
export function openForReading(file: string): Database {
  const db = new Driver(file, { readonly: true, fileMustExist: true, timeout });
  prepareReading(db);
  return db;
}

/** Makes a connection durable: WAL with synchronous=FULL, set in that order because switching to WAL lowers it, and both asserted. */
export function prepareWriting(db: Database): void {
  makeDurable(db);
  prepareReading(db);
}

export function prepareReading(db: Database): void {
  registerTextSearch(db);
  // The file's schema is untrusted and may not call functions; triggers of ours call none.
  db.pragma('trusted_schema = off');
  db.pragma('foreign_keys = on');
  db.pragma('recursive_triggers = on');
  db.pragma('temp_store = memory');
  db.pragma('cache_size = -65536');
}

function makeDurable(db: Database): void {
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = full');
  const journal = db.pragma('journal_mode', { simple: true });
  const synchronous = db.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== 2) {
    throw new LotlineError(
      'STORE_READ_ONLY',
      msg`The store cannot be written safely where it lies. Move it to a disk of this computer.`,
      {
        journal: String(journal),
        synchronous: String(synchronous),
      },
    );
  }
}

/** Has a connection read anew from the file what it has in memory. */
export function dropPages(db: Database): void {
  try {
    db.pragma('shrink_memory');
  } catch {
    // It is in the middle of a question, and keeps the pages of that one.
  }
}
