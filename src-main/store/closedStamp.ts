import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { writeWhole } from './anchor.ts';
import { readRegularFile } from './regularFiles.ts';
import { realFileOf } from './storeFile.ts';

/**
 * What the system said of a store's file when this computer closed it, kept where anchors' heads are: while it says the
 * same, nobody wrote to the file since. The time of the last change is none that a program can set.
 */
export function isAsClosed(folder: string, { id, file }: { id: string; file: string }): boolean {
  try {
    return readRegularFile(stampFile(folder, id)).trim() === stampOf(file);
  } catch {
    return false;
  }
}

/**
 * Remembers it of a store that was just closed and held, as `settle` answered it and `isAsSettled` still found it.
 * @throws the system's error where the folder cannot be written
 */
export function rememberClosed(folder: string, id: string, stamp: string | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = stampFile(folder, id);
  if (stamp === undefined) rmSync(file, { force: true });
  else writeWhole(file, stamp);
}

/**
 * Brings a file what its log holds while it is held, and says how it is then; whoever writes to it from here on changes
 * that. Undefined where part of the log stays.
 */
export function settle(writer: Database, file: string): string | undefined {
  const { busy, log, checkpointed } = checkpoint(writer);
  return busy === 0 && log === checkpointed ? stampOf(file) : undefined;
}

/** Whether a file that was closed is as it was settled: what came between is not ours. */
export const isAsSettled = (file: string, stamp: string): boolean => !hasLog(file) && stampOf(file) === stamp;

/**
 * Whether SQLite found anything in the log of a file as it opened it, whatever lies there before and after: to be asked
 * before anything is written. It is brought to the file.
 */
export const readLog = (writer: Database): boolean => checkpoint(writer).log > 0;

type Checkpoint = { busy: number; log: number; checkpointed: number };

function checkpoint(writer: Database): Checkpoint {
  try {
    // One row, of these columns; nobody is waited for.
    const [row] = writer.pragma('wal_checkpoint(passive)') as Checkpoint[];
    if (row !== undefined) return row;
  } catch {
    // Where there is no room for it the log stays, and is brought to the file when there is.
  }
  return { busy: 1, log: 1, checkpointed: 0 };
}

function stampOf(file: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Whether something was written that is not in the file itself yet. A path may be a link: the log lies beside the file. */
export function hasLog(file: string): boolean {
  try {
    return (statSync(`${realFileOf(file)}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  } catch {
    // What is wrong with the path is said by whoever opens the store.
    return true;
  }
}

/** The id is in a file that anybody may have written; it never becomes a path of its own choice. */
const stampFile = (folder: string, id: string): string => join(folder, `${id.replaceAll(/[^\w-]/g, '')}.closed`);
