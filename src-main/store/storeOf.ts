import type { Database } from 'better-sqlite3';

const stores = new WeakMap<Database, object>();

/** Stands for the store of a connection: what was found out about it may be kept for all of them. */
export const storeOf = (db: Database): object => stores.get(db) ?? db;

/** Says which store a connection is of; one that nobody said it of stands for itself. */
export const setStoreOf = (db: Database, store: object): void => void stores.set(db, store);
