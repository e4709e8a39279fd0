import { msg, type Message } from '#shared/kernel/message.ts';
import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { bringUp } from './bringUp.ts';
import { hasLog, isAsSettled, readLog, settle } from './closedStamp.ts';
import { type Acknowledged, missingOf } from './acknowledged.ts';
import { dropPages, openForReading, openForWriting } from './connection.ts';
import type { Watched } from './copy.ts';
import { sweepTemporaryFiles } from './temporaryFiles.ts';
import { rememberPlace } from './knownPlaces.ts';
import { type Lock, type LockHolder, takeLock } from './lock.ts';
import { lockMissing, makeStore } from './makeStore.ts';
import { schemaVersion } from './schemaDigest.ts';
import type { EntitiesLoader } from './orm.ts';
import { type Damage, passGate } from './passGate.ts';
import { rehearseOnCopy } from './rehearse.ts';
import { toStoreError } from './sqliteErrors.ts';
import { layOutContents } from './keptFiles.ts';
import { Statements } from './statements.ts';
import { type Left, realFileOf, StoreFile, touchedMeanwhile, writtenByAnother } from './storeFile.ts';
import { type View, Views } from './views.ts';
import { leaveOutUnvouched } from './vouchedRecords.ts';
import { beginWork, type Work } from './work.ts';

/** The handle of a read-only connection, for what is not asked in typed queries yet. */
export type Reader = { readonly db: Database };

export type { Damage };

export type Head = { storeId: string; seq: number; hash: Buffer; demo: string };

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
  /** Whether a log had something for the file when it was opened. */
  hadLog: boolean;
  /** How its file was left, once it is closed; undefined where somebody came between, or its log was left too. */
  leftAs(): string | undefined;
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
  /** Reads everything anew from the file from now on, and has others do so. */
  doubt(): void;
  /** The last entry that was acknowledged here, or was there when the store was opened. */
  acknowledged(): Acknowledged;
  /**
   * The path, for what opens the file anew.
   * @throws LotlineError STORE_READ_ONLY where it leads to another file by now
   */
  pathInPlace(): string;
  /** The open handle where the path leads to it no more; undefined while it does. */
  heldFile(): Database | undefined;
  close(): Promise<void>;
  /** Closes it, and answers the lock instead of letting go of it: nobody comes between. Undefined where there is none. */
  closeKeepingLock(): Promise<Lock | undefined>;
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
  /** The store's lock, where whoever opens it holds that already. It is let go of when opening fails, as one taken here. */
  lock?: Lock | undefined;
  /** The folder with the heads this workstation verified, one of which the store must still contain. */
  heads?: string | undefined;
  /** Hears once why a store that was written to is only read from now on. */
  onFrozen?: ((reason: Message) => void) | undefined;
  /** Hears whenever what somebody keeps in memory of the store may not be what it holds. */
  onDoubt?: (() => void) | undefined;
  /** Verifies a store whose file was touched in a way that cannot be told from writing; nothing is written meanwhile. */
  onTouched?: (() => Promise<unknown>) | undefined;
};

/** Opens a store, or makes it. Throws the gate's codes, and STORE_BUSY when somebody else writes. */
export async function openStore(options: OpenStore): Promise<Store> {
  const file = realFileOf(options.file);
  // Of a log that is put there later SQLite tells.
  const layBeside = hasLog(file);
  const writes = options.mode === 'write' || options.mode === 'create';
  // A file that exists, readable or not, is checked by the gate and never made anew.
  const isMissing = options.mode === 'create' && !existsSync(file);
  // Two programs may miss it at once: only the one that holds the lock makes it.
  let lock = isMissing ? lockMissing(file, options.holder) : writes ? options.lock : undefined;
  const open: { close(): unknown }[] = [];
  try {
    if (isMissing && !existsSync(file)) knowPlace(options, file, await makeStore(file, options));
    const { cleanExit, version, damage } = passGate(file, options);
    if (writes) lock ??= takeLock(file, options.holder);
    if (writes) sweepTemporaryFiles(file);
    if (writes && version < schemaVersion)
      await bringUp(file, { entities: options.entities, version, now: options.now, isCopy: options.isCopy ?? false });
    const opened = new StoreFile(file);
    open.push(opened);
    const issue = writes ? opened.issue() : undefined;
    if (issue !== undefined) throw new LotlineError('STORE_READ_ONLY', issue);
    const writer = writes ? openForWriting(file) : undefined;
    if (writer !== undefined) open.push(writer);
    const hadLog = layBeside || (writer !== undefined && readLog(writer));
    const reader = openForReading(file);
    open.push(reader);
    if (writer !== undefined) {
      writer.prepare('update head set clean_exit = 0 where id = 1').run();
      if (options.isCopy !== true) layOutContents(writer);
      opened.watch();
      // What was read before the file was watched decides nothing.
      dropPages(writer);
    }
    const store = storeOn(opened, {
      writer,
      reader,
      onFrozen: options.onFrozen,
      onDoubt: options.onDoubt,
      onTouched: options.onTouched,
      cleanExit,
      hadLog,
      damage,
      onAcknowledged: (end) => knowPlace(options, file, store.id, end),
      lock,
    });
    if (writes) knowPlace(options, file, store.id);
    return store;
  } catch (error) {
    for (const one of open.toReversed()) one.close();
    lock?.release();
    throw toStoreError(error);
  }
}

/** A memory that cannot be written keeps nobody from working. */
function knowPlace(
  { heads }: Pick<OpenStore, 'heads'>,
  ...known: [file: string, id: string, end?: Acknowledged]
): void {
  try {
    if (heads !== undefined) rememberPlace(heads, ...known);
  } catch {
    // Then the place is not known here.
  }
}

const unreadable = msg`The file of the store was overwritten while it was open here, and cannot be read as a store any more. Nothing more is written. Restore a backup.`;

/** What was acknowledged is remembered so often, in case the program does not come to close the store. */
const toldEveryMs = 300_000;

type Parts = {
  writer: Database | undefined;
  reader: Database;
  cleanExit: boolean;
  hadLog: boolean;
  damage: Damage | undefined;
  onFrozen: OpenStore['onFrozen'];
  onDoubt: OpenStore['onDoubt'];
  onTouched: OpenStore['onTouched'];
  /** Hears now and then, and when the store is closed, which entry is the last that was acknowledged. */
  onAcknowledged: (end: Acknowledged) => void;
  lock: Lock | undefined;
};

const readOnlyReason = (damage: Damage | undefined): Message =>
  damage === undefined
    ? msg`This store is open for reading only.`
    : msg`${damage.code}: ${damage.what} The store is open for rescue: everything can be looked at and exported, nothing is written. Restore a backup.`;

function storeOn(file: StoreFile, { writer, reader, cleanExit, hadLog, damage, lock, ...hearers }: Parts): Store {
  const readHead = reader.prepare<[], Head>('select store_id as storeId, seq, hash, demo from head where id = 1');
  const statements = writer === undefined ? undefined : new Statements(writer);
  const views = new Views(file, reader, (path) => vouching(openForReading(path)));
  const askForeignCommits = writer?.prepare<[], number>('pragma data_version').pluck();
  const foreignCommits = (): unknown => askForeignCommits?.get();
  let commitsSeen = foreignCommits();
  const readOwnHead = writer?.prepare<[], Acknowledged>('select seq, hash from head where id = 1');
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

  let acknowledged: Acknowledged = head();
  let toldAt = -Infinity;
  let leftAs: string | undefined;
  let looking: Promise<void> | undefined;

  /**
   * Freezes the store where its file is not its own any more. Answers its state where it was only touched. What is
   * committed on our one writing connection is not counted, and the lock keeps out every other program of ours.
   */
  function insistOnOwnFile(): Left | undefined {
    if (readOnly !== '') {
      followOthers();
      return undefined;
    }
    const { issue = foreignIssue(), touched } = file.look(writer?.inTransaction);
    if (issue === undefined) return touched;
    freeze(issue);
    return undefined;
  }

  function look(): void {
    const touched = insistOnOwnFile();
    // Whoever writes waits for it and hears of what went wrong; those who read do not.
    if (touched !== undefined && !closed) void lookInto(touched).catch(() => undefined);
  }

  /** A frozen store may be written on by whoever wrote to it; answers are of what it holds now. */
  function followOthers(): void {
    if (writer === undefined || closed) return;
    const before = commitsSeen;
    try {
      commitsSeen = foreignCommits();
    } catch {
      // What cannot be read is told by the question that reads it.
    }
    if (file.hasChanged() || commitsSeen !== before) doubt();
  }

  function foreignIssue(): Message | undefined {
    try {
      return foreignCommits() === commitsSeen ? undefined : writtenByAnother;
    } catch (error) {
      const known = toStoreError(error);
      if (isLotlineError(known) && (known.code === 'STORE_FOREIGN' || known.code === 'STORE_DAMAGED'))
        return unreadable;
      throw known;
    }
  }

  function freeze(reason: Message): void {
    if (readOnly !== '') return;
    readOnly = reason;
    doubt();
    const gone = missingOf(reader, acknowledged);
    if (gone !== undefined) readOnly = msg`${reason} ${gone}`;
    hearers.onFrozen?.(readOnly);
  }

  function doubt(): void {
    forget();
    hearers.onDoubt?.();
  }

  function forget(): void {
    views.forget();
    if (writer !== undefined) dropPages(writer);
  }

  /** Waits until what touched the file is looked into; what is found wrong freezes the store. */
  async function lookInto(touched: Left): Promise<void> {
    for (let state: Left | undefined = touched; state !== undefined; state = insistOnOwnFile()) {
      const seen = state;
      const verify = async (): Promise<void> => {
        forget();
        await hearers.onTouched?.();
        file.accept(seen);
      };
      looking ??= verify().finally(() => {
        looking = undefined;
      });
      await looking;
    }
  }

  async function insistOnWriting(): Promise<void> {
    const touched = insistOnOwnFile();
    if (touched !== undefined && writer?.inTransaction === true) throw new LotlineError('CONFLICT', touchedMeanwhile);
    if (touched !== undefined) await lookInto(touched);
    if (readOnly !== '') throw new LotlineError('STORE_READ_ONLY', readOnly);
  }

  async function inTransaction<T>(job: (work: Work) => Promise<T> | T): Promise<T> {
    if (closed) throw new LotlineError('STORE_BUSY', msg`The store is being closed.`);
    await insistOnWriting();
    if (writer === undefined || statements === undefined) throw new Error('a store without a writer is read only');
    let isCommitted = false;
    try {
      writer.exec('begin');
      const result = await job(beginWork({ db: writer, statements }));
      // What is not in place now would be acknowledged and lost; what was read of a file that was touched may be there no more.
      await insistOnWriting();
      const last = readOwnHead?.get();
      isCommitted = true;
      writer.exec('commit');
      acknowledged = last ?? acknowledged;
      if (performance.now() - toldAt > toldEveryMs) tellAcknowledged();
      return result;
    } catch (error) {
      // SQLite undoes a transaction by itself where the disk is full.
      if (writer.inTransaction) writer.exec('rollback');
      throw toStoreError(error);
    } finally {
      file.noteOwnWriting(isCommitted);
    }
  }

  function tellAcknowledged(): void {
    toldAt = performance.now();
    if (writer !== undefined) hearers.onAcknowledged(acknowledged);
  }

  async function closeAll(): Promise<void> {
    await queue;
    insistOnOwnFile();
    closed = true;
    views.close();
    // One that was found damaged is left as after a crash, so that it is verified first when it is opened next.
    if (readOnly === '') writer?.prepare('update head set clean_exit = 1 where id = 1').run();
    // The last one to be closed brings the file what the log holds; where another program may write meanwhile, nobody may.
    const settled = writer === undefined || readOnly !== '' ? undefined : settle(writer, file.path);
    const connections = file.isUnguarded() ? [writer, reader] : [reader, writer];
    for (const connection of connections) connection?.close();
    file.close();
    if (settled !== undefined && isAsSettled(file.path, settled)) leftAs = settled;
    tellAcknowledged();
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
    hadLog,
    leftAs: () => leftAs,
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
    doubt,
    acknowledged: () => acknowledged,
    pathInPlace: () => file.inPlace(),
    heldFile: () => (file.isElsewhere() ? reader : undefined),
    close() {
      closing ??= closeAll().then(() => lock?.release());
      return closing;
    },
    async closeKeepingLock() {
      closing ??= closeAll();
      await closing;
      return lock;
    },
  };
}
