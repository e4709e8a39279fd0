import type { Database } from 'better-sqlite3';

const stores = new WeakMap<Database, object>();

/** Identifies the store of a connection: what was found out about it may be kept for all of its connections. */
export const storeOf = (db: Database): object => stores.get(db) ?? db;

/** Records which store a connection is of; an unrecorded one counts as a store of its own. */
export const setStoreOf = (db: Database, store: object): void => void stores.set(db, store);
