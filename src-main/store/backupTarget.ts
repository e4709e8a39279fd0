import { msg, type Message } from '#shared/kernel/message.ts';
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import Database from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { anchorOf, readAnchor } from './anchor.ts';
import { type Mark, markOf } from './copy.ts';
import { besideStore, temporaryFileOf, removeTemporaryFile } from './temporaryFiles.ts';
import { applicationId } from './gate.ts';
import { networkMount, readMounts } from './mounts.ts';

/** What a target is judged by beside the files themselves. */
export type Around = {
  /** The table of mounts as Linux writes it; "" where there is none. */
  mounts(): string;
  /** Bytes that may still be written into a folder. */
  freeBytes(folder: string): number;
};

export const thisComputer: Around = {
  mounts: readMounts,
  freeBytes: (folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  },
};

const refuse = (why: Message, details: Record<string, string | number> = {}): LotlineError =>
  new LotlineError('PATH_REFUSED', msg`${why} Nothing was written.`, details);

/**
 * Judges where a backup is to be written, before anything is.
 * @returns the file's whole path, links resolved
 * @throws LotlineError PATH_REFUSED, and STORE_FULL for too little room
 */
export function checkBackupTarget(
  target: string,
  { store, mark, size, around = thisComputer }: { store: string; mark: Mark; size: number; around?: Around },
): string {
  if (!isAbsolute(target))
    throw refuse(msg`Name the backup by a whole path, from the root of a disk of this computer.`);
  const file = whereItLies(target);
  const folder = dirname(file);
  if (isOfStore(file, store))
    throw refuse(msg`${target} belongs to the store itself. Name another file for the backup.`);
  const share = networkMount(file, around.mounts());
  if (share !== undefined)
    throw refuse(
      msg`${target} lies on a network share (${share}), which may say that bytes are written when they are not. Back up to a disk of this computer and copy the finished file.`,
      { share },
    );
  const there = statSync(file, { throwIfNoEntry: false });
  if (there !== undefined) judgeExisting(file, mark);
  judgeAnchor(anchorOf(file), mark);
  checkRoom(folder, size, around);
  checkWritable(folder, file, there !== undefined);
  return file;
}

/** Refuses when a folder has no room for so many bytes and a tenth more. @throws LotlineError STORE_FULL */
export function checkRoom(folder: string, size: number, around: Around = thisComputer): void {
  const needed = Math.ceil(size * 1.1) + spare;
  const free = around.freeBytes(folder);
  if (free >= needed) return;
  const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`;
  throw new LotlineError(
    'STORE_FULL',
    msg`There is too little room in ${folder}: ${inMegabytes(needed)} are needed, ${inMegabytes(free)} are free. Nothing was written.`,
    { needed, free },
  );
}

/** For the anchor, and what SQLite lays beside a file while it writes. */
const spare = 4 * 1024 ** 2;

function whereItLies(target: string): string {
  const folder = dirname(target);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw refuse(msg`There is no folder ${folder}.`);
  if (!found.isDirectory()) throw refuse(msg`${folder} is no folder.`);
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (there === undefined) return join(realpathSync(folder), basename(target));
  if (there.isDirectory()) throw refuse(msg`${target} is a folder. Name a file in it.`);
  if (!there.isSymbolicLink()) return join(realpathSync(folder), basename(target));
  try {
    return realpathSync(target);
  } catch {
    throw refuse(msg`${target} is a link that leads nowhere.`);
  }
}

/** The store, and what is beside it under its name, whichever link names them. */
export function isOfStore(file: string, store: string): boolean {
  const own = statSync(store, { throwIfNoEntry: false }) === undefined ? store : realpathSync(store);
  if (file.startsWith(`${own}.new-`)) return true;
  const target = statSync(file, { throwIfNoEntry: false });
  return ['', ...besideStore].some((ending) => {
    if (file === own + ending) return true;
    const found = statSync(own + ending, { throwIfNoEntry: false });
    return target !== undefined && found !== undefined && found.dev === target.dev && found.ino === target.ino;
  });
}

/** Nothing but an earlier backup of this very store is replaced. */
function judgeExisting(file: string, mark: Mark): void {
  const other = backupAt(file);
  if (other === undefined || other.store !== mark.store)
    throw refuse(msg`${file} is there already and is no backup of this store. Name another file, or remove that one.`);
  if (other.seq > mark.seq)
    throw refuse(
      msg`${file} is a later backup of this store: it ends with entry ${other.seq}, the store with entry ${mark.seq}. Keep it, and name another file.`,
      { seq: other.seq },
    );
}

/** Under the name of its anchor nothing but one of this store is replaced. */
function judgeAnchor(file: string, { store }: Mark): void {
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there === undefined) return;
  try {
    if (there.isFile() && readAnchor(file).store === store) return;
  } catch {
    // Said below.
  }
  throw refuse(msg`${file} is there already and is no anchor of this store. Name another file, or remove that one.`);
}

/** The end of a backup's chain; undefined for anything else, a store that is in use included. */
export function backupAt(file: string): Mark | undefined {
  if (!statSync(file).isFile() || !isBackupFile(file)) return undefined;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      return db.pragma('application_id', { simple: true }) === applicationId ? markOf(db) : undefined;
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

/** A SQLite file that needs no log beside it: bytes 18 and 19 of its header are 1 (2 for a store that is written with one). */
function isBackupFile(file: string): boolean {
  const head = Buffer.alloc(20);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    readSync(descriptor, head, 0, 20, 0);
  } catch {
    return false;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  return head.subarray(0, 16).toString('latin1') === 'SQLite format 3\u0000' && head[18] === 1 && head[19] === 1;
}

/** Asked of the system by trying: rights, read-only disks and quotas are reported in many ways. */
function checkWritable(folder: string, file: string, isThere: boolean): void {
  const draft = temporaryFileOf(file);
  try {
    if (isThere) accessSync(file, constants.W_OK);
    removeTemporaryFile(draft);
    // Never through a link that somebody put under this name.
    closeSync(openSync(draft, 'wx', 0o600));
  } catch (error) {
    throw refuse(msg`Nothing can be written into ${folder} under this name. Check its rights, or name another place.`, {
      cause: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    });
  } finally {
    removeTemporaryFile(draft);
  }
}
