import { msg } from '#shared/kernel/message.ts';
import { closeSync, constants, fchmodSync, fstatSync, openSync } from 'node:fs';
import { hostname } from 'node:os';
import Database from 'better-sqlite3';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { parseJson } from '#shared/kernel/json.ts';
import { insistOnFilesBeside } from './regularFiles.ts';
import { toStoreError } from './sqliteErrors.ts';
import { isRunning } from './temporaryFiles.ts';

/** Who writes to a store, as another program reads it. */
export type LockHolder = { person: string; workstation: string; host: string; pid: number; since: string };

/** A lock that is held. */
export type Lock = { release(): void };

/**
 * One process writes to a store. The lock is a reserved lock on a small database beside the store:
 * the operating system frees it when its holder dies, so none is ever stale, and others can still
 * read who holds it. Throws STORE_BUSY with the holder.
 */
export function takeLock(storeFile: string, holder: LockHolder): Lock {
  const file = `${storeFile}-lock`;
  insistOnOwnFile(file);
  const database = openLock(file);
  try {
    database.pragma('journal_mode = delete');
    database.exec(
      'create table if not exists holder (id integer primary key check (id = 1), said text not null) strict',
    );
    database.exec('begin immediate');
    database
      .prepare('insert into holder values (1, ?) on conflict do update set said = excluded.said')
      .run(JSON.stringify(holder));
    database.exec('commit');
    database.exec('begin immediate');
  } catch (error) {
    const holder = whoHolds(database);
    database.close();
    if (isNoLock(error)) throw noLock(file);
    const reason = toStoreError(error);
    if (isLotlineError(reason) && reason.code !== 'STORE_BUSY') throw reason;
    throw new LotlineError(
      'STORE_BUSY',
      holder === undefined
        ? msg`Another program is writing to this store. Close it, or use this store for reading only.`
        : msg`This store is open for writing by ${holder.person} on ${holder.workstation} (process ${holder.pid}, since ${holder.since}). Close it there, or use this store for reading only.`,
      holder === undefined ? { cause: String(error) } : { ...holder },
    );
  }
  return {
    release() {
      if (!database.open) return;
      database.exec('rollback');
      database.close();
    },
  };
}

/**
 * Makes the lock for this user alone, where there is none, and refuses what somebody else put in its place: through a
 * link, SQLite would write into another file.
 */
export function insistOnOwnFile(file: string): void {
  insistOnFilesBeside(file);
  const { O_CREAT, O_NOFOLLOW, O_RDWR } = constants;
  let descriptor: number;
  try {
    // Windows has no such flag.
    descriptor = openSync(file, O_RDWR | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ELOOP' || code === 'EISDIR') throw notALock(file);
    // Whether the file is read-only, or the folder not writable, SQLite finds out too and its errors say so.
    return;
  }
  try {
    const found = fstatSync(descriptor);
    const { nlink, uid } = found;
    if (nlink > 1 || !found.isFile()) throw notALock(file);
    // Anyone able to read it could keep everyone from writing.
    if (uid === process.geteuid?.()) fchmodSync(descriptor, 0o600);
  } finally {
    closeSync(descriptor);
  }
}

const notALock = (file: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    msg`${file} is a link, a folder, or has a second name, so it was not opened. Remove it; Lotline makes its lock anew.`,
  );

/** Whether SQLite can make nothing of the file, or of what is in it: the store beside it is not to blame. */
const isNoLock = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(?:NOTADB|CORRUPT|ERROR|SCHEMA|CONSTRAINT)/.test(String(error.code));

const noLock = (file: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    msg`${file} is no lock of Lotline; the store itself was not touched. Remove it; Lotline makes its lock anew.`,
  );

function openLock(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw toStoreError(error);
  }
}

function whoHolds(database: Database.Database): LockHolder | undefined {
  try {
    const said = database.prepare<[], string>('select said from holder').pluck().get();
    // Written by takeLock only; a stranger's text makes the parse or the sentence fail, which is caught here.
    const holder = said === undefined ? undefined : (parseJson(said) as LockHolder);
    return holder !== undefined && holder.workstation === hostname() && !isRunning(holder.pid) ? undefined : holder;
  } catch {
    return undefined;
  }
}
