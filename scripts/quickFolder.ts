import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Linux keeps what is written here in memory. */
const memory = '/dev/shm';
const room = 4 * 1024 ** 3;
const start = 'lotline-run-';
const day = 24 * 60 * 60 * 1000;

let made: { TMPDIR?: string } | undefined;

/**
 * The environment of tests that write thousands of small stores, each of which waits for the disk at every commit: where
 * the system keeps files in memory and has room for them there, that is their temporary folder, gone when this program
 * ends. Who names a TMPDIR keeps it.
 */
export function quickFolder(): { TMPDIR?: string } {
  made ??= process.env['TMPDIR'] === undefined && hasRoom() ? { TMPDIR: make() } : {};
  return made;
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return process.platform === 'linux' && bavail * bsize > room;
  } catch {
    return false;
  }
}

function make(): string {
  // What a run left that was ended from outside.
  for (const name of readdirSync(memory).filter((other) => other.startsWith(start)))
    if (statSync(join(memory, name)).mtimeMs < Date.now() - day)
      rmSync(join(memory, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(memory, start));
  // As every temporary folder: tests have other people of this computer look for what lies in it.
  chmodSync(folder, 0o1777);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
