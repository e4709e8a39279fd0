import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { digestOf } from './digest.ts';

/**
 * Stores that many tests begin with are made once and copied. They lie in a folder outside the project that is named
 * by the digest of everything they are made from, so that a changed program never meets a store of the old one; the
 * day is part of it, because dates of a demo plant end on the day it is made, and passwords grow too old.
 */
const sources = ['src-main', 'src-shared', 'resources/demo', 'test/support'];
const days = 24 * 60 * 60 * 1000;

/** The folder's path, in the environment once it is known: other processes of the run need not read the sources again. */
export function preparedFolder(): string {
  const known = process.env['LOTLINE_PREPARED'];
  if (known !== undefined) return known;
  const digest = digestOf([...sources, 'package-lock.json'], new Date().toISOString().slice(0, 10));
  const start = `lotline-prepared-${userInfo().username}-`;
  const folder = join(tmpdir(), start + digest.slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(tmpdir()).filter((other) => other.startsWith(start))) {
    const old = join(tmpdir(), name);
    if (old !== folder && statSync(old).mtimeMs < Date.now() - 2 * days) rmSync(old, { recursive: true, force: true });
  }
  process.env['LOTLINE_PREPARED'] = folder;
  return folder;
}

type Make = (file: string) => void | Promise<void>;

/** A file that is there already or is made now; `make` writes it at the path it is given. Nobody may write to the answer. */
export async function prepared(name: string, make: Make): Promise<string> {
  const file = join(preparedFolder(), name);
  if (existsSync(file)) return file;
  // Two processes may make it at once; the later one takes the place of an equal one.
  const making = mkdtempSync(join(preparedFolder(), 'making-'));
  try {
    await make(join(making, name));
    renameSync(join(making, name), file);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return file;
}

/** As `prepared`, copied to where it may be written. */
export async function copyPrepared(name: string, target: string, make: Make): Promise<void> {
  copyFileSync(await prepared(name, make), target);
}
