import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from './connection.ts';
import { copyStore, type Watched } from './copy.ts';
import { Statements } from './statements.ts';
import { makeTemporaryFolder } from './temporaryFolders.ts';
import { beginWork, type Work } from './work.ts';

/**
 * Runs a job as a unit of work would, on a copy of the store at this moment, and throws the copy away: those who write,
 * here or in another program, goes on meanwhile.
 */
export async function rehearseOnCopy<T>(
  file: string,
  job: (work: Work) => Promise<T> | T,
  watched: Watched = unwatched,
): Promise<T> {
  return await inTemporaryFolder((folder) => rehearseIn(folder, file, job, watched));
}

/** The same where somebody else sees to the folder of the copy, because this thread may be ended at any moment. */
export async function rehearseIn<T>(
  folder: string,
  file: string,
  job: (work: Work) => Promise<T> | T,
  watched: Watched,
): Promise<T> {
  const copy = join(folder, 'rehearsal');
  await copyStore(file, copy, watched);
  const db = openForWriting(copy);
  try {
    // Nothing of it is kept, so nothing has to reach the disk.
    db.pragma('synchronous = off');
    db.exec('begin');
    return await job(beginWork({ db, statements: new Statements(db) }));
  } finally {
    db.close();
  }
}

/** Removes the folder with all in it once the work is done. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = makeTemporaryFolder('work');
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const unwatched: Watched = { signal: new AbortController().signal, progress: () => undefined };
