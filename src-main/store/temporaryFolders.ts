import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './temporaryFiles.ts';

const made = /^lotline-(?:spool|upload|drill|work)-(\d+)-\w+$/;

/** A folder in the temporary folder that only this user can read (mkdtemp makes it so), named after this process. */
export const makeTemporaryFolder = (use: 'spool' | 'upload' | 'drill' | 'work', parent = tmpdir()): string =>
  mkdtempSync(join(parent, `lotline-${use}-${process.pid}-`));

/**
 * Removes what programs left there that were killed: drawn documents, uploads and copies of stores. Folders of other
 * users and of programs that still run are left alone, and nothing is followed out of the temporary folder.
 */
export function sweepTemporaryFolders(parent = tmpdir()): void {
  try {
    for (const name of readdirSync(parent)) {
      const pid = Number(made.exec(name)?.[1] ?? 0);
      if (pid > 0 && pid !== process.pid && !isRunning(pid)) removeOwn(join(parent, name));
    }
  } catch {
    // Sweeping is no reason not to start.
  }
}

function removeOwn(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const isOwn = found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
  if (isOwn) rmSync(path, { recursive: true, force: true });
}
