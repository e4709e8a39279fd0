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

/**
 * The file of an open store. SQLite holds the file, not its name: where the name leads elsewhere meanwhile, what is
 * written is lost; where the file has a second name, another program may write to it with a log and a lock of its own.
 */
export class StoreFile {
  readonly path: string;
  readonly #device: bigint;
  readonly #number: bigint;

  /** @param path as `realFileOf` answers it, of a file that exists */
  constructor(path: string) {
    this.path = path;
    const { dev, ino } = statSync(path, { bigint: true });
    this.#device = dev;
    this.#number = ino;
  }

  /** Why nothing may be written; undefined while all is well. One question to the system. */
  issue(): Message | undefined {
    const found = this.#found();
    if (found === undefined)
      return msg`The store was removed from ${this.path} while it was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (!this.#isSame(found))
      return msg`Another file was put at ${this.path} while the store was open. Nothing more is written. Make a backup now: it is made from the file that is still open here.`;
    if (found.nlink > 1n)
      return msg`The file at ${this.path} has a second name (a hard link). Two programs could write to it without knowing of each other, so nothing is written. Remove the other name, or make a copy instead.`;
    return undefined;
  }

  /** Whether the path leads to no file, or to another one. */
  isElsewhere(): boolean {
    const found = this.#found();
    return found === undefined || !this.#isSame(found);
  }

  /** The path, for what opens the file anew. @throws LotlineError STORE_READ_ONLY where it leads elsewhere */
  inPlace(): string {
    const issue = this.isElsewhere() ? this.issue() : undefined;
    if (issue !== undefined) throw new LotlineError('STORE_READ_ONLY', issue);
    return this.path;
  }

  #found(): BigIntStats | undefined {
    return statSync(this.path, { bigint: true, throwIfNoEntry: false });
  }

  #isSame({ dev, ino }: BigIntStats): boolean {
    return dev === this.#device && ino === this.#number;
  }
}
