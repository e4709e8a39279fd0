import { msg } from '#shared/kernel/message.ts';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, rmSync, statSync, writeSync } from 'node:fs';
import Database, { type Database as Handle } from 'better-sqlite3';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { hex } from './chain.ts';
import { besideStore, syncFile } from './temporaryFiles.ts';
import { toStoreError } from './sqliteErrors.ts';

/** Which store, and where its chain was. The hash is in hexadecimal. */
export type Mark = { store: string; seq: number; hash: string };

/** Long work that can report its progress and be stopped. */
export type Watched = { signal: AbortSignal; progress(phase: string, done: number, total: number): void };

/** Pages a slice: a millisecond or two, so that those who wait for this process do not notice. */
const slice = 256;

/** The path of a store, or an open handle where the file has no path any more and is not written to. */
export type Source = string | Handle;

/** Runs a job on a connection of its own within one read transaction, or on the handle that is there. */
async function readingOf<T>(from: Source, job: (db: Handle) => Promise<T> | T): Promise<T> {
  if (typeof from !== 'string') return await job(from);
  const db = new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    // What is committed from here on is not seen, so that a copy is of one moment and never begins anew.
    db.exec('begin');
    return await job(db);
  } finally {
    db.close();
  }
}

/**
 * Copies what a store holds at this moment into a new file, while others write, in slices. The copy is one whole file without a log beside it, on the disk, for its owner alone.
 * @returns the end of the copied chain
 * @throws LotlineError CANCELLED, STORE_FULL, STORE_DAMAGED; the copy is gone then
 */
export async function copyStore(from: Source, copy: string, watched: Watched): Promise<Mark> {
  let size = 0;
  try {
    return await readingOf(from, async (source) => {
      const mark = markOf(source);
      size = sizeOf(source);
      closeSync(openSync(copy, 'wx', 0o600));
      await source.backup(copy, {
        progress({ totalPages, remainingPages }) {
          if (watched.signal.aborted) throw cancelled();
          watched.progress('copy', totalPages - remainingPages, totalPages);
          return slice;
        },
      });
      if (watched.signal.aborted) throw cancelled();
      withoutLog(copy);
      syncFile(copy);
      return mark;
    });
  } catch (error) {
    const reason = toStoreError(isLotlineError(error) ? error : (whyUnwritable(copy, size) ?? error));
    for (const ending of ['', ...besideStore]) rmSync(copy + ending, { force: true });
    throw reason;
  }
}

/** SQLite reports of a failed copy only that reading or writing failed. The system knows whether the disk is full. */
function whyUnwritable(copy: string, size: number): unknown {
  if (size === 0) return undefined;
  let descriptor: number | undefined;
  try {
    rmSync(copy, { force: true });
    // Never through a link that somebody put under this name.
    descriptor = openSync(copy, 'wx', 0o600);
    writeSync(descriptor, Buffer.alloc(1), 0, 1, size - 1);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const cancelled = (): LotlineError => new LotlineError('CANCELLED', msg`The work was cancelled. Nothing was changed.`);

/** The bytes a copy takes. */
export const sizeOf = (db: Handle): number =>
  Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

/** The end of a store's chain. @throws LotlineError STORE_DAMAGED when its head is missing */
export function markOf(db: Handle): Mark {
  const head = db
    .prepare<[], { store: string; seq: number; hash: Buffer }>(
      'select store_id as store, seq, hash from head where id = 1',
    )
    .get();
  if (head === undefined)
    throw new LotlineError('STORE_DAMAGED', msg`The head of the store is missing. Restore a backup.`);
  return { ...head, hash: hex(head.hash) };
}

/** Like its original, a copy states that a log is beside it; it must be readable where nothing can be written. */
function withoutLog(file: string): void {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('synchronous = full');
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
}

/** SHA-256 of a file, in hexadecimal, and its size in bytes. @throws LotlineError CANCELLED */
export async function digestOfFile(file: string, watched: Watched): Promise<{ sha256: string; size: number }> {
  const digest = createHash('sha256');
  const { size } = statSync(file);
  let done = 0;
  for await (const part of createReadStream(file, { highWaterMark: 1024 ** 2 })) {
    if (watched.signal.aborted) throw cancelled();
    // Without an encoding a stream gives buffers.
    const bytes = part as Buffer;
    digest.update(bytes);
    done += bytes.length;
    watched.progress('digest', done, size);
  }
  return { sha256: digest.digest('hex'), size: done };
}

/** SHA-256 over every row of every table, as SQLite itself writes their values: equal for a store and its true copy. */
export function digestOfRows(file: string): string {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const digest = createHash('sha256');
    const tables = db
      .prepare<[], string>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .pluck()
      .all();
    for (const table of tables) {
      const columns = db.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all();
      const row = columns.map((name) => `quote("${name}")`).join(" || ',' || ");
      digest.update(`\n${table}\n`);
      for (const text of db.prepare<[], string>(`select ${row} from "${table}" order by rowid`).pluck().iterate())
        digest.update(text);
    }
    return digest.digest('hex');
  } finally {
    db.close();
  }
}
