import { msg, type Message } from '#shared/kernel/message.ts';
import {
  type BigIntStats,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { hasExactTimes, readMounts } from './mounts.ts';

/**
 * The real path of a store, links resolved, so that its lock and its log have one name whichever path was given.
 * @throws LotlineError PATH_REFUSED for a path that cannot be followed
 */
export function realFileOf(path: string): string {
  const file = resolve(path);
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return realpathSync.native(file);
    const folder = dirname(file);
    return existsSync(folder) ? join(realpathSync.native(folder), basename(file)) : file;
  } catch (error) {
    throw new LotlineError(
      'PATH_REFUSED',
      msg`${path} cannot be followed to a file. Check the name, its links, and the rights of its folders.`,
      { cause: error instanceof Error && 'code' in error ? String(error.code) : String(error) },
    );
  }
}

/** What of an open file must stay as it is: a name may lead elsewhere, the file itself is the same. */
type Identity = { path: string; device: bigint; number: bigint };

/** What belongs to a store that is open: its log, what keeps its programs in step, and who writes. */
type Beside = { log: Identity; memory: Identity; lock: Identity };

/** How this program left the file and its log, to the nanosecond where the system has it. */
export type Left = { file: BigIntStats | undefined; log: BigIntStats | undefined };

/** What a look at an open store's files found. */
export type Seen = {
  /** Why nothing may be written; undefined while all is well. */
  issue: Message | undefined;
  /**
   * The state of the file and its log, where something about them was changed that need not be what they hold, such as
   * their rights, a mark that a program put on them, or times put back; undefined where nothing was.
   */
  touched: Left | undefined;
};

/**
 * The file of an open store, and what belongs to it. SQLite holds the files, not their names: where a name leads
 * elsewhere meanwhile, what is written is lost; where the file has a second name, or its lock is gone, another program may
 * write to it without knowing of us. What is written past SQLite, the files' times show.
 */
export class StoreFile {
  readonly path: string;
  readonly #file: Identity;
  #beside: Beside | undefined;
  #left: Left | undefined;
  /** Open as long as the store is: closing any of them would undo the locks that SQLite holds on the file. */
  #descriptor: number | undefined;

  /** @param path as `realFileOf` answers it, of a file that exists */
  constructor(path: string) {
    this.path = path;
    this.#file = identityOf(path);
  }

  /** From now on what belongs to it must stay too, and nobody else may write: to be called once it was written to. */
  watch(): void {
    const of = (ending: string): Identity => identityOf(this.path + ending);
    this.#beside = { log: of('-wal'), memory: of('-shm'), lock: of('-lock') };
    if (!hasExactTimes(this.path, readMounts())) return;
    this.#left = this.#now();
    this.#descriptor = openSync(this.path, 'r+');
    this.#settle();
  }

  /**
   * What a program writes through memory the file is mapped to, the system notes once, until it brought that to the disk:
   * from here on it notes the next time. A file system that lies in memory alone never does.
   */
  #settle(): void {
    try {
      if (this.#descriptor !== undefined) fsyncSync(this.#descriptor);
    } catch {
      // What the disk does not take is told by whoever writes next.
    }
  }

  /** To be called when no connection to the file is open here any more. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /**
   * To be called after each transaction: only the one writing connection writes, to the log at any time, and to the file
   * itself when a commit brings it what the log holds.
   */
  noteOwnWriting(isCommitted: boolean): void {
    const left = this.#left;
    if (left === undefined) return;
    const now = this.#now();
    this.#left = { ...now, ...(isCommitted ? {} : { file: left.file }) };
    if (isCommitted && now.file?.mtimeNs !== left.file?.mtimeNs) this.#settle();
  }

  /** Why nothing may be written; undefined while all is well. */
  issue(): Message | undefined {
    return this.look().issue;
  }

  /**
   * How the file and what belongs to it are now: one question to the system for each of them.
   * @param isWriting within a transaction, which may write to the log
   */
  look(isWriting = false): Seen {
    const now = this.#now();
    return { issue: this.#issueIn(now, isWriting), touched: this.#touchedIn(now, isWriting) };
  }

  #issueIn(now: Left, isWriting: boolean): Message | undefined {
    const { file: found, log } = now;
    if (found === undefined)
      return msg`The store was removed from ${this.path} while it was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (!isSame(found, this.#file))
      return msg`Another file was put at ${this.path} while the store was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (isMoved(log, this.#beside?.log))
      return msg`The log of the store (${this.path}-wal) was removed or replaced while the store was open. Nothing more is written. Make a backup now: it is made from the files that are still open here.`;
    if (found.nlink > 1n)
      return msg`The file at ${this.path} has a second name (a hard link). Two programs could write to it without knowing of each other, so nothing is written. Remove the other name, or make a copy instead.`;
    const unguarded = this.#unguarded();
    if (unguarded !== undefined)
      return msg`${unguarded.path} was removed or replaced while the store was open, so another program may write to the store without knowing of this one. Nothing more is written here. Close every program that has it open, and verify it.`;
    if (this.#left === undefined) return undefined;
    const wasWritten =
      !isAsWritten(found, this.#left.file) || (!isWriting && log !== undefined && !isAsWritten(log, this.#left.log));
    return wasWritten ? writtenByAnother : undefined;
  }

  #touchedIn(now: Left, isWriting: boolean): Left | undefined {
    const left = this.#left;
    if (left === undefined) return undefined;
    // SQLite itself touches a log that it opens: it sees to its owner.
    const isSameLog = now.log?.mtimeNs === left.log?.mtimeNs && now.log?.size === left.log?.size;
    return now.file?.ctimeNs === left.file?.ctimeNs && (isWriting || isSameLog) ? undefined : now;
  }

  /** What was touched was looked into, as it was in this state. */
  accept(state: Left): void {
    if (this.#left !== undefined) this.#left = state;
  }

  /** Whether anything about the file or its log was changed since this was asked last, or since the last own writing. */
  hasChanged(): boolean {
    const now = this.#touchedIn(this.#now(), false);
    if (now !== undefined) this.#left = now;
    return now !== undefined;
  }

  /** Whether another program may have taken the store for one that nobody has open. */
  isUnguarded(): boolean {
    return this.#unguarded() !== undefined;
  }

  #unguarded(): Identity | undefined {
    return [this.#beside?.lock, this.#beside?.memory].find((own) => own !== undefined && isMoved(find(own.path), own));
  }

  /** Whether the path leads to no file, or to another one than is open. */
  isElsewhere(): boolean {
    return isMoved(find(this.path), this.#file) || (this.#beside !== undefined && this.#isLogElsewhere(this.#beside));
  }

  /** The path, for what opens the file anew. @throws LotlineError STORE_READ_ONLY where it leads elsewhere */
  inPlace(): string {
    const issue = this.isElsewhere() ? this.issue() : undefined;
    if (issue !== undefined) throw new LotlineError('STORE_READ_ONLY', issue);
    return this.path;
  }

  #isLogElsewhere({ log }: Beside): boolean {
    return isMoved(find(log.path), log);
  }

  #now(): Left {
    return { file: find(this.path), log: find(`${this.path}-wal`) };
  }
}

export const writtenByAnother = msg`Another program wrote to the store while it was open here. Nothing more is written. Close it, verify it, and restore a backup where it does not hold.`;

export const touchedMeanwhile = msg`Another program touched the file of the store meanwhile. Nothing was changed. Do it again: the file is verified first.`;

const find = (path: string): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false });

function identityOf(path: string): Identity {
  const { dev, ino } = statSync(path, { bigint: true });
  return { path, device: dev, number: ino };
}

const isSame = ({ dev, ino }: BigIntStats, { device, number }: Identity): boolean => dev === device && ino === number;

const isMoved = (found: BigIntStats | undefined, own: Identity | undefined): boolean =>
  own !== undefined && (found === undefined || !isSame(found, own));

/** Who writes sets the time to that of the computer; to an earlier one it is only ever put back, as some backups do. */
const isAsWritten = (found: BigIntStats, left: BigIntStats | undefined): boolean =>
  left === undefined || (found.mtimeNs <= left.mtimeNs && found.size === left.size);
