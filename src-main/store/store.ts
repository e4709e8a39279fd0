import { msg, type Message, isMessage } from '#shared/kernel/message.ts';
import { chmodSync, existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import Driver, { type Database } from 'better-sqlite3';
import { type ErrorCode, isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { bringUp } from './bringUp.ts';
import { noHash } from './chain.ts';
import { openForReading, openForWriting } from './connection.ts';
import type { Watched } from './copy.ts';
import { temporaryFileOf, removeTemporaryFile, sweepTemporaryFiles } from './temporaryFiles.ts';
import { applicationId, checkGate } from './gate.ts';
import { rememberPlace } from './knownPlaces.ts';
import { type LockHolder, takeLock } from './lock.ts';
import { schemaVersion } from './schemaDigest.ts';
import type { EntitiesLoader } from './orm.ts';
import { rehearseOnCopy } from './rehearse.ts';
import { toStoreError } from './sqliteErrors.ts';
import { Statements } from './statements.ts';
import { realFileOf, StoreFile } from './storeFile.ts';
import { type View, Views } from './views.ts';
import { leaveOutUnvouched } from './vouchedRecords.ts';
import { beginWork, type Work } from './work.ts';

/** The handle of a read-only connection, for what is not asked in typed queries yet. */
export type Reader = { readonly db: Database };

export type Head = { storeId: string; seq: number; hash: Buffer; demo: string };

/** What is wrong with a store, and the first entry it was found at; 0 where it belongs to none. */
export type Damage = { code: ErrorCode; what: Message; seq: number };

export type Store = {
  file: string;
  id: string;
  /** Why it may not be written; "" when it may. */
  readonly readOnly: Message | '';
  /** What was found wrong with it, when it was opened or since; "" where nothing was. */
  readonly suspect: Message | '';
  /** What the gate found wrong with a store that is open for rescue. */
  readonly damage: Damage | undefined;
  /** Whether the last program that wrote here ended as it should. */
  cleanExit: boolean;
  reader(): Reader;
  head(): Head;
  /** Runs a job in one transaction, after those that wait already. What it throws undoes everything. */
  work<T>(job: (work: Work) => Promise<T> | T): Promise<T>;
  /** Runs a job as `work` would, on a copy that is thrown away: writers do not wait for it. */
  rehearse<T>(job: (work: Work) => Promise<T> | T, watched?: Watched): Promise<T>;
  /** Reads one state of the store; others write and read meanwhile. */
  view<T>(job: (read: View) => Promise<T> | T): Promise<T>;
  /** Stops all writing, because the store was found damaged; reading goes on. */
  freeze(reason: Message): void;
  /** Freezes a store whose file is not what this program opened and wrote any more: looked at with every call. */
  look(): void;
  /**
   * The path, for what opens the file anew.
   * @throws LotlineError STORE_READ_ONLY where it leads to another file by now
   */
  pathInPlace(): string;
  /** The open handle where the path leads to it no more; undefined while it does. */
  heldFile(): Database | undefined;
  close(): Promise<void>;
};

export type OpenStore = {
  file: string;
  /** Asked for only where a store is made or brought up. */
  entities: EntitiesLoader;
  /** `write` takes the lock and may make a missing store; `read` never writes; `rescue` reads a store the gate refuses. */
  mode: 'write' | 'create' | 'read' | 'rescue';
  holder: LockHolder;
  now: number;
  newId: () => string;
  /** A copy whose original is kept: brought up to our version without a backup of its own. */
  isCopy?: boolean;
  /** The folder with the heads this workstation verified, one of which the store must still contain. */
  heads?: string | undefined;
  /** Hears once why a store that was written to is only read from now on. */
  onFrozen?: ((reason: Message) => void) | undefined;
};

/** Opens a store, or makes it. Throws the gate's codes, and STORE_BUSY when somebody else writes. */
export async function openStore(options: OpenStore): Promise<Store> {
  const file = realFileOf(options.file);
  const writes = options.mode === 'write' || options.mode === 'create';
  // A file that exists, readable or not, is checked by the gate and never made anew.
  const isMissing = options.mode === 'create' && !existsSync(file);
  // Two programs may miss it at once: only the one that holds the lock makes it.
  let lock = isMissing ? lockMissing(file, options.holder) : undefined;
  const open: Database[] = [];
  try {
    if (isMissing && !existsSync(file)) knowPlace(options, file, await makeStore(file, options));
    const { cleanExit, version, damage } = passGate(file, options);
    if (writes) lock ??= takeLock(file, options.holder);
    if (writes) sweepTemporaryFiles(file);
    if (writes && version < schemaVersion)
      await bringUp(file, { entities: options.entities, version, now: options.now, isCopy: options.isCopy ?? false });
    const opened = new StoreFile(file);
    const issue = writes ? opened.issue() : undefined;
    if (issue !== undefined) throw new LotlineError('STORE_READ_ONLY', issue);
    const writer = writes ? openForWriting(file) : undefined;
    if (writer !== undefined) open.push(writer);
    const reader = openForReading(file);
    open.push(reader);
    if (writer !== undefined) {
      writer.prepare('update head set clean_exit = 0 where id = 1').run();
      opened.watchLog();
    }
    const store = storeOn(opened, {
      writer,
      reader,
      onFrozen: options.onFrozen,
      cleanExit,
      damage,
      release: () => lock?.release(),
    });
    if (writes) knowPlace(options, file, store.id);
    return store;
  } catch (error) {
    for (const db of open) db.close();
    lock?.release();
    throw toStoreError(error);
  }
}

/** A memory that cannot be written keeps nobody from working. */
function knowPlace({ heads }: Pick<OpenStore, 'heads'>, file: string, storeId: string): void {
  try {
    if (heads !== undefined) rememberPlace(heads, file, storeId);
  } catch {
    // Then the place is not known here.
  }
}

/** Takes the lock of a store that is still to be made. */
function lockMissing(file: string, holder: LockHolder): Lock {
  // The driver's own error for a missing folder has no code.
  if (!existsSync(dirname(file))) throw cannotMake(file, 'the folder does not exist');
  try {
    return takeLock(file, holder);
  } catch (error) {
    if (error instanceof LotlineError && error.code === 'STORE_READ_ONLY') throw cannotMake(file, error.message);
    throw error;
  }
}

type Lock = ReturnType<typeof takeLock>;

type Passed = { cleanExit: boolean; version: number; damage: Damage | undefined };

/** Rescue reads what the gate refuses, where it can be read at all. */
function passGate(file: string, { mode, heads }: Pick<OpenStore, 'mode' | 'heads'>): Passed {
  try {
    const passed = checkGate(file, { heads });
    if (mode === 'read' && passed.version < schemaVersion) throw mustBeBroughtUp(file, passed.version);
    return { ...passed, damage: undefined };
  } catch (error) {
    const isReadable = isLotlineError(error) && error.details['readable'] === true;
    if (mode === 'rescue' && isReadable && hasOurTables(file))
      return { cleanExit: false, version: schemaVersion, damage: damageOf(error) };
    throw error;
  }
}

/** A damaged store of an earlier version cannot be brought up, and our questions would not find their tables. */
function hasOurTables(file: string): boolean {
  const db = new Driver(file, { readonly: true, timeout: 5000 });
  try {
    return db.pragma('user_version', { simple: true }) === schemaVersion;
  } finally {
    db.close();
  }
}

function damageOf({ code, text, details }: LotlineError): Damage {
  const { what, seq } = details;
  return { code, what: isMessage(what) ? what : text, seq: typeof seq === 'number' ? seq : 0 };
}

const mustBeBroughtUp = (file: string, version: number): LotlineError =>
  new LotlineError(
    'STORE_VERSION',
    msg`${file} has schema ${version}, this Lotline works with ${schemaVersion}. Open it once in a window or with "serve", which brings it up.`,
    { readable: true },
  );

/** Makes the file beside its place and renames it, so that a half-made store is never found there. Its lock is held. */
async function makeStore(file: string, options: OpenStore): Promise<string> {
  const draft = temporaryFileOf(file);
  const storeId = options.newId();
  removeTemporaryFile(draft);
  try {
    const { connectOrm } = await import('./orm.ts');
    const { orm, db } = await connectOrm(draft, await options.entities(), 'write');
    await orm.migrator.up();
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${schemaVersion}`);
    db.prepare(
      "insert into head (id, store_id, created_at, demo, seq, hash, movement_digest, version_digest, writes, clean_exit) values (1, ?, ?, '', 0, ?, ?, ?, 0, 1)",
    ).run(storeId, options.now, noHash, noHash, noHash);
    await orm.close();
    // Passwords' digests are in it.
    chmodSync(draft, 0o600);
    renameSync(draft, file);
    return storeId;
  } catch (error) {
    removeTemporaryFile(draft);
    if (error instanceof Error && 'code' in error && (error.code === 'SQLITE_CANTOPEN' || error.code === 'ENOENT')) {
      throw cannotMake(file, String(error));
    }
    throw toStoreError(error);
  }
}

const cannotMake = (file: string, cause: string): LotlineError =>
  new LotlineError(
    'PATH_REFUSED',
    msg`A store cannot be made at ${file}. Check that the folder exists and may be written.`,
    { cause },
  );

type Parts = {
  writer: Database | undefined;
  reader: Database;
  cleanExit: boolean;
  damage: Damage | undefined;
  onFrozen: OpenStore['onFrozen'];
  release: () => void;
};

const readOnlyReason = (damage: Damage | undefined): Message =>
  damage === undefined
    ? msg`This store is open for reading only.`
    : msg`${damage.code}: ${damage.what} The store is open for rescue: everything can be looked at and exported, nothing is written. Restore a backup.`;

function storeOn(file: StoreFile, { writer, reader, cleanExit, damage, onFrozen, release }: Parts): Store {
  const readHead = reader.prepare<[], Head>('select store_id as storeId, seq, hash, demo from head where id = 1');
  const statements = writer === undefined ? undefined : new Statements(writer);
  const views = new Views(file, reader, (path) => vouching(openForReading(path)));
  const foreignCommits = (): unknown => writer?.pragma('data_version', { simple: true });
  const commitsAtOpening = foreignCommits();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;
  let closing: Promise<void> | undefined;
  let readOnly: Message | '' = writer === undefined ? readOnlyReason(damage) : '';
  const vouching = (db: Database): Database => {
    leaveOutUnvouched(db, () => damage !== undefined || (writer !== undefined && readOnly !== ''));
    return db;
  };
  vouching(reader);

  const head = (): Head => {
    const row = readHead.get();
    if (row === undefined)
      throw new LotlineError('STORE_DAMAGED', msg`The head of the store is missing. Restore a backup.`);
    return row;
  };

  /** What is committed on our one writing connection is not counted, and the lock keeps out every other program of ours. */
  function look(): void {
    const issue =
      file.issue() ??
      (foreignCommits() === commitsAtOpening
        ? undefined
        : msg`Another program wrote to the store while it was open here. Nothing more is written. Close it, verify it, and restore a backup where it does not hold.`);
    if (issue !== undefined) freeze(issue);
  }

  function freeze(reason: Message): void {
    if (readOnly !== '') return;
    readOnly = reason;
    onFrozen?.(reason);
  }

  function insistOnWriting(): void {
    look();
    if (readOnly !== '') throw new LotlineError('STORE_READ_ONLY', readOnly);
  }

  async function inTransaction<T>(job: (work: Work) => Promise<T> | T): Promise<T> {
    if (closed) throw new LotlineError('STORE_BUSY', msg`The store is being closed.`);
    insistOnWriting();
    if (writer === undefined || statements === undefined) throw new Error('a store without a writer is read only');
    try {
      writer.exec('begin');
      const result = await job(beginWork({ db: writer, statements }));
      // What is not in place now would be acknowledged and lost.
      insistOnWriting();
      writer.exec('commit');
      return result;
    } catch (error) {
      // SQLite undoes a transaction by itself where the disk is full.
      if (writer.inTransaction) writer.exec('rollback');
      throw toStoreError(error);
    }
  }

  async function closeAll(): Promise<void> {
    await queue;
    look();
    closed = true;
    views.close();
    reader.close();
    if (writer !== undefined) {
      // One that was found damaged is left as after a crash, so that it is verified first when it is opened next.
      if (readOnly === '') writer.prepare('update head set clean_exit = 1 where id = 1').run();
      writer.close();
    }
    release();
  }

  return {
    file: file.path,
    id: head().storeId,
    get readOnly() {
      return readOnly;
    },
    get suspect() {
      return damage !== undefined || writer !== undefined ? readOnly : '';
    },
    damage,
    cleanExit,
    reader: () => ({ db: reader }),
    head,
    work(job) {
      const turn = queue.then(() => inTransaction(job));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async rehearse(job, watched) {
      views.insistOnOpen();
      return await rehearseOnCopy(file.inPlace(), job, watched);
    },
    view: (job) => views.view(job),
    freeze,
    look,
    pathInPlace: () => file.inPlace(),
    heldFile: () => (file.isElsewhere() ? reader : undefined),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
