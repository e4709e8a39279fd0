import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Database, Statement } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { noHash } from './chain.ts';
import { type Connection, connect, type Entities } from './connection.ts';
import { applicationId, checkGate } from './gate.ts';
import { type LockHolder, takeLock } from './lock.ts';
import { schemaVersion } from './migrations/index.ts';
import { sayStoreError } from './sqliteErrors.ts';
import { beginWork, type Work } from './work.ts';

/** The reading side: an entity manager of its own, and the handle of the same read-only connection. */
export type Reader = { em: SqlEntityManager; db: Database };

export type Head = { storeId: string; seq: number; hash: Buffer; demo: string };

export type Store = {
  file: string;
  id: string;
  /** Why it may not be written; "" when it may. */
  readonly readOnly: string;
  /** Whether the last program that wrote here ended as it should. */
  cleanExit: boolean;
  reader(): Reader;
  head(): Head;
  /** Runs a job in one transaction, after those that wait already. What it throws undoes everything. */
  work<T>(job: (work: Work) => Promise<T> | T): Promise<T>;
  /** Runs a job as `work` would and undoes it; where this process may not write, on a copy that is thrown away. */
  rehearse<T>(job: (work: Work) => Promise<T> | T): Promise<T>;
  /** Stops all writing, because the store was found damaged; reading goes on. */
  freeze(reason: string): void;
  close(): Promise<void>;
};

export type OpenStore = {
  file: string;
  entities: Entities;
  /** `write` takes the lock and may make a missing store; `read` never writes; `rescue` reads a store the gate refuses. */
  mode: 'write' | 'create' | 'read' | 'rescue';
  holder: LockHolder;
  now: number;
  newId: () => string;
};

/** Opens a store, or makes it. Throws the gate's codes, and STORE_BUSY when somebody else writes. */
export async function openStore(options: OpenStore): Promise<Store> {
  const file = resolve(options.file);
  // Whatever lies there, readable or not, is looked at by the gate and never made anew.
  if (options.mode === 'create' && !existsSync(file)) await makeStore(file, options);
  const { cleanExit } = passGate(file, options.mode);
  const writes = options.mode === 'write' || options.mode === 'create';
  const lock = writes ? takeLock(file, options.holder) : undefined;
  const open: Connection[] = [];
  try {
    if (writes) sweepDrafts(file);
    const writer = writes ? await connect(file, options.entities, 'write') : undefined;
    if (writer !== undefined) open.push(writer);
    const reader = await connect(file, options.entities, 'read');
    open.push(reader);
    writer?.db.prepare('update head set clean_exit = 0 where id = 1').run();
    return storeOn(file, { entities: options.entities, writer, reader, cleanExit, release: () => lock?.release() });
  } catch (error) {
    for (const { orm } of open) await orm.close().catch(() => undefined);
    lock?.release();
    throw sayStoreError(error);
  }
}

/** Rescue reads what the gate refuses, where it can be read at all. */
function passGate(file: string, mode: OpenStore['mode']): { cleanExit: boolean } {
  try {
    return checkGate(file);
  } catch (error) {
    if (mode === 'rescue' && error instanceof LotlineError && error.details['readable'] === true)
      return { cleanExit: false };
    throw error;
  }
}

/** Makes the file beside its place and renames it, so that a half-made store is never found there. */
async function makeStore(file: string, options: OpenStore): Promise<void> {
  const draft = `${file}.new-${options.holder.pid}`;
  // The driver's own word for a missing folder bears no code.
  if (!existsSync(dirname(file))) throw cannotMake(file, 'the folder does not exist');
  removeDraft(draft);
  try {
    const { orm, db } = await connect(draft, options.entities, 'write');
    await orm.migrator.up();
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
    db.prepare(
      "insert into head (id, store_id, created_at, demo, seq, hash, movement_digest, version_digest, writes, clean_exit) values (1, ?, ?, '', 0, ?, ?, ?, 0, 1)",
    ).run(options.newId(), options.now, noHash, noHash, noHash);
    await orm.close();
    renameSync(draft, file);
  } catch (error) {
    removeDraft(draft);
    if (error instanceof Error && 'code' in error && (error.code === 'SQLITE_CANTOPEN' || error.code === 'ENOENT')) {
      throw cannotMake(file, String(error));
    }
    throw sayStoreError(error);
  }
}

const removeDraft = (draft: string): void => {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(draft + ending, { force: true });
};

/** What a program left that was killed while it made this store. Drafts of programs that still run are theirs. */
function sweepDrafts(file: string): void {
  const prefix = `${basename(file)}.new-`;
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid > 0 && pid !== process.pid && !isRunning(pid)) rmSync(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const cannotMake = (file: string, cause: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    `A store cannot be made at ${file}. Check that the folder exists and may be written.`,
    { cause },
  );

/** Carries a rehearsal's result out of the transaction it undoes. */
class Rehearsed<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('rehearsed');
    this.result = result;
  }
}

type Job<T> = (work: Work) => Promise<T> | T;

async function undone<T>(inTransaction: (job: Job<never>) => Promise<never>, job: Job<T>): Promise<T> {
  try {
    return await inTransaction(async (work) => {
      throw new Rehearsed(await job(work));
    });
  } catch (error) {
    // Made just above, with this job's result.
    if (error instanceof Rehearsed) return error.result as T;
    throw error;
  }
}

async function rehearseOnCopy<T>(db: Database, entities: Entities, job: Job<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-'));
  try {
    const file = join(folder, 'rehearsal');
    await db.backup(file);
    const { orm, db: copy } = await connect(file, entities, 'write');
    try {
      const em = orm.em.fork();
      await em.begin();
      return await job(beginWork(em, copy, (sql) => copy.prepare(sql)));
    } finally {
      await orm.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Parts = {
  entities: Entities;
  writer: Connection | undefined;
  reader: Connection;
  cleanExit: boolean;
  release: () => void;
};

function storeOn(file: string, { entities, writer, reader, cleanExit, release }: Parts): Store {
  const readHead = reader.db.prepare<[], Head>('select store_id as storeId, seq, hash, demo from head where id = 1');
  const statements = new Map<string, Statement<unknown[]>>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;
  let readOnly = writer === undefined ? 'This store is open for reading only.' : '';

  const head = (): Head => {
    const row = readHead.get();
    if (row === undefined)
      throw new LotlineError('STORE_DAMAGED', 'The head of the store is missing. Restore a backup.');
    return row;
  };

  const prepared = (db: Database) => (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  };

  async function inTransaction<T>(job: (work: Work) => Promise<T> | T): Promise<T> {
    if (closed) throw new LotlineError('STORE_BUSY', 'The store is being closed.');
    if (writer === undefined || readOnly !== '') throw new LotlineError('STORE_READ_ONLY', readOnly);
    const em = writer.orm.em.fork();
    try {
      await em.begin();
      const result = await job(beginWork(em, writer.db, prepared(writer.db)));
      await em.commit();
      return result;
    } catch (error) {
      // SQLite undoes a transaction by itself where the disk is full. The ORM then has nothing to roll back, fails, and
      // never hands its connection back: the next unit of work would wait for ever. So it is given something to undo.
      if (em.isInTransaction() && !writer.db.inTransaction) writer.db.exec('begin');
      if (em.isInTransaction()) await em.rollback().catch(() => undefined);
      if (writer.db.inTransaction) writer.db.exec('rollback');
      throw sayStoreError(error);
    }
  }

  return {
    file,
    id: head().storeId,
    get readOnly() {
      return readOnly;
    },
    cleanExit,
    reader: () => ({ em: reader.orm.em.fork(), db: reader.db }),
    head,
    work(job) {
      const turn = queue.then(() => inTransaction(job));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async rehearse(job) {
      if (writer === undefined) return await rehearseOnCopy(reader.db, entities, job);
      const turn = queue.then(() => undone(inTransaction, job));
      queue = turn.catch(() => undefined);
      return await turn;
    },
    freeze(reason) {
      readOnly = reason;
    },
    async close() {
      if (closed) return;
      await queue;
      closed = true;
      await reader.orm.close();
      if (writer !== undefined) {
        writer.db.prepare('update head set clean_exit = 1 where id = 1').run();
        await writer.orm.close();
      }
      release();
    },
  };
}
