import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database, { type Database as Handle } from 'better-sqlite3';
import { openRegularFile } from './regularFiles.ts';
import { syncFile, syncFolder } from './temporaryFiles.ts';

/**
 * The contents of attached files lie in a folder beside the store, each under its digest: the same content once,
 * whatever it is called. They are only added: a store that was restored, and the one it took the place of, share them.
 */
export const filesFolderOf = (store: string): string => `${store}-files`;

const pathOf = (store: string, sha256: string): string => join(filesFolderOf(store), sha256);

/** What verification calls a content that is not there, or not what its digest says. The store itself holds then. */
export const fileProblems = ['FILE_MISSING', 'FILE_CHANGED'] as const;
export type FileProblem = (typeof fileProblems)[number];
export const isFileProblem = (code: string): boolean => fileProblems.some((one) => one === code);

/** Keeps a content under its digest: whole and on the disk, or not at all. */
export function keepContent(store: string, sha256: string, content: string | Buffer): void {
  const [folder, path] = [filesFolderOf(store), pathOf(store, sha256)];
  if (problemAt(path, sha256) === undefined) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.new-${randomUUID()}`);
  try {
    if (typeof content === 'string') copyFileSync(content, draft, constants.COPYFILE_EXCL);
    else writeFileSync(draft, content, { flag: 'wx', mode: 0o600 });
    if (problemAt(draft, sha256) !== undefined) throw new Error('a file changed while it was kept');
    syncFile(draft);
    renameSync(draft, path);
    syncFolder(folder);
    syncFolder(dirname(folder));
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * What is wrong with a kept content; undefined where it is there and what its digest says. In a backup, and until a
 * restored store is written to for the first time, contents lie within the file of the store.
 */
export function problemOf(db: Handle, sha256: string): FileProblem | undefined {
  const beside = problemAt(pathOf(db.name, sha256), sha256);
  if (beside === undefined) return undefined;
  const carried = carriedIn(db, sha256);
  return carried === undefined ? beside : digestOf(carried) === sha256 ? undefined : 'FILE_CHANGED';
}

/** A kept content; undefined where `problemOf` would find something wrong. */
export function readContent(db: Handle, sha256: string): Buffer | undefined {
  const path = pathOf(db.name, sha256);
  const found = problemAt(path, sha256) === undefined ? readFileSync(path) : carriedIn(db, sha256);
  return found !== undefined && digestOf(found) === sha256 ? found : undefined;
}

const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const carriedIn = (db: Handle, sha256: string): Buffer | undefined =>
  db.prepare<[string], Buffer>('select content from carried_file where sha256 = ?').pluck().get(sha256);

function problemAt(path: string, sha256: string): FileProblem | undefined {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return 'FILE_MISSING';
  const descriptor = openRegularFile(path, constants.O_RDONLY);
  try {
    const digest = createHash('sha256');
    const part = Buffer.alloc(Math.max(1, Math.min(1024 ** 2, fstatSync(descriptor).size)));
    for (let read = readSync(descriptor, part); read > 0; read = readSync(descriptor, part))
      digest.update(part.subarray(0, read));
    return digest.digest('hex') === sha256 ? undefined : 'FILE_CHANGED';
  } finally {
    closeSync(descriptor);
  }
}

type Named = { number: string; label: string; sha256: string; size: number };

/** The contents that a store's records name, each once, by the first that names it. */
export const namedContents = (db: Handle): Named[] =>
  db
    .prepare<[], Named>(
      `select number, label, sha256, size from attached_file f
       where not exists (select 1 from attached_file e where e.sha256 = f.sha256 and e.id < f.id) order by id`,
    )
    .all();

/** So many bytes a copy of the store takes beside the store's own for what is attached. */
export function sizeOfContents(store: string | Handle): number {
  if (typeof store !== 'string') return namedContents(store).reduce((sum, { size }) => sum + size, 0);
  const db = new Database(store, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    return sizeOfContents(db);
  } finally {
    db.close();
  }
}

/**
 * Puts the contents that a copy's records name into the copy, so that one file holds all of a backup. Answers how many
 * are missing or changed: the copy is kept without them, and says so.
 */
export function carryContents(store: string, copy: string): number {
  const db = new Database(copy, { timeout: 0 });
  try {
    const put = db.prepare('insert or ignore into carried_file (sha256, content) values (?, ?)');
    let missing = 0;
    db.exec('begin');
    for (const { sha256 } of namedContents(db)) {
      if (carriedIn(db, sha256) !== undefined) continue;
      const path = pathOf(store, sha256);
      if (problemAt(path, sha256) === undefined) put.run(sha256, readFileSync(path));
      else missing += 1;
    }
    db.exec('commit');
    return missing;
  } finally {
    db.close();
    syncFile(copy);
  }
}

/** So many of the contents that an unpacked backup names are missing or changed in it. */
export function missingIn(draft: string): number {
  // Not for reading only: such a connection would leave an empty log behind.
  const db = new Database(draft, { fileMustExist: true });
  try {
    return namedContents(db).filter(({ sha256 }) => problemOf(db, sha256) !== undefined).length;
  } finally {
    db.close();
  }
}

/** Lays out what a restored store carries, before it is written to. What lies beside it already is left as it is. */
export function layOutContents(db: Handle): void {
  const digests = db.prepare<[], string>('select sha256 from carried_file').pluck().all();
  for (const sha256 of digests) {
    const content = carriedIn(db, sha256);
    if (content !== undefined && digestOf(content) === sha256) keepContent(db.name, sha256, content);
  }
  if (digests.length > 0) db.exec('delete from carried_file');
}
