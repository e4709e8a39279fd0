import { msg } from '#shared/kernel/message.ts';
import type { Database } from 'better-sqlite3';
import { LotlineError } from '#shared/kernel/errors.ts';
import { dropPages, openForReading } from './connection.ts';
import type { Query, ValuesOf } from './query.ts';
import { toStoreError } from './sqliteErrors.ts';
import { Statements } from './statements.ts';
import { setStoreOf } from './storeOf.ts';
import type { StoreFile } from './storeFile.ts';

/** Questions to one state of the store: what is committed after the first of them is not seen by the others. */
export type Read = {
  all<P, R>(query: Query<P, R>, ...values: ValuesOf<P>): Promise<R[]>;
  one<P, R>(query: Query<P, R>, ...values: ValuesOf<P>): Promise<R | undefined>;
};

/**
 * Thrown where something beside the view that an answer needs (an index in memory, another connection) is of a later
 * state. The question is then repeated in a new view.
 */
export class StaleView extends Error {
  constructor() {
    super('the store moved on past this view');
  }
}

type Handle = {
  readonly db: Database;
  readonly statements: Statements;
  readonly isShared: boolean;
  /** Whether it is closed once its view has ended: what it has in memory may not be what the file holds. */
  isDoubtful: boolean;
};

/** One is enough while no query awaits another; each costs a file handle and its cache. */
const mostIdle = 3;

/**
 * The connections of the views of a store. A view has one of its own from its first question to its end, so that
 * nothing that runs meanwhile moves its state. More are opened as they are needed and never waited for: a view inside
 * another one could wait for ever.
 */
export class Views {
  readonly #file: StoreFile;
  readonly #openAnother: (path: string) => Database;
  readonly #shared: Handle;
  readonly #idle: Handle[] = [];
  readonly #all = new Set<Handle>();
  /** What was found out about the store, for all of its connections, is kept under this. */
  #identity: object = {};
  #closed = false;

  /** @param reader is open as long as the views are; `open` opens another connection like it */
  constructor(file: StoreFile, reader: Database, open: (path: string) => Database = openForReading) {
    this.#file = file;
    this.#openAnother = open;
    this.#shared = { db: reader, statements: new Statements(reader), isShared: true, isDoubtful: false };
  }

  /** How many connections are open. */
  get size(): number {
    return this.#all.size;
  }

  async view<T>(job: (read: View) => Promise<T> | T): Promise<T> {
    this.insistOnOpen();
    const view = new View(this);
    try {
      return await job(view);
    } catch (error) {
      throw toStoreError(error);
    } finally {
      view.end();
    }
  }

  insistOnOpen(): void {
    if (this.#closed) throw new LotlineError('STORE_BUSY', msg`The store is being closed.`);
  }

  /** The one that was used last comes first: its pages are in memory. */
  take(): Handle {
    this.insistOnOpen();
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    // A file without a name any more has one state for ever: it cannot be written to.
    if (this.#file.isElsewhere()) return this.#shared;
    const db = this.#openAnother(this.#file.path);
    const made = { db, statements: new Statements(db), isShared: false, isDoubtful: false };
    this.#all.add(made);
    setStoreOf(db, this.#identity);
    return made;
  }

  giveBack(handle: Handle): void {
    if (this.#closed || handle.isShared) return;
    if (this.#idle.length < mostIdle && !handle.isDoubtful) this.#idle.push(handle);
    else {
      this.#all.delete(handle);
      handle.db.close();
    }
  }

  /** Everything is read anew from the file: the pages that connections keep, and what was found out from them. */
  forget(): void {
    this.#identity = {};
    for (const handle of this.#idle.splice(0)) {
      this.#all.delete(handle);
      handle.db.close();
    }
    for (const handle of [this.#shared, ...this.#all]) {
      dropPages(handle.db);
      if (handle.isShared) continue;
      handle.isDoubtful = true;
      setStoreOf(handle.db, this.#identity);
    }
  }

  /** Ends all at once; later reads through a view are refused. */
  close(): void {
    this.#closed = true;
    for (const { db } of this.#all) db.close();
    this.#all.clear();
  }
}

/** Takes its connection with the first question: many operations never ask one. */
export class View implements Read {
  readonly #views: Views;
  #handle: Handle | undefined;
  #ended = false;

  constructor(views: Views) {
    this.#views = views;
  }

  async all<P, R>(query: Query<P, R>, ...[values]: ValuesOf<P>): Promise<R[]> {
    // A query without parameters looks at no values.
    return this.#open().statements.all(query, values as P);
  }

  async one<P, R>(query: Query<P, R>, ...[values]: ValuesOf<P>): Promise<R | undefined> {
    // As above.
    return this.#open().statements.one(query, values as P);
  }

  /** The connection itself, for what is not asked in typed queries yet. It sees the same state. */
  get db(): Database {
    return this.#open().db;
  }

  end(): void {
    this.#ended = true;
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle === undefined) return;
    if (handle.db.open && !handle.isShared) handle.db.exec('commit');
    this.#views.giveBack(handle);
  }

  #open(): Handle {
    if (this.#ended) throw new Error('a question was put to a view that has ended');
    this.#views.insistOnOpen();
    if (this.#handle === undefined) {
      const handle = this.#views.take();
      // The state is that of the first question after it.
      if (!handle.isShared) handle.db.exec('begin');
      this.#handle = handle;
    }
    return this.#handle;
  }
}
