import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';

/** What SQLite, the lock and the trace index lay beside a store, under its name. */
export const besideStore = ['-wal', '-shm', '-journal', '-lock', '-trace', '-attempts'] as const;

const mark = '.new-';

/** Where this program makes a file that is to appear at its place whole: beside it, so that a rename brings it there. */
export const temporaryFileOf = (file: string): string => `${file}${mark}${process.pid}`;

/** Whether a store is still such a draft of this program's. */
export const isOwnTemporaryFile = (file: string): boolean => file.endsWith(`${mark}${process.pid}`);

/** @throws LotlineError PATH_REFUSED where a folder is in its place: it is not ours to remove */
export function removeTemporaryFile(draft: string): void {
  for (const ending of ['', ...besideStore]) {
    const path = draft + ending;
    if (isFolder(path))
      throw new LotlineError(
        'PATH_REFUSED',
        msg`${path} is a folder, in the place of a file that Lotline makes. Move it.`,
      );
    rmSync(path, { force: true });
  }
}

const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Under which name a store is kept that gives way to a restored one. */
export const keptMark = '.before-restore-';

/**
 * Removes what a program left that was killed while it made this file. Drafts of programs that still run are theirs, and
 * folders are nobody's of ours.
 */
export function sweepTemporaryFiles(file: string): void {
  const [folder, base] = [dirname(file), basename(file)];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(base) || isFolder(path)) continue;
    const pid = name.startsWith(base + mark) ? Number.parseInt(name.slice(base.length + mark.length), 10) : 0;
    if (pid > 0 && pid !== process.pid && !isRunning(pid)) rmSync(path, { force: true });
    // A second name of the store itself: it was to be kept under it, but never gave way.
    if (name.startsWith(base + keptMark) && isSameFile(path, file)) rmSync(path, { force: true });
  }
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Whether there is a process of this number on this computer, ours or another user's. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A name that nothing has yet. */
export function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return name;
  }
}

/** Waits until a file's bytes are on the disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until a folder's names are on the disk, so that a rename in it outlives a power cut. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and keeps its names in a journal of its own.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
