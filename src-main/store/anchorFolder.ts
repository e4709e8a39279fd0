import { msg } from '#shared/kernel/message.ts';
import { closeSync, constants, fsyncSync, mkdirSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Anchor, readLines, writeAnchor } from './anchor.ts';
import { openRegularFile, readRegularFile } from './regularFiles.ts';

/** The anchors of one store in a folder; lines and files that are none are passed over, as is a missing folder. */
export function readAnchorFolder(folder: string, storeId: string): Anchor[] {
  if (!isFileName(storeId)) return [];
  const own = join(folder, storeId);
  return namesIn(own)
    .filter((name) => name.endsWith('.anchor'))
    .toSorted()
    .flatMap((name) => readLines(textOf(join(own, name))))
    .flatMap((anchor) => (anchor?.store === storeId ? [anchor] : []));
}

/**
 * Adds an anchor to its day's file, `STORE/YYYY-MM-DD.anchor`, unless it repeats the last one there. Nothing is ever
 * overwritten, so the folder may be one that only takes additions.
 * @throws the system's error when the folder cannot be written
 */
export function appendAnchor(folder: string, anchor: Anchor): void {
  const own = join(folder, fileNameOf(anchor.store));
  mkdirSync(own, { recursive: true, mode: 0o700 });
  addAnchor(join(own, `${anchor.at.slice(0, 10)}.anchor`), anchor);
}

/** Adds an anchor to a file of them. @throws the system's error when the file cannot be written */
export function addAnchor(file: string, anchor: Anchor): void {
  const before = textOf(file);
  const last = readLines(before).at(-1);
  if (
    last?.seq === anchor.seq &&
    last.hash === anchor.hash &&
    (last.signature !== undefined) === (anchor.signature !== undefined)
  )
    return;
  // A line that a full disk cut short is ended first, so that it spoils no other.
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  // Windows has no such flag.
  const descriptor = openRegularFile(file, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
  try {
    writeSync(descriptor, `${gap}${JSON.stringify(anchor)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The other stores that have anchors in a folder. */
export const otherStoresIn = (folder: string, storeId: string): string[] =>
  namesIn(folder).filter((name) => name !== storeId && isFileName(name) && readAnchorFolder(folder, name).length > 0);

/** Why a workstation remembers a head: a full check found it good, or a person said that the store is right as it stands. */
export type Remembered = 'verified' | 'accepted';

/** The last head of a store that this workstation remembers; undefined when there is none. */
export function readHead(folder: string, storeId: string, as: Remembered = 'verified'): Anchor | undefined {
  if (!isFileName(storeId)) return undefined;
  const [anchor] = readLines(textOf(headFile(folder, storeId, as)));
  return anchor?.store === storeId ? anchor : undefined;
}

/** Remembers a head, in place of the one before. */
export function rememberHead(folder: string, anchor: Anchor, as: Remembered = 'verified'): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeAnchor(headFile(folder, anchor.store, as), anchor);
}

/** The ends that restores made on this workstation left, the first one first. */
export const readRestored = (folder: string, storeId: string): Anchor[] =>
  isFileName(storeId)
    ? readLines(textOf(restoredFile(folder, storeId))).flatMap((end) => (end?.store === storeId ? [end] : []))
    : [];

export function rememberRestored(folder: string, end: Anchor): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  addAnchor(restoredFile(folder, end.store), end);
}

const restoredFile = (folder: string, storeId: string): string => join(folder, `${fileNameOf(storeId)}.restored.json`);

/** Forgets a verified head: for a store that was taken back to an earlier state on purpose. */
export const forgetHead = (folder: string, storeId: string): void => rmSync(headFile(folder, storeId), { force: true });

const headFile = (folder: string, storeId: string, as: Remembered = 'verified'): string =>
  join(folder, `${fileNameOf(storeId)}${as === 'verified' ? '' : `.${as}`}.json`);

/** The id is in a file that anybody may have written; it never becomes a path of its own choice. */
const isFileName = (storeId: string): boolean => /^[\w-]{1,100}$/.test(storeId);

function fileNameOf(storeId: string): string {
  if (isFileName(storeId)) return storeId;
  throw new LotlineError('STORE_DAMAGED', msg`The identity of the store was changed. Restore a backup.`);
}

function textOf(file: string): string {
  try {
    return readRegularFile(file);
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
