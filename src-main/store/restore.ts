import { msg } from '#shared/kernel/message.ts';
import { chmodSync, chownSync, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { formatMoment } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Anchor, anchorOf, readAnchor } from './anchor.ts';
import { insistItHolds, sizeUp, type Verify } from './backup.ts';
import { checkRoom } from './backupTarget.ts';
import { hex } from './chain.ts';
import { copyStore, digestOfFile, type Mark, markOf, type Watched } from './copy.ts';
import { missingIn } from './keptFiles.ts';
import { removeTemporaryFile, syncFile, syncFolder } from './temporaryFiles.ts';
import { hashAt } from './entries.ts';
import { applicationId, checkGate } from './gate.ts';
import { type OpenStore, openStore } from './store.ts';

/** What a backup came to when it was unpacked: where its chain ends, and the file it came in. */
export type Unpacked = Mark & {
  sha256: string;
  size: number;
  entries: number;
  /** So many attached files are missing or changed in it. */
  missingFiles: number;
};

/**
 * Unpacks a backup into a new file and checks it: the gate, its anchor where one lies beside it, every digest. The
 * backup itself is only read; one of an earlier version is brought up in its copy.
 * @throws LotlineError NOT_FOUND, STORE_DAMAGED, STORE_FOREIGN, STORE_VERSION, STORE_FULL, CANCELLED; nothing is left then
 */
export async function unpackBackup(
  backup: string,
  draft: string,
  { verify, watched, ...open }: Omit<OpenStore, 'file' | 'mode'> & { verify: Verify; watched: Watched },
): Promise<Unpacked> {
  if (!existsSync(backup)) throw new LotlineError('NOT_FOUND', msg`There is no backup at ${backup}.`);
  checkGate(backup);
  const file = await digestOfFile(backup, watched);
  const anchor = existsSync(anchorOf(backup)) ? readAnchor(anchorOf(backup)) : undefined;
  insistOnAnchor(backup, anchor, { sha256: file.sha256 });
  checkRoom(dirname(draft), sizeUp(backup).size);
  removeTemporaryFile(draft);
  try {
    const mark = await copyStore(backup, draft, watched);
    insistOnAnchor(backup, anchor, mark);
    const copy = await openStore({ ...open, file: draft, mode: 'write', isCopy: true });
    await copy.close();
    const entries = await insistItHolds(draft, mark, verify, watched);
    return { ...mark, ...file, entries, missingFiles: missingIn(draft) };
  } catch (error) {
    removeTemporaryFile(draft);
    throw error;
  }
}

/** An anchor beside a backup states what the file was when it was made. */
function insistOnAnchor(backup: string, anchor: Anchor | undefined, found: Partial<Anchor>): void {
  if (anchor === undefined) return;
  for (const key of ['sha256', 'store', 'seq', 'hash'] as const) {
    const [said, is] = [anchor[key], found[key]];
    if (said === undefined || is === undefined || said === is) continue;
    throw new LotlineError(
      'STORE_DAMAGED',
      msg`${backup} is not what its anchor says it was when it was made (${key}): it was changed, or the anchor is of another backup.`,
      { readable: false },
    );
  }
}

/** The store that is where a backup is to go. */
export type StoreState = { state: 'missing' } | { state: 'unreadable' } | ({ state: 'whole' } & Mark);

/**
 * Looks at the store that is to give way, and brings into its file what its log still holds. Its lock is held.
 * @throws LotlineError STORE_FOREIGN for anything but a store, STORE_BUSY while another program has it open
 */
export function settleStoreState(file: string): StoreState {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return { state: 'missing' };
  if (!found.isFile()) throw new LotlineError('STORE_FOREIGN', msg`${file} is not a file. Name the store to restore.`);
  // An empty file is a store that was lost.
  if (found.size === 0) return { state: 'unreadable' };
  const mark = closeLog(file);
  if (existsSync(`${file}-wal`) && mark !== undefined)
    throw new LotlineError(
      'STORE_BUSY',
      msg`Another program has ${file} open for reading. Close it there, then restore again.`,
    );
  return mark === undefined ? { state: 'unreadable' } : { state: 'whole', ...mark };
}

/** The last connection to close brings the log into the file. Undefined where the store cannot be read. */
function closeLog(file: string): Mark | undefined {
  let db: Database.Database;
  try {
    db = new Database(file, { fileMustExist: true, timeout: 1000 });
  } catch {
    return undefined;
  }
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId)
      throw new LotlineError('STORE_FOREIGN', msg`${file} is a database of another program, and is left alone.`);
    db.pragma('synchronous = full');
    return markOf(db);
  } catch (error) {
    if (error instanceof LotlineError && error.code === 'STORE_FOREIGN') throw error;
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')
      throw new LotlineError('STORE_FOREIGN', msg`${file} is no store of Lotline, and is left alone.`);
    return undefined;
  } finally {
    db.close();
  }
}

/** Whether the chain of a store holds the very entry at which a backup ends: whether the one is the other's past. */
export function holdsEntry(file: string, { seq, hash }: Pick<Mark, 'seq' | 'hash'>): boolean {
  try {
    // Not for reading only: such a connection would leave an empty log behind.
    const db = new Database(file, { fileMustExist: true, timeout: 1000 });
    try {
      const found = hashAt(db, seq);
      return found !== undefined && hex(found) === hash;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Looks into an unpacked backup, which nobody else has open. */
export function readUnpacked<T>(draft: string, job: (db: Database.Database) => T): T {
  // Not for reading only: such a connection would leave an empty log behind.
  const db = new Database(draft, { fileMustExist: true });
  try {
    return job(db);
  } finally {
    db.close();
  }
}

/** When an entry was made; "" before the first. */
export function momentOfEntry(db: Database.Database, seq: number): string {
  const at = db.prepare<[number], number>('select at from audit_entry where seq = ?').pluck().get(seq);
  return at === undefined ? '' : formatMoment(at);
}

/** Neither lots nor movements ever go away. */
export const rowsIn = (db: Database.Database, table: 'lot' | 'movement'): number =>
  db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;

/** The last entry that two chains have in common: what holds at an entry holds at each before it. */
export function lastInCommon(one: Database.Database, other: Database.Database): number {
  let [same, end] = [0, Math.min(markOf(one).seq, markOf(other).seq)];
  while (same < end) {
    const middle = Math.ceil((same + end) / 2);
    const [a, b] = [hashAt(one, middle), hashAt(other, middle)];
    if (a !== undefined && b !== undefined && hex(a) === hex(b)) same = middle;
    else end = middle - 1;
  }
  return same;
}

/**
 * Puts an unpacked backup in the place of a store, which stays beside it under another name. Killed at any moment,
 * there is the one store or the other at the place, whole.
 */
export function swapIn(draft: string, file: string, kept: string): void {
  const before = statSync(file, { throwIfNoEntry: false });
  syncFile(draft);
  if (before !== undefined) {
    takeOver(draft, before);
    keep(file, kept);
  }
  // Only a store that cannot be read still has a log here: it is kept with it, and must not meet the new file.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) keep(`${file}-wal`, `${kept}-wal`);
  syncFolder(dirname(file));
  for (const ending of ['-wal', '-shm', '-journal', '-trace']) rmSync(file + ending, { force: true });
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** Puts the store back that was kept, in the place of a restored one that cannot be opened. */
export function swapBack(file: string, kept: string): void {
  for (const ending of ['-wal', '-shm', '-journal', '-trace']) rmSync(file + ending, { force: true });
  renameSync(kept, file);
  if (existsSync(`${kept}-wal`)) renameSync(`${kept}-wal`, `${file}-wal`);
  syncFolder(dirname(file));
}

/** A second name for the same bytes, where the disk can; else a copy. */
function keep(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept);
    syncFile(kept);
  }
}

/** The new file gets the owner of the old one, as far as this person may set it. */
function takeOver(draft: string, before: { mode: number; uid: number; gid: number }): void {
  try {
    chmodSync(draft, before.mode & 0o777);
    chownSync(draft, before.uid, before.gid);
  } catch {
    // Then it is its maker's.
  }
}
