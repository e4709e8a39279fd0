import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { hex, sha256 } from '#main/store/chain.ts';
import { isRunning } from '#main/store/temporaryFiles.ts';

/** Computers share folders: the number of a program says something on its own computer alone. */
const here = hex(sha256(hostname())).slice(0, 8);
/** A draft, or what it is written to until it is whole. */
const drafted = /^\.{1,2}lotline-(?:([0-9a-f]{8})-(\d+)-)?[\w-]+\.part(?:\.[\d-]+\.part)?$/;

/** Where a document is drawn that has no name in its folder yet; no other run has the path. */
export const draftIn = (folder: string, document: string): string =>
  join(folder, `.lotline-${here}-${process.pid}-${document}.part`);

/** No document is drawn for so long, in milliseconds. */
const longestDrawing = 24 * 3_600_000;

/** Removes from a folder what programs left that were killed while they drew a document. What cannot be removed stays. */
export function sweepDrafts(folder: string, now: number): void {
  const isLeft = (name: string): boolean => {
    const found = drafted.exec(name);
    if (found === null) return false;
    const [, computer, pid = ''] = found;
    if (computer === here && !isRunning(Number(pid))) return true;
    return now - lstatSync(join(folder, name)).mtimeMs > longestDrawing;
  };
  try {
    for (const name of readdirSync(folder).filter(isLeft)) rmSync(join(folder, name), { force: true });
  } catch {
    // A folder that may be written to and not listed, or a file that is somebody else's, keeps no report back.
  }
}
