import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Entities } from './connection.ts';
import { copyStore, type Watched } from './copy.ts';
import { Statements } from './statements.ts';
import { beginWork, type Work } from './work.ts';

/**
 * Runs a job as a unit of work would, on a copy of the store at this moment, and throws the copy away: whoever writes,
 * here or in another program, goes on meanwhile.
 */
export async function rehearseOnCopy<T>(
  { file, entities }: { file: string; entities: Entities },
  job: (work: Work) => Promise<T> | T,
  watched: Watched = unwatched,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-'));
  try {
    const copy = join(folder, 'rehearsal');
    await copyStore(file, copy, watched);
    const { orm, db } = await connect(copy, entities, 'write');
    try {
      // Nothing of it is kept, so nothing has to reach the disk.
      db.pragma('synchronous = off');
      db.exec('begin');
      return await job(beginWork({ db, statements: new Statements(db), newManager: () => orm.em.fork() }));
    } finally {
      await orm.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const unwatched: Watched = { signal: new AbortController().signal, progress: () => undefined };
