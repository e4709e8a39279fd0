import type { Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/sqlite';
import Driver, { type Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { registerTextSearch } from './textSearch.ts';
import { migrations } from './migrations/index.ts';

/** The entities of every feature, handed down by createApp. */
export type Entities = Readonly<NonNullable<Options['entities']>>;

export type Connection = { orm: MikroORM; db: Database };

/**
 * One ORM and its driver handle on one SQLite connection. A writer is durable: WAL with
 * synchronous=FULL, set in that order because switching to WAL lowers it, and both asserted.
 */
export async function connect(file: string, entities: Entities, mode: 'write' | 'read'): Promise<Connection> {
  const orm = await MikroORM.init({
    dbName: file,
    entities: [...entities],
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations], snapshot: false, transactional: true, allOrNothing: true },
    driverOptions: { readonly: mode === 'read', timeout: 5000 },
    debug: false,
    // A unit of work is one transaction of the store's own, whichever way it writes.
    implicitTransactions: false,
    // The migrator reports every step; a person is told by the launcher instead.
    logger: () => undefined,
  });
  const db = await orm.em.getConnection().getNativeClient();
  if (mode === 'write') makeDurable(db);
  furnish(db);
  return { orm, db };
}

/** A connection that only reads, for the questions of one view after the other. */
export function openForReading(file: string): Database {
  const db = new Driver(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  furnish(db);
  return db;
}

function furnish(db: Database): void {
  registerTextSearch(db);
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
      'The store cannot be written safely where it lies. Move it to a disk of this computer.',
      {
        journal: String(journal),
        synchronous: String(synchronous),
      },
    );
  }
}
