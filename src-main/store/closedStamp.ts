import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { realFileOf } from './storeFile.ts';

/**
 * What the system said of a store's file when this computer closed it, kept where anchors' heads are: while it says the
 * same, nobody wrote to the file since. The time of the last change is none that a program can set.
 */
export function isAsClosed(folder: string, { id, file }: { id: string; file: string }): boolean {
  try {
    return readFileSync(stampFile(folder, id), 'utf8') === stampOf(file);
  } catch {
    return false;
  }
}

/** Remembers it of a store that was just closed and held. @throws the system's error where the folder cannot be written */
export function rememberClosed(folder: string, { id, file }: { id: string; file: string }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = stampFile(folder, id);
  if (hasLog(file)) rmSync(stamp, { force: true });
  else writeFileSync(stamp, stampOf(file), { mode: 0o600 });
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
