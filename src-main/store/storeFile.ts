import { msg, type Message } from '#shared/kernel/message.ts';
import { type BigIntStats, existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';

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

/**
 * The file of an open store, and its log. SQLite holds the files, not their names: where a name leads elsewhere
 * meanwhile, what is written is lost; where the file has a second name, another program may write to it with a log and a
 * lock of its own.
 */
export class StoreFile {
  readonly path: string;
  readonly #file: Identity;
  #log: Identity | undefined;

  /** @param path as `realFileOf` answers it, of a file that exists */
  constructor(path: string) {
    this.path = path;
    this.#file = identityOf(path);
  }

  /** From now on the log must stay too: to be called once it was written to. */
  watchLog(): void {
    this.#log = identityOf(`${this.path}-wal`);
  }

  /** Why nothing may be written; undefined while all is well. One question to the system for each file. */
  issue(): Message | undefined {
    const found = find(this.path);
    if (found === undefined)
      return msg`The store was removed from ${this.path} while it was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (!isSame(found, this.#file))
      return msg`Another file was put at ${this.path} while the store was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (this.#isLogElsewhere())
      return msg`The log of the store (${this.path}-wal) was removed or replaced while the store was open. Nothing more is written. Make a backup now: it is made from the files that are still open here.`;
    if (found.nlink > 1n)
      return msg`The file at ${this.path} has a second name (a hard link). Two programs could write to it without knowing of each other, so nothing is written. Remove the other name, or make a copy instead.`;
    return undefined;
  }

  /** Whether the path leads to no file, or to another one than is open. */
  isElsewhere(): boolean {
    const found = find(this.path);
    return found === undefined || !isSame(found, this.#file) || this.#isLogElsewhere();
  }

  /** The path, for what opens the file anew. @throws LotlineError STORE_READ_ONLY where it leads elsewhere */
  inPlace(): string {
    const issue = this.isElsewhere() ? this.issue() : undefined;
    if (issue !== undefined) throw new LotlineError('STORE_READ_ONLY', issue);
    return this.path;
  }

  #isLogElsewhere(): boolean {
    if (this.#log === undefined) return false;
    const found = find(this.#log.path);
    return found === undefined || !isSame(found, this.#log);
  }
}

const find = (path: string): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false });

function identityOf(path: string): Identity {
  const { dev, ino } = statSync(path, { bigint: true });
  return { path, device: dev, number: ino };
}

const isSame = ({ dev, ino }: BigIntStats, { device, number }: Identity): boolean => dev === device && ino === number;
